import { checkFlow } from '../flow/checkFlow'
import type { FlowTable } from '../flow/flowTable'
import { incidentFlow } from './incident'
import { civilClinicFlow } from './civilClinic'
import { mediationFlow } from './mediation'
import { petitionFlow } from './petition'
import { whistleFlow } from './whistle'
import { supervisionFlow } from './supervision'
import { questionFlow } from './question'
import { deliberationFlow } from './deliberation'
import { identitySearchFlow } from './identitySearch'
import { truthCheckFlow } from './truthCheck'
import { wordUpFlow } from './wordUp'
import { wordDownFlow } from './wordDown'
import { emergencyDutyFlow } from './emergencyDuty'
import { fraudDissuasionFlow } from './fraudDissuasion'
import { agentServiceFlow } from './agentService'
import { certificateCheckFlow } from './certificateCheck'
import { villageServiceFlow } from './villageService'
import { safetyPostFlow } from './safetyPost'
import { cameraViewingFlow } from './cameraViewing'
import { pointsSettlementFlow } from './pointsSettlement'
import { visitFlow } from './visit'

/** Every system that moves something through hands. One line each, in the order people meet them. */
export const allFlows: readonly FlowTable[] = [
  incidentFlow,
  civilClinicFlow,
  mediationFlow,
  petitionFlow,
  whistleFlow,
  supervisionFlow,
  questionFlow,
  deliberationFlow,
  identitySearchFlow,
  truthCheckFlow,
  wordUpFlow,
  wordDownFlow,
  emergencyDutyFlow,
  fraudDissuasionFlow,
  agentServiceFlow,
  certificateCheckFlow,
  villageServiceFlow,
  safetyPostFlow,
  cameraViewingFlow,
  pointsSettlementFlow,
  visitFlow,
]

/** A matter finishes under the version of the table it began with; without one, the newest is meant. */
export function findFlow(
  flows: readonly FlowTable[],
  name: string,
  version?: number,
): FlowTable | undefined {
  const versions = flows.filter((flow) => flow.name === name)
  const newest = [...versions].sort((one, other) => other.version - one.version)[0]
  return versions.find((flow) => flow.version === version) ?? newest
}

/** What is wrong with the tables together and each alone; empty when they are sound. */
export function checkFlows(flows: readonly FlowTable[]): string[] {
  return flows.flatMap((flow) => [
    ...checkFlow(flow).map((words) => `${flow.name}: ${words}`),
    ...strangeSpawns(flow, flows).map((words) => `${flow.name}: ${words}`),
  ])
}

function strangeSpawns(flow: FlowTable, flows: readonly FlowTable[]): string[] {
  return Object.values(flow.statuses)
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ title, spawns }) =>
      spawns && !findFlow(flows, spawns.flow) ? [`${title} begins a ${spawns.flow}, unknown`] : [],
    )
}

export function getFlow(name: string, version?: number): FlowTable {
  const flow = findFlow(allFlows, name, version)
  if (!flow) throw new Error(`There is no flow ${name}`)
  return flow
}
