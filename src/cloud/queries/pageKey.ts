import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'

/** Where a page ended: a time (or Infinity) and an id. Lists page by key, never by offset. */
export type PageKey = { readonly at: number; readonly id: string }

export const PAGE_LIMIT_DEFAULT = 20

export function writePageKey({ at, id }: PageKey): string {
  return Buffer.from(`${at}|${id}`).toString('base64url')
}

export function readPageKey(after: string | undefined): PageKey | undefined | Refusal<ProblemCode> {
  if (after === undefined) return undefined
  const match = /^(-?\d+|Infinity)\|([0-9a-f-]{36})$/.exec(
    Buffer.from(after, 'base64url').toString(),
  )
  if (!match)
    return refuse('request.invalid', {
      issues: [{ path: 'after', message: '不是上一页给出的 next' }],
    })
  return { at: Number(match[1]), id: match[2] ?? '' }
}

/** timestamptz in a parameter; the key of a matter without a deadline is at the end of all. */
export function keyTime(at: number): Date | string {
  return at === Infinity ? 'infinity' : new Date(at)
}

/** Asks for one more than the page, to know whether there is another. */
export function cutPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => PageKey) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? writePageKey(keyOf(last)) : null }
}
