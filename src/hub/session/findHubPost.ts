import { grantsOf, type Permission } from '@domain/access/permissions'
import type { PersonView } from '@contract/views'

export type HubPost = PersonView['posts'][number]

/** The post this person sits at the console with; `undefined` for somebody who has no business here. */
export function findHubPost(person: PersonView): HubPost | undefined {
  return person.posts.find((post) => grantsOf(post.role).includes('hub.operate'))
}

export function mayHub(person: PersonView, permission: Permission): boolean {
  return person.posts.some((post) => grantsOf(post.role).includes(permission))
}
