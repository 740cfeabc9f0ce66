import type { FlowTable } from './flowTable'

/** Does the matter stand still until its reporter does something? Then it must catch their eye. */
export function waitsForReporter(flow: FlowTable, status: string): boolean {
  return Object.values(flow.statuses[status]?.actions ?? {}).some(
    ({ relation, primary, when }) => relation === 'reporter' && primary === true && !when,
  )
}
