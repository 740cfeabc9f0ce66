import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter, MatterEvent } from '@domain/matter/matter'
import { confirmedReportPoints } from '@domain/points/confirmedReportPoints'
import { getFlow } from '@domain/flows/allFlows'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { Instant } from '@domain/shared/instant'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { eventSource, outboxRowFor, type Happening, type OutboxRow } from '../relay/outboxRow'
import type { Queryable } from '../store/database'
import { findCommand, listHistory, lockMatter } from '../store/matterStore'
import { writeStep } from '../store/writeStep'
import { sameHash } from './inputHash'

export type MatterChange = {
  readonly matterId: string
  readonly commandId: string
  readonly inputHash: Buffer
  readonly action: string
  /** null: the system itself, as when a photo has come. */
  readonly actorId: string | null
}

export type Decide = (matter: Matter, now: Instant) => MatterEvent[] | Refusal<ProblemCode>

/**
 * One command, one transaction: the matter's row is locked, the rules decide on what is true now, and the new state,
 * the history row, the points and the outbox row are written together. The same command again gets the same answer.
 */
export async function changeMatter(
  context: Context,
  change: MatterChange,
  decide: Decide,
): Promise<Matter | Refusal<ProblemCode>> {
  const answer = await context.database.transaction((tx) =>
    changeLocked(context, tx, change, decide),
  )
  if (!isRefusal(answer)) {
    context.wake.notify('changes')
    context.wake.notify('outbox')
  }
  return answer
}

async function changeLocked(
  context: Context,
  tx: Queryable,
  change: MatterChange,
  decide: Decide,
): Promise<Matter | Refusal<ProblemCode>> {
  const matter = await lockMatter(tx, context.countyId, change.matterId)
  if (!matter) return refuse('matter.not-found')
  // Asked only now: a twin of this command may have held the lock until a moment ago.
  const before = await findCommand(tx, context.countyId, change.commandId)
  if (before) return repeatedAnswer(tx, context.countyId, before, change.inputHash)
  const now = context.now()
  const events = decide(matter, now)
  if (isRefusal(events)) return events
  const next = evolveMatter(matter, events)
  await writeStep(tx, {
    matter: next,
    commandId: change.commandId,
    inputHash: change.inputHash,
    action: change.action,
    actorId: change.actorId,
    at: now,
    events,
    posting: postingOf(context, next, events),
    outbox: outboxOf(context, next, events, change, now),
  })
  return next
}

/** The matter as it was right after the command, folded from its history: the same answer, however late. */
export async function repeatedAnswer(
  db: Queryable,
  countyId: number,
  before: { matter_id: string; version: number; input_hash: Uint8Array },
  hash: Buffer,
): Promise<Matter | Refusal<ProblemCode>> {
  if (!sameHash(before.input_hash, hash)) return refuse('command.id-reused')
  const rows = await listHistory(db, countyId, before.matter_id, before.version)
  const matter = rows.reduce<Matter | undefined>(
    (state, row) => evolveMatter(state, row.events),
    undefined,
  )
  if (!matter) throw new Error(`Matter ${before.matter_id} has a command and no history`)
  return matter
}

function postingOf(context: Context, matter: Matter, events: readonly MatterEvent[]) {
  const confirmed = events.find((event) => event.type === 'ReportConfirmed')
  const kind = context.reference.findKind(matter.kind, matter.kindVersion)
  if (confirmed?.type !== 'ReportConfirmed' || !kind) return undefined
  return confirmedReportPoints(matter, kind, confirmed, context.newId())
}

function outboxOf(
  context: Context,
  matter: Matter,
  events: readonly MatterEvent[],
  change: MatterChange,
  now: Instant,
): OutboxRow | undefined {
  const event = forwardedEvent(matter, events)
  if (!event) return undefined
  const source = eventSource(context.settings)
  return outboxRowFor(context.reference, {
    matter,
    event,
    messageId: change.commandId,
    now,
    source,
  })
}

function forwardedEvent(
  matter: Matter,
  events: readonly MatterEvent[],
): Happening['event'] | undefined {
  if (events.some((event) => event.type === 'DeadlinePassed'))
    return { name: 'overdue', action: 'overdue' }
  const moved = events.find((event) => event.type === 'MatterMoved')
  if (moved?.type !== 'MatterMoved') return undefined
  const row = getFlow(matter.flow).statuses[moved.from]?.actions[moved.action]
  if (!row?.forwarded) return undefined
  const note = moved.input.result ?? moved.input.reason ?? moved.input.note
  return { name: moved.event, action: moved.action, note }
}
