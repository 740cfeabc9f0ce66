import { describeRoll } from '@domain/flow/describeFlow'
import type { FlowTable } from '@domain/flow/flowTable'
import { isSensitive } from '@domain/kind/kind'
import { readingOf } from '@domain/matter/mayRead'
import type { PersonId } from '@domain/shared/ids'
import { refuse } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { listEntries, type EntryRow } from '../store/toldStore'
import { isoTime } from './isoTime'
import { PAGE_LIMIT_DEFAULT } from './pageKey'

/** 名册, for whoever works on the matter. Who voted is known; how each voted is not. */
export const listRoll: Handler<'listRoll'> = async (context, actor, request, caller) => {
  const { matterId, roll } = request
  const matter = await findMatter(context.database, context.countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  const flow = context.flows.of(matter)
  const reading = readingOf(actor, matter, flow, context.now())
  // Whoever called people together has to know who comes; what one person knows of another does not go round.
  const calledThem = reading === 'reporter' && !isSensitive(matter.sensitivity)
  if (reading !== 'insider' && !calledThem) return refuse('access.outside-jurisdiction')
  if (actor.unproven && isSensitive(matter.sensitivity)) return refuse('factor.needed')
  const details = { roll }
  await context.audit.write(
    auditOf(context, actor, { act: 'roll.read', matterId, details, caller }),
  )
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const after = readKey(request.after)
  const rows = await listEntries(
    context.database,
    context.countyId,
    { matterId, roll },
    {
      after,
      limit: limit + 1,
    },
  )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => draw(flow, roll, row)),
    next: rows.length > limit && last ? `${last.at}|${last.key}` : null,
  }
}

function draw(flow: FlowTable, roll: string, row: EntryRow) {
  const secret = isBallot(flow, roll)
  const title = describeRoll(flow, roll).values.find(({ value }) => value === row.value)?.title
  return {
    ...(row.person_id === null ? {} : { personId: row.person_id as PersonId }),
    name: row.name,
    ...(secret || title === undefined ? {} : { value: title }),
    ...(secret || row.note === null ? {} : { note: row.note }),
    at: isoTime(row.at),
  }
}

function isBallot(flow: FlowTable, roll: string): boolean {
  return Object.values(flow.statuses)
    .flatMap(({ actions }) => Object.values(actions))
    .some(({ enters }) => enters?.roll === roll && enters.secret === true)
}

/** A household's name may hold anything but the bar that parts it from the time. */
function readKey(after: string | undefined) {
  const [, at, id] = /^(\d{1,15})\|(.{1,180})$/s.exec(after ?? '') ?? []
  return at === undefined || id === undefined ? undefined : { at: new Date(Number(at)), id }
}
