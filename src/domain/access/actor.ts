import { containsArea, type AreaCode } from '../area/areaCode'
import type { PersonId } from '../shared/ids'
import { grantsOf, type Permission, type Role } from './permissions'

/** Post 岗位: a role held within a jurisdiction (辖区), the subtree below one area code. */
export type Post = {
  readonly role: Role
  readonly areaCode: AreaCode
  readonly departmentCode?: string
}

/** The signed-in person, as every command and query sees them. */
export type Actor = {
  readonly personId: PersonId
  readonly countyId: number
  readonly name: string
  readonly posts: readonly Post[]
  /** 撤回同意: may look, and gives nothing new until they agree again. */
  readonly onlyLooks?: true
  /** At a console, without the second factor that reading what is sensitive asks for. */
  readonly unproven?: true
}

/** May this actor use the permission on something that lies in `areaCode`? */
export function can(actor: Actor, permission: Permission, areaCode: AreaCode): boolean {
  return actor.posts.some(
    (post) => grantsOf(post.role).includes(permission) && containsArea(post.areaCode, areaCode),
  )
}

/** The areas within which the actor holds the permission; empty when they do not hold it at all. */
export function jurisdictionsOf(actor: Actor, permission: Permission): AreaCode[] {
  return actor.posts
    .filter((post) => grantsOf(post.role).includes(permission))
    .map((post) => post.areaCode)
}

/** 居民、信息员: earns points. Whoever also holds a paid post reports as a duty (国办函〔2026〕12号). */
export function isVolunteer(actor: Actor): boolean {
  return (
    actor.posts.length > 0 &&
    actor.posts.every((post) => grantsOf(post.role).includes('points.earn'))
  )
}

export function holds(actor: Actor, permission: Permission): boolean {
  return jurisdictionsOf(actor, permission).length > 0
}

/** 本人管理: made by signing in, so the person corrects and closes it. Whoever holds any other post has it from the county. */
export function keepsOwnAccount(actor: Actor): boolean {
  return actor.posts.every(({ role }) => role === 'resident')
}
