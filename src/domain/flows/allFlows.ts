import type { FlowTable } from '../flow/flowTable'
import { incidentFlow } from './incident'

/** Every system that moves something through hands. One line each, in the order people meet them. */
export const allFlows: readonly FlowTable[] = [incidentFlow]

export function getFlow(name: string): FlowTable {
  const flow = allFlows.find((candidate) => candidate.name === name)
  if (!flow) throw new Error(`There is no flow ${name}`)
  return flow
}
