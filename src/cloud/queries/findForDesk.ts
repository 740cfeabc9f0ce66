import { can, type Actor } from '@domain/access/actor'
import type { Permission } from '@domain/access/permissions'
import type { Matter } from '@domain/matter/matter'
import { mayRead } from '@domain/matter/mayRead'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { findMatter } from '../store/matterStore'

/** A matter that somebody of the desk has before them, or why not. */
export async function findForDesk(
  { database, countyId, flows, now }: Context,
  actor: Actor,
  matterId: string,
  permission: Permission = 'matter.accept',
): Promise<Matter | Refusal<ProblemCode>> {
  const matter = await findMatter(database, countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  if (!can(actor, permission, matter.areaCode)) return refuse('access.not-permitted')
  return mayRead(actor, matter, flows.of(matter), now())
    ? matter
    : refuse('access.outside-jurisdiction')
}
