import { countsOf } from '@domain/figures/countsOf'
import { asksOf, waitsForAnswer } from '@domain/flow/asksOf'
import type { FlowTable } from '@domain/flow/flowTable'
import { textOf } from '@domain/form/formField'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { postingsOf } from '@domain/points/postingsOf'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { Instant } from '@domain/shared/instant'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { eventSource, outboxRowFor, type Happening, type OutboxRow } from '../relay/outboxRow'
import type { Queryable } from '../store/database'
import { findCommand, listHistory, lockMatters } from '../store/matterStore'
import { writeStep } from '../store/writeStep'
import { toldBy } from '../told/toldBy'
import { sameHash } from './inputHash'
import { RefusedInside } from './RefusedInside'

export type MatterChange = {
  readonly matterId: string
  readonly commandId: string
  readonly inputHash: Buffer
  /** As the history and the change feed name it; of the clock only its events tell. */
  readonly action: string | ((events: readonly MatterEvent[]) => string)
  /** null: the system itself, as when a photo has come. */
  readonly actorId: string | null
  /** Another matter that the same command will change. */
  readonly alsoLocks?: string | undefined
}

/** What a decision is made on, inside the transaction that will write it. */
export type Locked = {
  readonly matter: Matter
  readonly flow: FlowTable
  readonly now: Instant
  readonly tx: Queryable
  /** The other matter, where the change names one and it is there. */
  readonly also?: Matter
}

export type Decide = (
  locked: Locked,
) => MatterEvent[] | Refusal<ProblemCode> | Promise<MatterEvent[] | Refusal<ProblemCode>>

/** What else is written with the step: the matter it begins, the one it is joined to. */
export type AndThen = (
  locked: Locked,
  after: Matter,
  events: readonly MatterEvent[],
) => Promise<void>

/**
 * One command, one transaction: the matter's row is locked, the rules decide on what is true now, and the new state,
 * the history row, the points and the outbox row are written together. The same command again gets the same answer.
 */
export async function changeMatter(
  context: Context,
  change: MatterChange,
  decide: Decide,
  andThen?: AndThen,
): Promise<Matter | Refusal<ProblemCode>> {
  const answer = await refusedInside(
    context.database.transaction((tx) => changeLocked(context, tx, change, { decide, andThen })),
  )
  if (!isRefusal(answer)) {
    context.wake.notify('changes')
    context.wake.notify('outbox')
    if (waitsForAnswer(context.flows.of(answer), answer)) context.wake.notify('questions')
  }
  return answer
}

/** A refusal that undid the transaction is an answer like any other. */
async function refusedInside(
  work: Promise<Matter | Refusal<ProblemCode>>,
): Promise<Matter | Refusal<ProblemCode>> {
  try {
    return await work
  } catch (error) {
    if (error instanceof RefusedInside) return error.refusal
    throw error
  }
}

async function changeLocked(
  context: Context,
  tx: Queryable,
  change: MatterChange,
  { decide, andThen }: { decide: Decide; andThen: AndThen | undefined },
): Promise<Matter | Refusal<ProblemCode>> {
  const { matterId, alsoLocks } = change
  const held = await lockMatters(tx, context.countyId, [
    matterId,
    ...(alsoLocks ? [alsoLocks] : []),
  ])
  const matter = held.get(matterId)
  if (!matter) return refuse('matter.not-found')
  // Asked only now: a twin of this command may have held the lock until a moment ago.
  const before = await findCommand(tx, context.countyId, change.commandId)
  if (before) return repeatedAnswer(tx, context.countyId, before, change.inputHash)
  const also = alsoLocks ? held.get(alsoLocks) : undefined
  const now = context.now()
  const flow = context.flows.of(matter)
  const locked = { matter, flow, now, tx, ...(also ? { also } : {}) }
  const events = await decide(locked)
  if (isRefusal(events)) return events
  const next = await writeEvents(context, locked, events, change)
  await andThen?.(locked, next, events)
  return next
}

/** Writes one history row and all that follows from it; the caller holds the matter's lock. */
export async function writeEvents(
  context: Context,
  { matter, flow, now, tx }: Locked,
  events: readonly MatterEvent[],
  change: Pick<MatterChange, 'commandId' | 'inputHash' | 'action' | 'actorId'>,
): Promise<Matter> {
  const next = evolveMatter(matter, events)
  const { commandId, inputHash, action, actorId } = change
  await writeStep(tx, {
    matter: next,
    commandId,
    inputHash,
    action: typeof action === 'string' ? action : action(events),
    actorId,
    at: now,
    events,
    postings: pointsFor(context, flow, next, events),
    outbox: outboxOf(context, flow, next, events, { commandId, now }),
    ...toldBy({ flow, before: matter, after: next, events }, now, context.newId),
    counts: countsOf(flow, matter, events),
    asks: asksOf(flow, events),
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

function pointsFor(
  context: Context,
  flow: FlowTable,
  matter: Matter,
  events: readonly MatterEvent[],
) {
  const kind = context.reference.findKind(matter.kind, matter.kindVersion, matter.settingsVersion)
  return kind ? postingsOf(flow, matter, kind, events, context.newId) : []
}

function outboxOf(
  context: Context,
  flow: FlowTable,
  matter: Matter,
  events: readonly MatterEvent[],
  { commandId: messageId, now }: { commandId: string; now: Instant },
): OutboxRow | undefined {
  const event = forwardedEvent(flow, events)
  if (!event) return undefined
  const source = eventSource(context.settings)
  const { title } = flow.statuses[matter.status] ?? { title: matter.status }
  const happening = { matter, statusTitle: title, event, messageId, now, source }
  return outboxRowFor(context.reference, happening)
}

function forwardedEvent(
  flow: FlowTable,
  events: readonly MatterEvent[],
): Happening['event'] | undefined {
  const moved = events.find(
    (event) =>
      event.type === 'MatterMoved' &&
      flow.statuses[event.from]?.actions[event.action]?.forwarded === true,
  )
  if (moved?.type === 'MatterMoved') {
    const { input } = moved
    const note = textOf(input, 'result') ?? textOf(input, 'reason') ?? textOf(input, 'note')
    return { name: moved.event, action: moved.action, note }
  }
  const overdue = events.some((event) => event.type === 'DeadlinePassed')
  return overdue ? { name: 'overdue', action: 'overdue' } : undefined
}
