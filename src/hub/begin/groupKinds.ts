import { allFlows, findFlow } from '@domain/flows/allFlows'
import type { KindView } from '@contract/views'

export type KindGroup = {
  readonly flow: string
  readonly title: string
  readonly purpose: string
  readonly kinds: readonly KindView[]
}

/** Kinds under the flow they begin, in the order people meet the flows; found by name, initials, number or flow. */
export function groupKinds(kinds: readonly KindView[], search: string): KindGroup[] {
  const order = [
    ...new Set([...allFlows.map(({ name }) => name), ...kinds.map(({ flow }) => flow)]),
  ]
  return order
    .map((name) => groupOf(name, kinds))
    .map((group) => ({
      ...group,
      kinds: group.kinds.filter((kind) => isFound(kind, group, search)),
    }))
    .filter((group) => group.kinds.length > 0)
}

function groupOf(name: string, kinds: readonly KindView[]): KindGroup {
  const own = kinds.filter(({ flow }) => flow === name)
  const flow = findFlow(allFlows, name)
  return {
    flow: name,
    title: flow?.title ?? own[0]?.categoryName ?? name,
    purpose: flow?.purpose ?? '',
    kinds: own,
  }
}

function isFound(kind: KindView, { title }: KindGroup, search: string): boolean {
  const words = search.trim().toLowerCase()
  const { name, categoryName, initials, code } = kind
  return [name, categoryName, title, initials, code].some((text) =>
    text.toLowerCase().includes(words),
  )
}
