import { isOneOfThree } from '@domain/access/apart'
import { can, holds, type Actor } from '@domain/access/actor'
import type { Permission } from '@domain/access/permissions'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { Context } from '../context'
import { findAccount, type AccountRow } from '../store/peopleStore'

type Unmanaged = 'access.not-permitted' | 'person.not-found' | 'account.set-apart'

/** Whoever gives out accounts: a hub's head for their own people, the system administrator for all. */
export const managesAccounts = ['person.manage', 'account.make'] as const

/**
 * The person whose account the actor may manage. Every post they hold must lie below the actor: somebody who serves a
 * village and the county as well would otherwise be the township's way into the county's account. Whoever could set the
 * password of one of the three administrators would be that administrator.
 */
export async function findManaged(
  context: Context,
  actor: Actor,
  account: string,
  by: readonly Permission[] = ['person.manage'],
): Promise<AccountRow | Refusal<Unmanaged>> {
  if (!by.some((permission) => holds(actor, permission))) return refuse('access.not-permitted')
  const row = await findAccount(context.database, context.countyId, account)
  const areas = row?.posts.map((post) => post.areaCode) ?? []
  // Whoever holds no post belongs to no township.
  if (areas.length === 0) areas.push(String(context.countyId))
  const mayManage = areas.every((area) => by.some((permission) => can(actor, permission, area)))
  // One answer for both, so that nobody asks for the accounts of other townships by name.
  if (!row || !mayManage) return refuse('person.not-found')
  return row.posts.some(({ role }) => isOneOfThree(role)) ? refuse('account.set-apart') : row
}
