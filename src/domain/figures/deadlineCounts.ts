import { stages, type ActionRow, type FlowTable, type Stage } from '../flow/flowTable'
import type { Matter } from '../matter/matter'
import type { DeadlinePassed, MatterMoved } from '../matter/matterEvent'
import type { Increment } from './figure'
import { getRow } from './tableFacts'

/** The deadline was missed: it has come due, undone. At one and a half times of it there is no second fact. */
export function factCounts(before: Matter, { stage }: DeadlinePassed, after: Matter): Increment[] {
  if ((after.late?.length ?? 0) === (before.late?.length ?? 0)) return []
  return isStage(stage) ? missedNow(stage) : [{ figure: 'late.other', count: 1 }]
}

function isStage(stage: string | undefined): stage is Stage {
  return (stages as readonly string[]).includes(stage ?? '')
}

/**
 * A step counts its stage's deadline as due, once: in time, or late where nobody had noticed yet that it had passed.
 * Whoever stops, restarts or gives away the clock before it runs out leaves nothing to count.
 */
export function deadlineCounts(
  flow: FlowTable,
  before: Matter,
  event: MatterMoved,
  after: Matter,
): Increment[] {
  const stage = flow.statuses[before.status]?.stage
  const row = getRow(flow, event)
  if (!stage || !row || before.dueAt === undefined || wasMissed(before, stage)) return []
  const next = flow.statuses[event.to]?.stage
  if (runsOn(flow, row, before, after) && !isLater(next, stage)) return []
  if (event.at >= before.dueAt && !endsByClock(flow, before.status)) return missedNow(stage)
  const stops = after.held !== undefined && before.held === undefined
  const isDone = !stops && doesStage(flow, row, { stage, from: event.from, next })
  return isDone ? [{ figure: `due.${stage}`, count: 1 }] : []
}

function missedNow(stage: Stage): Increment[] {
  return [
    { figure: `due.${stage}`, count: 1 },
    { figure: `late.${stage}`, count: 1 },
  ]
}

/** It stands among the facts already; after an extension, or a time at rest, under another moment. */
function wasMissed({ late = [], status, dueAt, time }: Matter, stage: Stage): boolean {
  // A time that was given away after it had run out, and was taken back, is still the one that was told of.
  const told = time !== undefined && time.told >= 1
  return late.some(
    (fact) =>
      fact.dueAt === dueAt ||
      (told && fact.stage === stage) ||
      (fact.status === status && time !== undefined && (told || fact.dueAt > time.from)),
  )
}

/** Two statuses may begin in one moment with the same time: only the table says that a clock goes on. */
function runsOn(
  { statuses }: FlowTable,
  { to, deadline }: ActionRow,
  before: Matter,
  after: Matter,
): boolean {
  if (after.dueAt !== before.dueAt || after.time?.from !== before.time?.from) return false
  return to === before.status || deadline === 'keep' || statuses[to]?.deadline === 'continues'
}

function isLater(next: Stage | undefined, stage: Stage): boolean {
  return next !== undefined && stages.indexOf(next) > stages.indexOf(stage)
}

/** A vote, a search: a time that is meant to run out makes nobody late. */
function endsByClock(flow: FlowTable, status: string): boolean {
  return Object.values(flow.statuses[status]?.actions ?? {}).some(
    ({ automatic }) => typeof automatic === 'object' && automatic.share <= 1,
  )
}

type Where = {
  readonly stage: Stage
  readonly from: string
  readonly next: Stage | undefined
}

/** Is the work of the stage done by it? Sent back, taken back, given away or left to the clock, it is not. */
function doesStage(flow: FlowTable, row: ActionRow, { stage, from, next }: Where): boolean {
  const { relation, measure, automatic, task, to } = row
  if (to === from || typeof automatic === 'object' || measure === 'returned') return false
  const ends = flow.statuses[to]?.ended === true
  if (relation === 'reporter' && ends && measure === undefined) return false
  // Who handles it gives it away: another begins anew. Whoever inspects or closes may well send it back.
  const isPreparing = stage === 'accept' || stage === 'dispatch'
  if (!isPreparing && (task === 'open' || task === 'drop')) return false
  const goesBack = next !== undefined && isLater(stage, next)
  return !(goesBack && (isPreparing || stage === 'handle'))
}
