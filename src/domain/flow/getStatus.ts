import type { FlowTable, StatusRow } from './flowTable'

export function getStatus(flow: FlowTable, status: string): StatusRow {
  const row = flow.statuses[status]
  if (!row) throw new Error(`Flow ${flow.name} has no status ${status}`)
  return row
}
