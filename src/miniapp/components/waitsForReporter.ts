import { waitsForReporter as waitsIn } from '@domain/flow/waitsForReporter'
import { allFlows, findFlow } from '@domain/flows/allFlows'
import type { MatterView } from '@contract/views'

/** Of a flow newer than this app nothing is known here; the matter's sentence still says what is asked of its reporter. */
export function waitsForReporter({ flow: name, status }: MatterView): boolean {
  const flow = findFlow(allFlows, name)
  return flow !== undefined && waitsIn(flow, status)
}
