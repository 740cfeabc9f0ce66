import type { ActionRow, FlowTable, StatusRow } from '../flow/flowTable'
import type { MatterMoved } from '../matter/matterEvent'

export function getRow(
  flow: FlowTable,
  { from, action }: Pick<MatterMoved, 'from' | 'action'>,
): ActionRow | undefined {
  return flow.statuses[from]?.actions[action]
}

/** The names of the actions that are so somewhere in the table. */
export function actionsOf(
  flow: FlowTable,
  isSo: (row: ActionRow, status: StatusRow) => boolean,
): string[] {
  return Object.values(flow.statuses).flatMap((status) =>
    Object.entries(status.actions)
      .filter(([, row]) => isSo(row, status))
      .map(([action]) => action),
  )
}

/** Ends with the work done: by a step that is counted, by whoever had the task, or by the answer that was asked for. */
export function finishes(flow: FlowTable, row: ActionRow, { ended }: StatusRow): boolean {
  if (ended || !flow.statuses[row.to]?.ended) return false
  return row.measure !== undefined || row.task === 'finish' || row.automatic === 'answer'
}

/** Every way into it that does the work makes it a status of work done. */
export function isFinished(flow: FlowTable, status: string): boolean {
  return actionsOf(flow, (row, from) => row.to === status && finishes(flow, row, from)).length > 0
}
