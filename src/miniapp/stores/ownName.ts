import { create } from 'zustand'
import type { PersonView } from '@contract/views'
import { UNNAMED } from '@contract/unnamed'
import { platform } from '../platform/platform'
import { api } from './api'
import { setSession, signedInPerson, useSession } from './session'

const KEY = 'own-name'

type Kept = { readonly personId: string; readonly name: string }

/** What is being typed, until the report is sent with which it goes. */
export const useTypedName = create<{ name: string }>(() => ({ name: '' }))

/** Signed in through WeChat, and nobody knows yet what they are called. */
export function isUnnamed(person: PersonView | undefined): boolean {
  return person?.name === UNNAMED
}

/** Said once: the phone knows it from now on, and the township as soon as there is signal. */
export function keepOwnName(): void {
  const { person, ...session } = useSession.getState()
  const name = useTypedName.getState().name.trim()
  if (!person || name === '') return
  platform.records.write(KEY, { personId: person.personId, name } satisfies Kept)
  setSession({ ...session, person: { ...person, name } })
  void sendOwnName()
}

/** Repeated until it is answered; the same name twice is the same name. */
export async function sendOwnName(): Promise<void> {
  const kept = platform.records.read(KEY) as Kept | undefined
  if (!kept || kept.personId !== signedInPerson()) return
  const answer = await api.call('correctMyData', { name: kept.name, phone: '' })
  if (answer.kind === 'done' || (answer.kind === 'refused' && answer.problem.retry !== 'later'))
    platform.records.remove(KEY)
}
