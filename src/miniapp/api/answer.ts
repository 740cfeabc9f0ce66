import type { Problem } from '@contract/problems'

/**
 * What came of a request. `unknown` is not a failure: the server may have acted on it, so only the identical request
 * may follow.
 */
export type Answer<T = unknown> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unknown' }
