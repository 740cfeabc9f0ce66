import { useSyncExternalStore } from 'react'
import { isAccountPage, type AccountPage } from '../accounts/pages'

/** Where the officer is. It stands in the address, so that a reload or a new sign-in comes back to the same place. */
export type Route =
  | { readonly page: 'matters'; readonly matterId?: string }
  | { readonly page: 'deliveries' }
  | { readonly page: 'handover' }
  | { readonly page: 'figures' }
  | { readonly page: 'board' }
  | { readonly page: 'wall' }
  | { readonly page: 'settings' }
  | { readonly page: AccountPage }

export function parseRoute(hash: string): Route {
  const [, page, id] = hash.split('/')
  if (page === 'deliveries' || page === 'handover' || page === 'figures') return { page }
  if (page === 'settings' || page === 'board' || page === 'wall') return { page }
  if (isAccountPage(page)) return { page }
  return page === 'matters' && id ? { page, matterId: decodeURIComponent(id) } : { page: 'matters' }
}

export function hrefOf(route: Route): string {
  if (route.page !== 'matters') return `#/${route.page}`
  return route.matterId === undefined ? '#/' : `#/matters/${encodeURIComponent(route.matterId)}`
}

export function goTo(route: Route): void {
  window.location.hash = hrefOf(route)
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(listen, () => window.location.hash))
}

function listen(tell: () => void): () => void {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}
