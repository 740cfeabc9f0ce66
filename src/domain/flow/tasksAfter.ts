import type { Actor } from '../access/actor'
import { isOwner, ownersOf, textOf } from '../form/formField'
import type { ActionInput, Matter, MatterTask, TaskOwner } from '../matter/matter'
import type { TaskId } from '../shared/ids'
import type { Instant } from '../shared/instant'
import type { ActionRow, RateRow, TaskChange } from './flowTable'
import { findCalled } from './relation'

/** Who acts and when; nobody for an automatic action. */
export type Hand = {
  readonly actor?: Actor
  readonly now: Instant
  readonly newId: () => string
}

type Tasks = { readonly task?: MatterTask; readonly called?: readonly MatterTask[] }

/** The main task, and those of whoever was called, after a step. */
export function tasksAfter(
  row: Pick<ActionRow, 'relation' | 'task' | 'calls' | 'step' | 'rates'>,
  matter: Pick<Matter, 'task' | 'called' | 'handlers'>,
  input: ActionInput,
  hand: Hand,
): Tasks {
  if (row.relation === 'called' || row.relation === 'answering')
    return withMain(matter, calledAfter(row, matter, input, hand))
  const task = mainAfter(row.task, matter, input, hand)
  const before = matter.called ?? []
  const calls = row.calls
    ? openCalls(before, input, hand)
    : row.rates && ratedCalls(row.rates, before, input)
  return { ...(task ? { task } : {}), ...(calls ? { called: calls } : {}) }
}

function withMain({ task }: Pick<Matter, 'task'>, called: readonly MatterTask[]): Tasks {
  return task ? { task, called } : { called }
}

function mainAfter(
  change: TaskChange | undefined,
  { task, handlers }: Pick<Matter, 'task' | 'handlers'>,
  input: ActionInput,
  hand: Hand,
): MatterTask | undefined {
  switch (change) {
    case 'open':
      return input.owner ? openTask(input.owner, hand) : task
    case 'take':
      return hand.actor ? claimed(openTask(ownOf(hand.actor), hand), hand) : task
    case 'drop':
      return undefined
    case 'claim':
      return task && claimed(task, hand)
    case 'finish':
      return task && { ...task, state: 'done' }
    case 'resume':
      return task ? { ...task, state: 'claimed' } : givenBack(handlers, hand)
    case undefined:
      return task
  }
}

function openTask(owner: TaskOwner, { now, newId }: Hand): MatterTask {
  return { taskId: newId() as TaskId, owner, state: 'open', openedAt: now }
}

function ownOf(actor: Actor): TaskOwner {
  return { kind: 'person', personId: actor.personId }
}

function claimed(task: MatterTask, { actor, now }: Hand): MatterTask {
  return actor
    ? { ...task, state: 'claimed', claimedBy: actor.personId, claimedAt: now }
    : { ...task, state: 'claimed' }
}

/** Settled on the spot, it never had a task: whoever settled it gets one. */
function givenBack(handlers: Matter['handlers'], hand: Hand): MatterTask | undefined {
  const personId = handlers.at(-1)
  if (personId === undefined) return undefined
  const task = openTask({ kind: 'person', personId }, hand)
  return { ...task, state: 'claimed', claimedBy: personId, claimedAt: hand.now }
}

/** Somebody who is called twice keeps the task they have. */
export function openCalls(
  before: readonly MatterTask[],
  input: ActionInput,
  hand: Hand,
): readonly MatterTask[] {
  const known = new Set(before.map(({ owner }) => JSON.stringify(owner)))
  const fresh = ownersOf(input, 'owners').filter((owner) => !known.has(JSON.stringify(owner)))
  return [...before, ...fresh.map((owner) => openTask(owner, hand))]
}

function calledAfter(
  { relation, task, step }: Pick<ActionRow, 'relation' | 'task' | 'step'>,
  matter: Pick<Matter, 'called'>,
  input: ActionInput,
  hand: Hand,
): readonly MatterTask[] {
  const called = matter.called ?? []
  const mine =
    hand.actor &&
    findCalled(matter as Matter, hand.actor, relation === 'called' ? 'open' : 'claimed')
  if (!mine) return called
  const here = step === undefined ? mine : stepped(mine, step, hand)
  const changed = task === 'claim' ? claimed(here, hand) : answered(here, task, input, hand)
  return called.map((one) => (one.taskId === mine.taskId ? changed : one))
}

function answered(
  task: MatterTask,
  change: TaskChange | undefined,
  { result }: ActionInput,
  { now }: Hand,
): MatterTask {
  if (change !== 'finish') return task
  return { ...task, state: 'done', answeredAt: now, ...(result ? { answer: result } : {}) }
}

/** Doing it twice leaves the first time. */
function stepped(task: MatterTask, step: string, { now }: Hand): MatterTask {
  return { ...task, steps: { [step]: now, ...task.steps } }
}

/** An answer that was given and not yet rated; it can be given back only once. */
export function findRateable(
  rates: RateRow,
  { called }: Pick<Matter, 'called'>,
  input: ActionInput,
): MatterTask | undefined {
  return called?.find(
    ({ owner, state, rating, returned }) =>
      isOwner(input.owner) &&
      JSON.stringify(owner) === JSON.stringify(input.owner) &&
      state === 'done' &&
      rating === undefined &&
      !(rates === 'again' && returned),
  )
}

function ratedCalls(
  rates: RateRow,
  called: readonly MatterTask[],
  input: ActionInput,
): readonly MatterTask[] {
  const which = findRateable(rates, { called }, input)
  return called.map((one) => (one === which ? rated(one, rates, input) : one))
}

function rated(task: MatterTask, rates: RateRow, input: ActionInput): MatterTask {
  if (rates === 'again') return { ...task, state: 'claimed', returned: true }
  const rating = textOf(input, rates.by)
  return rating === undefined ? task : { ...task, rating }
}
