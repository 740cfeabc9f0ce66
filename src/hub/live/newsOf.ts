import { urgencies } from '@domain/kind/kind'
import { allFlows } from '@domain/flows/allFlows'
import type { Change } from './followLive'

/** A change as it is told to the officer, or nothing when it was the township's own doing. */
export type News = {
  readonly matterId: string
  readonly words: string
  /** It waits at the hub's door and rings. */
  readonly arrived: boolean
}

/** Who is told stands in the flow table; the console only says it. */
export function newsOf({ action, matter }: Change): News | undefined {
  if (action !== 'report' && !tellsHub(matter.flow, action)) return undefined
  // A report that a colleague has accepted before this line came back rings for nobody.
  const arrived = matter.status === initialOf(matter.flow)
  const what = `${matter.area.name}，${matter.kind.name}`
  const words = arrived
    ? `${action === 'report' ? '新上报' : '补充后再送'}：${urgencies[matter.urgency].title}，${what}`
    : `${matter.statusTitle}：${what}`
  return { matterId: matter.matterId, words, arrived }
}

function tellsHub(flowName: string, action: string): boolean {
  const flow = allFlows.find(({ name }) => name === flowName)
  return Object.values(flow?.statuses ?? {}).some((status) =>
    status.actions[action]?.tells.includes('hub'),
  )
}

function initialOf(flowName: string): string | undefined {
  return allFlows.find(({ name }) => name === flowName)?.initial
}
