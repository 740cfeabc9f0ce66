import { grantsOf, type Permission } from '@domain/access/permissions'
import type { PersonView } from '@contract/views'

export type HubPost = PersonView['posts'][number]

/**
 * The post this person sits at the console with: the hub's, or that of a leader, supervisor or village who reads what
 * lies there; `undefined` for somebody who has no business here.
 */
export function findHubPost(person: PersonView): HubPost | undefined {
  const holds = (permission: Permission) =>
    person.posts.find((post) => grantsOf(post.role).includes(permission))
  return (
    holds('hub.operate') ?? (mayHub(person, 'console.signIn') ? holds('matter.read') : undefined)
  )
}

export function mayHub(person: PersonView, permission: Permission): boolean {
  return person.posts.some((post) => grantsOf(post.role).includes(permission))
}
