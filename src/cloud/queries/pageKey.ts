import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'

/** Where a page ended: a time (or Infinity) and an id. Lists page by key, never by offset. */
export type PageKey = { readonly at: number; readonly id: string }

export const PAGE_LIMIT_DEFAULT = 20

export function writePageKey({ at, id }: PageKey): string {
  return Buffer.from(`${at}|${id}`).toString('base64url')
}

/** What a page key may say, since anybody can write one: a real id, and a time that every database can keep. */
const KEY = /^(\d{1,15}|Infinity)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const END_OF_YEAR_9999 = 253_402_300_799_999

/** By due time a matter without a deadline comes at the end of all; no other list has a key without a time. */
export function readPageKey(
  after: string | undefined,
  order: 'received' | 'due' = 'received',
): PageKey | undefined | Refusal<ProblemCode> {
  if (after === undefined) return undefined
  const [, time, id] = KEY.exec(Buffer.from(after, 'base64url').toString()) ?? []
  const at = Number(time)
  if (id !== undefined && (at <= END_OF_YEAR_9999 || (at === Infinity && order === 'due')))
    return { at, id }
  return refuse('request.invalid', {
    issues: [{ path: 'after', message: '不是上一页给出的 next' }],
  })
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
