import type { KindView } from '@contract/views'

/** By name, code, category or pinyin initials: 路灯, 0603, ldbl. What begins with the words comes first. */
export function searchKinds(kinds: readonly KindView[], words: string): KindView[] {
  const wanted = words.replace(/\s+/g, '').toLowerCase()
  if (wanted === '') return []
  return kinds
    .map((kind) => ({ kind, rank: rankOf(kind, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank || a.kind.code.localeCompare(b.kind.code))
    .map(({ kind }) => kind)
}

const NO_MATCH = 9

function rankOf({ name, code, initials, categoryName }: KindView, wanted: string): number {
  if (code === wanted || name === wanted) return 0
  if (name.startsWith(wanted) || initials.startsWith(wanted) || code.startsWith(wanted)) return 1
  if (name.includes(wanted)) return 2
  if (initials.includes(wanted)) return 3
  return categoryName.includes(wanted) ? 4 : NO_MATCH
}
