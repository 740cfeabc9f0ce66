import type { FlowTable } from '../flow/flowTable'
import type { Matter } from '../matter/matter'
import type { Figure } from './figure'
import { spanBucket } from './spanBucket'
import { actionsOf, finishes, isFinished } from './tableFacts'

/** What is so of a matter as it stands: a step adds what has become so, and takes away what is no longer. */
export function standingFigures(flow: FlowTable, matter: Matter): Figure[] {
  return [
    ...endOf(flow, matter),
    ...replyOf(flow, matter),
    ...(matter.held ? (['standing'] as const) : []),
    ...(hasFinished(flow, matter) ? (['finished'] as const) : []),
  ]
}

function endOf(flow: FlowTable, { endedAt, receivedAt, status }: Matter): Figure[] {
  if (endedAt === undefined) return []
  if (!isFinished(flow, status)) return ['endedOtherwise']
  return ['ended', `hours.${spanBucket(endedAt - receivedAt)}`]
}

function hasFinished(flow: FlowTable, { counts }: Matter): boolean {
  return actionsOf(flow, (row, status) => finishes(flow, row, status)).some(
    (action) => counts?.[action],
  )
}

/** Whoever has not answered yet is asked as long as it stands ended; whoever has, stays counted when it is reopened. */
function replyOf(flow: FlowTable, { status, counts }: Matter): Figure[] {
  const replies = actionsOf(flow, (row, { ended }) => row.measure === 'rated' && ended === true)
  if (replies.some((action) => counts?.[action])) return ['asked', 'answered']
  const row = flow.statuses[status]
  const mayAnswer = row?.ended && Object.values(row.actions).some((one) => one.measure === 'rated')
  return mayAnswer ? ['asked'] : []
}
