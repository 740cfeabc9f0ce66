import type { PersonView } from '@contract/views'
import { lazy } from 'react'
import type { Route } from '../console/route'
import { MinePage } from './MinePage'
import { pagesFor } from './pages'
import { RolesPage } from './RolesPage'

const AccountsPage = lazy(() =>
  import('./AccountsPage').then((file) => ({ default: file.AccountsPage })),
)
const AuditPage = lazy(() =>
  import('../audit/AuditPage').then((file) => ({ default: file.AuditPage })),
)

/** The pages about people; nothing for another page, and for one that is not this person's. */
export function AccountRoutes({ route, person }: { route: Route; person: PersonView }) {
  const open = pagesFor(person).find(({ page }) => page === route.page)
  if (!open) return null
  if (open.page === 'accounts') return <AccountsPage person={person} />
  if (open.page === 'audit') return <AuditPage />
  if (open.page === 'roles') return <RolesPage />
  return <MinePage />
}
