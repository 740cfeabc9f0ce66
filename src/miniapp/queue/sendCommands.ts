import type { Problem } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { Answer } from '../api/answer'
import { isDue, isMine, putOff, type DrainState } from './drainState'
import type { ItemAnswer, QueueItem } from './queueItem'

/** The first lane: texts, one after another. A text alone is already a report, so photos never hold it up. */
export async function sendCommands(state: DrainState): Promise<void> {
  const tried = new Set<string>()
  for (let item = nextCommand(state, tried); item; item = nextCommand(state, tried)) {
    tried.add(item.itemId)
    if (!(await sendCommand(state, item))) return
  }
}

function nextCommand(
  { ports, records }: DrainState,
  tried: ReadonlySet<string>,
): QueueItem | undefined {
  const personId = ports.personId()
  if (personId === undefined) return undefined
  const waiting = records.load().items.filter((item) => item.step === 'command')
  const firstOf = firstOrders(waiting)
  const mayGo = (item: QueueItem) =>
    isMine(item, personId) &&
    isDue(item, ports.now()) &&
    !tried.has(item.itemId) &&
    firstOf.get(item.matterId) === item.order
  // Whoever waited longest since the last attempt goes first, so that one that always fails starves nobody.
  return waiting.filter(mayGo).sort((a, b) => a.notBefore - b.notBefore || a.order - b.order)[0]
}

/** Of each matter the earliest that still waits: the later ones follow it. */
function firstOrders(waiting: readonly QueueItem[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { matterId, order } of waiting)
    first.set(matterId, Math.min(order, first.get(matterId) ?? Infinity))
  return first
}

/** Answers whether the lane may go on. */
async function sendCommand(
  state: DrainState,
  { itemId, operation, body }: QueueItem,
): Promise<boolean> {
  const { ports, records, sending, changed } = state
  const owner = ports.personId()
  // Written before the request leaves: a kill during it must find the item locked.
  records.update(itemId, (item) => ({ ...item, asked: true, ...(owner ? { owner } : {}) }))
  sending.add(itemId)
  changed()
  try {
    return settle(state, itemId, await ports.callNamed(operation, body))
  } finally {
    sending.delete(itemId)
    changed()
  }
}

function settle(state: DrainState, itemId: string, answer: Answer): boolean {
  switch (answer.kind) {
    case 'done': {
      const { matter } = answer.value as { matter?: MatterView }
      // A page of somebody's Wi-Fi that answers everything with 200 has taken in nothing.
      if (typeof matter?.number !== 'string') return laterForAll(state, itemId)
      state.records.update(itemId, (item) => accepted(item, matter))
      return true
    }
    case 'refused':
      if (answer.problem.retry === 'later') putOff(state, itemId)
      else refuseAll(state, itemId, answer.problem)
      return true
    case 'signed-out':
      return false
    case 'unknown':
      return laterForAll(state, itemId)
  }
}

/**
 * What was to follow a refused step needs its owner too, for the same reason: nobody finishes a task that another has
 * taken. What follows a refused report waits until the report is put right.
 */
function refuseAll({ records }: DrainState, itemId: string, problem: Problem): void {
  const trouble = { cause: 'refused', problem } as const
  const refused = records.update(itemId, (item) => ({ ...item, trouble }))
  if (refused?.operation !== 'actOnMatter') return
  for (const { itemId: follower, matterId, order, step, asked } of records.load().items) {
    const follows = matterId === refused.matterId && order > refused.order && step === 'command'
    if (follows && !asked) records.update(follower, (item) => ({ ...item, trouble }))
  }
}

/** Nobody knows whether it arrived, and the next one would fare no better. */
function laterForAll(state: DrainState, itemId: string): false {
  putOff(state, itemId)
  return false
}

function accepted(item: QueueItem, matter: MatterView): QueueItem {
  return {
    ...item,
    step: item.photos.some((photo) => photo.state === 'waiting') ? 'photos' : 'done',
    attempts: 0,
    notBefore: 0,
    answer: readAnswer(matter),
  }
}

function readAnswer(matter: MatterView): ItemAnswer {
  const { number, sentence, statusTitle, area, township, dueAt, followCode } = matter
  return {
    number,
    sentence,
    statusTitle,
    areaName: area.name,
    townshipName: township.name,
    ...(dueAt ? { dueAt } : {}),
    ...(followCode ? { followCode } : {}),
  }
}
