import type { KindView } from '@contract/views'

export type KindGroup = {
  readonly category: string
  readonly name: string
  readonly icon: string
  readonly kinds: readonly KindView[]
}

export function usualKinds(kinds: readonly KindView[]): KindView[] {
  return kinds.filter((kind) => kind.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
}

export function groupKinds(kinds: readonly KindView[]): KindGroup[] {
  const codes = [...new Set(kinds.map((kind) => kind.category))].sort()
  return codes.map((category) => {
    const members = kinds.filter((kind) => kind.category === category)
    const [first] = members
    return { category, name: first?.categoryName ?? '', icon: first?.icon ?? '', kinds: members }
  })
}
