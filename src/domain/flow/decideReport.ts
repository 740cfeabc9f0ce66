import { holds, isVolunteer, type Actor } from '../access/actor'
import type { AreaCode } from '../area/areaCode'
import type { Matter, MatterEvent } from '../matter/matter'
import { photoRules, textRules } from '../photo/photoRules'
import type { Place } from '../place/place'
import type { FileId, MatterId } from '../shared/ids'
import { DAY_MS, type Instant } from '../shared/instant'
import { refuse, type Refusal } from '../shared/refusal'
import { deadlineOf, getStatus, type Surroundings } from './decideMatter'
import type { FlowTable } from './flowTable'

export type ReportCommand = {
  readonly matterId: MatterId
  readonly text: string
  readonly place?: Place
  readonly discoveredAt: Instant
  readonly fileIds: readonly FileId[]
}

/** Where it lies and what it will be called: found by the caller, since the domain has no map and no counter. */
export type Filing = { readonly areaCode: AreaCode; readonly number: string }

/** A phone may have lain in a drawer for two months, and its clock may be two days fast; beyond that it is wrong. */
export const REPORT_AGE_MAX_MS = 60 * DAY_MS
export const CLOCK_AHEAD_MAX_MS = 2 * DAY_MS

/** 上报: anyone with the permission reports within their own county; a matter begins. */
export function decideReport(
  flow: FlowTable,
  command: ReportCommand,
  actor: Actor,
  filing: Filing,
  surroundings: Surroundings,
): MatterEvent[] | Refusal {
  if (!holds(actor, flow.report.permission)) return refuse('access.not-permitted')
  const refusal = refuseReport(command, surroundings.now)
  if (refusal) return refusal
  return [
    { type: 'MatterReported', matter: firstState(flow, command, actor, filing, surroundings) },
  ]
}

function refuseReport(command: ReportCommand, now: Instant): Refusal | undefined {
  if (command.text.length > textRules.matterTextMax)
    return refuse('matter.text-too-long', { max: textRules.matterTextMax })
  if (command.fileIds.length > photoRules.photosPerMatterMax)
    return refuse('matter.too-many-photos', { max: photoRules.photosPerMatterMax })
  const age = now - command.discoveredAt
  if (age > REPORT_AGE_MAX_MS || age < -CLOCK_AHEAD_MAX_MS)
    return refuse('matter.clock-off', { serverTime: now })
  return undefined
}

function firstState(
  flow: FlowTable,
  command: ReportCommand,
  actor: Actor,
  { areaCode, number }: Filing,
  { kind, calendar, now }: Surroundings,
): Matter {
  return {
    id: command.matterId,
    countyId: actor.countyId,
    number,
    flow: flow.name,
    flowVersion: flow.version,
    kind: kind.code,
    kindVersion: kind.version,
    urgency: kind.urgency,
    sensitivity: kind.sensitivity,
    status: flow.initial,
    version: 0,
    areaCode,
    ...(command.place ? { place: command.place } : {}),
    text: command.text,
    discoveredAt: command.discoveredAt,
    receivedAt: now,
    reporter: { personId: actor.personId, earnsPoints: isVolunteer(actor) },
    photos: command.fileIds.map((fileId) => ({
      fileId,
      takenFor: 'report',
      by: actor.personId,
      state: 'awaited',
    })),
    handlers: [],
    ...deadlineOf(getStatus(flow, flow.initial), { kind, calendar, now }),
  }
}
