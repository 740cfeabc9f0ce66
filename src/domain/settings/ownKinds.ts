import type { FlowTable } from '../flow/flowTable'
import type { Kind } from '../kind/kind'
import type { OwnKind } from './countySettings'

/** What no flow claims is an incident. */
export const USUAL_FLOW = 'incident'

/** The range that the product leaves to a county: nine kinds in each category. */
export function isOwnCode(code: string): boolean {
  return /^\d{2}9[1-9]$/.test(code)
}

export function categoryOf(code: string): string {
  return code.slice(0, 2)
}

/** A county's own kind begins what the others of its category begin. */
export function flowOfCategory(code: string, tables: readonly FlowTable[]): string {
  const begins = (table: FlowTable) =>
    table.kinds?.some((kind) => categoryOf(kind.code) === categoryOf(code))
  return tables.find(begins)?.name ?? USUAL_FLOW
}

export function ownKind(
  { initials: _initials, off: _off, ...own }: OwnKind,
  kinds: readonly Kind[],
  tables: readonly FlowTable[],
): Kind {
  const category = categoryOf(own.code)
  const neighbour = kinds.find((kind) => kind.category === category)
  return {
    ...own,
    category,
    categoryName: neighbour?.categoryName ?? category,
    flow: flowOfCategory(own.code, tables),
    version: 1,
  }
}
