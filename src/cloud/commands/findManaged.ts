import { can, holds, type Actor } from '@domain/access/actor'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { Context } from '../context'
import { findAccount, type AccountRow } from '../store/peopleStore'

/**
 * The person whose account the actor may manage. Every post they hold must lie below the actor: somebody who serves a
 * village and the county as well would otherwise be the township's way into the county's account.
 */
export async function findManaged(
  context: Context,
  actor: Actor,
  account: string,
): Promise<AccountRow | Refusal<'access.not-permitted' | 'person.not-found'>> {
  if (!holds(actor, 'person.manage')) return refuse('access.not-permitted')
  const row = await findAccount(context.database, context.countyId, account)
  const areas = row?.posts.map((post) => post.areaCode) ?? []
  // Whoever holds no post belongs to no township.
  if (areas.length === 0) areas.push(String(context.countyId))
  const mayManage = areas.every((area) => can(actor, 'person.manage', area))
  // One answer for both, so that nobody asks for the accounts of other townships by name.
  return row && mayManage ? row : refuse('person.not-found')
}
