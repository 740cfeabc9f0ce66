import type { Actor } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import { readingOf } from '@domain/matter/mayRead'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { isoTime } from '../queries/isoTime'
import { listHistory, type HistoryRow } from '../store/matterStore'
import { findPeople } from '../store/peopleStore'

/** Refused because the matter has moved on, or was given to somebody else. */
const overtaken: ReadonlySet<ProblemCode> = new Set([
  'matter.action-not-allowed',
  'matter.changed-meanwhile',
  'access.not-permitted',
])

/** Whoever came second is told by name who was first, what they did and when: among those who work on it only. */
export async function withWhoWasFirst(
  context: Context,
  actor: Actor,
  before: Matter,
  refusal: Refusal<ProblemCode>,
): Promise<Refusal<ProblemCode>> {
  if (refusal.refused === 'task.already-claimed') return withClaimersName(context, refusal)
  const flow = context.flows.of(before)
  if (!overtaken.has(refusal.refused)) return refusal
  if (readingOf(actor, before, flow, context.now()) !== 'insider') return refusal
  const rows = await listHistory(context.database, context.countyId, before.id)
  // Who never had a hand in it is refused for what they are, not for coming late.
  const hadAHand = rows.some(({ actor_id: who }) => who === actor.personId)
  const last = [...rows].reverse().find(({ actor_id: who }) => who && who !== actor.personId)
  if (!last || (refusal.refused === 'access.not-permitted' && !hadAHand)) return refusal
  return refuse(refusal.refused, { ...refusal.details, ...(await sayRow(context, before, last)) })
}

async function sayRow(context: Context, matter: Matter, row: HistoryRow) {
  const { statuses } = context.flows.of(matter)
  const did = Object.values(statuses).flatMap(({ actions }) => actions[row.action]?.title ?? [])[0]
  return {
    firstName: await nameOf(context, row.actor_id ?? ''),
    firstAt: isoTime(row.at),
    ...(did === undefined ? {} : { firstDid: did }),
  }
}

async function withClaimersName(
  context: Context,
  refusal: Refusal<ProblemCode>,
): Promise<Refusal<ProblemCode>> {
  const { claimedBy, claimedAt } = refusal.details ?? {}
  if (typeof claimedBy !== 'string') return refusal
  return refuse(refusal.refused, {
    ...refusal.details,
    claimedByName: await nameOf(context, claimedBy),
    ...(typeof claimedAt === 'number' ? { firstAt: isoTime(claimedAt) } : {}),
  })
}

async function nameOf({ database, countyId }: Context, personId: string) {
  return (await findPeople(database, countyId, [personId])).get(personId)?.name
}
