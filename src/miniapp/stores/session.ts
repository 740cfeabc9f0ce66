import { create } from 'zustand'
import { containsArea } from '@domain/area/areaCode'
import { grantsOf, type Permission } from '@domain/access/permissions'
import type { PersonView } from '@contract/views'
import { platform } from '../platform/platform'

const KEY = 'session'

/** ended: the server no longer knows the token; who it was stays known, so that nothing queued changes hands. */
export type Session = {
  readonly status: 'guest' | 'signed-in' | 'ended'
  readonly token?: string
  readonly person?: PersonView
  readonly county?: { readonly code: string; readonly name: string }
}

export type Face = 'officer' | 'worker' | 'resident'

export const useSession = create<Session>(readSession)

export function readSession(): Session {
  return (platform.records.read(KEY) as Session | undefined) ?? { status: 'guest' }
}

export function setSession(session: Session): void {
  platform.records.write(KEY, session)
  useSession.setState(session, true)
}

/** The queue keeps its items; they wait for the same person to sign in again. */
export function endSession(): void {
  const { status, token: _token, ...who } = useSession.getState()
  if (status === 'signed-in') setSession({ ...who, status: 'ended' })
}

export function forgetSession(): void {
  setSession({ status: 'guest' })
}

export function signedInPerson(): string | undefined {
  const { status, person } = useSession.getState()
  return status === 'signed-in' ? person?.personId : undefined
}

export function holdsPermission(person: PersonView | undefined, permission: Permission): boolean {
  return person?.posts.some((post) => grantsOf(post.role).includes(permission)) ?? false
}

/** May I do this where it lies? The server decides; asking here spares a walk for nothing. */
export function holdsPermissionAt(permission: Permission, areaCode: string): boolean {
  const posts = useSession.getState().person?.posts ?? []
  return posts.some(
    (post) => grantsOf(post.role).includes(permission) && containsArea(post.area.code, areaCode),
  )
}

/** Which first screen fits. Officers and residents may do the same things and come for different ones. */
export function faceOf(person: PersonView | undefined): Face {
  if (holdsPermission(person, 'task.claim')) return 'worker'
  return person && person.posts.some((post) => post.role !== 'resident') ? 'officer' : 'resident'
}

/** The post people are greeted with: the one nearest to the ground. */
export function mainPost(person: PersonView | undefined) {
  return [...(person?.posts ?? [])].sort((a, b) => b.area.code.length - a.area.code.length)[0]
}
