import type { FlowTable } from '@domain/flow/flowTable'
import { findFlow } from '@domain/flows/allFlows'
import type { Matter } from '@domain/matter/matter'

type BegunWith = Pick<Matter, 'flow' | 'flowVersion' | 'settingsVersion'>

/** The flow tables of the county: the product's, as the county has set them. */
export type FlowBook = {
  /** In force now, without those the county has switched off. */
  all(): readonly FlowTable[]
  named(name: string): FlowTable | undefined
  /** The table a matter began with, as the county had it then: it finishes under it. */
  of(matter: BegunWith): FlowTable
  /** What a matter that begins now has to remember. */
  settingsVersion(): number | undefined
}

export function makeFlowBook(tables: readonly FlowTable[]): FlowBook {
  const newest = [...new Set(tables.map(({ name }) => name))].map((name) => findFlow(tables, name))
  const inForce = newest.filter((flow) => flow !== undefined)
  return {
    all: () => inForce,
    named: (name) => inForce.find((flow) => flow.name === name),
    of({ flow: name, flowVersion }) {
      const flow = findFlow(tables, name, flowVersion)
      if (!flow) throw new Error(`There is no flow ${name}`)
      return flow
    },
    settingsVersion: () => undefined,
  }
}
