import type { KeyboardEvent } from 'react'

/** Enter in one line of a form would send the whole of it, half filled in; Ctrl and Enter sends. */
export function keepsEnter({ key, target }: KeyboardEvent): boolean {
  return key === 'Enter' && target instanceof HTMLInputElement
}
