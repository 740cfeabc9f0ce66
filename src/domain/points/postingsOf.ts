import { townshipOf } from '../area/areaCode'
import { textsOf } from '../form/formField'
import type { FlowTable, PayRow } from '../flow/flowTable'
import type { Kind } from '../kind/kind'
import type { Matter, Reporter } from '../matter/matter'
import type { MatterEvent, MatterMoved } from '../matter/matterEvent'
import type { PersonId } from '../shared/ids'
import type { Instant } from '../shared/instant'
import { confirmedReportPoints } from './confirmedReportPoints'
import type { Posting } from './posting'

export const JOINED_REPORT_RULE = 'joined-report'
/** 先上报的得全分; whoever reported the same thing later helped with what they added. */
const JOINED_SHARE = 0.3

/** Every posting that a step makes, after it. With the matter and the person a rule pays once, whoever asks again. */
export function postingsOf(
  flow: FlowTable,
  matter: Matter,
  kind: Kind,
  events: readonly MatterEvent[],
  newId: () => string,
): Posting[] {
  return events.flatMap((event): Posting[] => {
    if (event.type === 'ReportConfirmed') {
      const first = confirmedReportPoints(matter, kind, event, newId())
      const others = (matter.joined ?? []).flatMap(({ reporter }) =>
        joinedPoints(matter, kind, reporter, event.at, newId),
      )
      return first ? [first, ...others] : others
    }
    if (event.type === 'ReportJoined' && matter.confirmedAt !== undefined)
      return joinedPoints(matter, kind, event.report.reporter, event.at, newId)
    if (event.type !== 'MatterMoved') return []
    const pays = flow.statuses[event.from]?.actions[event.action]?.pays
    return pays ? paid(matter, kind, pays, event, newId) : []
  })
}

function joinedPoints(
  matter: Matter,
  kind: Kind,
  { personId, earnsPoints }: Reporter,
  at: Instant,
  newId: () => string,
): Posting[] {
  if (!earnsPoints || kind.basePoints === 0 || personId === matter.reporter.personId) return []
  const points = Math.max(1, Math.floor(kind.basePoints * JOINED_SHARE))
  return [posting(matter, { rule: JOINED_REPORT_RULE, personId, points, at, newId })]
}

function paid(
  matter: Matter,
  kind: Kind,
  { rule, to, points }: PayRow,
  { at, by }: MatterMoved,
  newId: () => string,
): Posting[] {
  const amount = points === 'kind.base' ? kind.basePoints : points
  if (amount === 0) return []
  const people =
    to === 'reporter'
      ? [matter.reporter.personId]
      : (textsOf(matter.fields, to.named) as PersonId[])
  // Nobody awards points to themselves.
  const others = people.filter((personId) => personId !== by)
  return others.map((personId) => posting(matter, { rule, personId, points: amount, at, newId }))
}

type Pay = {
  readonly rule: string
  readonly personId: PersonId
  readonly points: number
  readonly at: Instant
  readonly newId: () => string
}

function posting(matter: Matter, { rule, personId, points, at, newId }: Pay): Posting {
  return {
    postingId: newId(),
    from: `fund:${townshipOf(matter.areaCode)}`,
    to: `person:${personId}`,
    points,
    rule,
    matterId: matter.id,
    personId,
    at,
  }
}
