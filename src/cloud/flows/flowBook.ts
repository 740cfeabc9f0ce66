import type { FlowTable } from '@domain/flow/flowTable'
import { findFlow } from '@domain/flows/allFlows'
import type { Matter } from '@domain/matter/matter'
import { applySettings } from '@domain/settings/applySettings'
import { noSettings } from '@domain/settings/countySettings'
import { emptyShelf, type SettingsShelf } from './settingsShelf'

type BegunWith = Pick<Matter, 'flow' | 'flowVersion' | 'settingsVersion'>

/** The flow tables of the county: the product's, as the county has set them. */
export type FlowBook = {
  /** In force now, with those the county has switched off: matters of theirs may still be open. */
  all(): readonly FlowTable[]
  /** One that may be begun: in force now, and not switched off. */
  named(name: string): FlowTable | undefined
  /** The table a matter began with, as the county had it then: it finishes under it. */
  of(matter: BegunWith): FlowTable
  /** What a matter that begins now has to remember. */
  settingsVersion(): number | undefined
}

/** The tables of each version are made when the first matter asks for them, and kept. */
export function makeFlowBook(
  tables: readonly FlowTable[],
  shelf: SettingsShelf = emptyShelf,
): FlowBook {
  const made = new Map<number | undefined, readonly FlowTable[]>()
  function tablesUnder(version: number | undefined): readonly FlowTable[] {
    const known = made.get(version)
    if (known) return known
    const settings = version === undefined ? undefined : shelf.find(version)
    // Another process made it a moment ago: the product's own statuses and steps hold until it is read.
    if (version !== undefined && !settings) return tables
    const fresh = applySettings(tables, settings?.content ?? noSettings)
    made.set(version, fresh)
    return fresh
  }
  const inForce = () => tablesUnder(shelf.inForce()?.version)
  return {
    all: () => newestOf(inForce()),
    named: (name) =>
      shelf.inForce()?.content.flows[name]?.off ? undefined : findFlow(inForce(), name),
    of({ flow: name, flowVersion, settingsVersion }) {
      const flow = findFlow(tablesUnder(settingsVersion), name, flowVersion)
      if (!flow) throw new Error(`There is no flow ${name}`)
      return flow
    },
    settingsVersion: () => shelf.inForce()?.version,
  }
}

function newestOf(tables: readonly FlowTable[]): FlowTable[] {
  const names = [...new Set(tables.map(({ name }) => name))]
  return names.map((name) => findFlow(tables, name)).filter((flow) => flow !== undefined)
}
