import type { FlowTable } from '../flow/flowTable'
import { textOf } from '../form/formField'
import { evolveAll } from '../matter/evolveMatter'
import type { Matter } from '../matter/matter'
import type { MatterEvent, MatterMoved } from '../matter/matterEvent'
import { deadlineCounts, factCounts } from './deadlineCounts'
import type { Figure, Increment } from './figure'
import { standingFigures } from './standingFigures'
import { actionsOf, getRow } from './tableFacts'

/**
 * What one row of history adds to the figures. They are kept under the day the matter was received, so that a share is
 * always one of the same matters; a matter's area and flow never change, and its figures stay where they are.
 */
export function countsOf(
  flow: FlowTable,
  before: Matter | undefined,
  events: readonly MatterEvent[],
): Increment[] {
  const increments: Increment[] = []
  let matter = before
  for (const event of events) {
    const next = evolveAll(matter, [event])
    if (next) increments.push(...countsOfEvent(flow, matter, event, next))
    matter = next
  }
  return together([...increments, ...stands(flow, before, matter)])
}

function countsOfEvent(
  flow: FlowTable,
  before: Matter | undefined,
  event: MatterEvent,
  after: Matter,
): Increment[] {
  if (event.type === 'MatterReported') return [once('reported')]
  if (event.type === 'DeadlinePassed') return before ? factCounts(before, event, after) : []
  if (event.type === 'LatenessExcused') return [once(`excused.${stageOf(event.late.stage)}`)]
  if (event.type !== 'MatterMoved' || !before) return []
  return [
    ...measured(flow, before, event),
    ...replied(flow, before, event),
    ...deadlineCounts(flow, before, event, after),
    ...(event.joinedTo === undefined ? [] : [once('joined')]),
    ...(after.held && !before.held ? [once('suspended')] : []),
  ]
}

/** A fact of a table of other days may name a stage that is none now. */
function stageOf(stage: string | undefined): 'other' {
  return (stage ?? 'other') as 'other'
}

/** Each matter once: a second return is not another matter returned. */
function measured(flow: FlowTable, before: Matter, event: MatterMoved): Increment[] {
  const measure = getRow(flow, event)?.measure
  if (measure === undefined || measure === 'rated') return []
  const given = actionsOf(flow, (row) => row.measure === measure)
  return given.some((action) => before.counts?.[action]) ? [] : [once(measure)]
}

/** The first word of the reporter after the end, or of whoever was rung up for it. */
function replied(flow: FlowTable, before: Matter, event: MatterMoved): Increment[] {
  const isReply = getRow(flow, event)?.measure === 'rated' && flow.statuses[event.from]?.ended
  const replies = actionsOf(flow, (row, status) => row.measure === 'rated' && !!status.ended)
  if (!isReply || replies.some((action) => before.counts?.[action])) return []
  const satisfaction = textOf(event.input, 'satisfaction')
  return [
    ...(event.input.solved === true ? [once('solved')] : []),
    ...(satisfaction === 'satisfied' || satisfaction === 'fair' ? [once(satisfaction)] : []),
  ]
}

/** What is so now and was not before, and the other way round. */
function stands(flow: FlowTable, before: Matter | undefined, after: Matter | undefined) {
  const gone = before ? standingFigures(flow, before) : []
  const come = after ? standingFigures(flow, after) : []
  return [...gone.map((figure) => ({ figure, count: -1 })), ...come.map(once)]
}

function once(figure: Figure): Increment {
  return { figure, count: 1 }
}

function together(increments: readonly Increment[]): Increment[] {
  const sums = new Map<Figure, number>()
  for (const { figure, count } of increments) sums.set(figure, (sums.get(figure) ?? 0) + count)
  return [...sums].filter(([, count]) => count !== 0).map(([figure, count]) => ({ figure, count }))
}
