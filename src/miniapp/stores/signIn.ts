import type { RequestInputOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { DemoUser } from '@contract/api/signIn'
import type { Problem } from '@contract/problems'
import { platform } from '../platform/platform'
import { api } from './api'
import { keepOwnAreas } from './areas'
import { forgetContacts } from './contacts'
import { loadGridOutline } from './gridOutline'
import { loadKinds } from './kinds'
import { emptyLists, useLists } from './lists'
import { useMatters } from './matter'
import { forgetNews } from './news'
import { forgetPoints } from './points'
import { sendQueue } from './sendQueue'
import { forgetSession, setSession, useSession } from './session'

export type SignInResult = { readonly done: true } | { readonly problem?: Problem }

export function signInAsDemo(user: DemoUser): Promise<SignInResult> {
  return signIn({ method: 'demo', user })
}

/** A code works once and for five minutes, so each attempt fetches its own. */
export async function signInByWechat(): Promise<SignInResult> {
  const code = await platform.device.loginCode?.().catch(() => undefined)
  return code ? signIn({ method: 'wechat', code }) : {}
}

async function signIn(request: RequestInputOf<Operations['signIn']>): Promise<SignInResult> {
  const answer = await api.call('signIn', request)
  if (answer.kind !== 'done') return answer.kind === 'refused' ? { problem: answer.problem } : {}
  takeSession(answer.value)
  return { done: true }
}

/** From here on the phone belongs to this person; what another one saw is put out of sight. */
export function takeSession({ token, person }: ResponseOf<Operations['signIn']>): void {
  if (person.personId !== useSession.getState().person?.personId) forgetLists()
  setSession({ status: 'signed-in', token, person })
  void afterSignIn()
}

/** Nobody waits for these: what fails is asked for again when it is needed. */
async function afterSignIn(): Promise<void> {
  void sendQueue.drain({ hurry: true })
  await Promise.all([loadKinds(), rememberCounty()])
  await keepOwnAreas()
  // A pin is set where neither satellite nor line can be had, so the map for it lies ready.
  await loadGridOutline()
}

async function rememberCounty(): Promise<void> {
  const answer = await api.call('whoAmI', {})
  const session = useSession.getState()
  if (answer.kind !== 'done' || session.status !== 'signed-in') return
  setSession({ ...session, person: answer.value.person, county: answer.value.county })
}

/** The queue stays: its items belong to their person and wait for them. */
export async function signOut(): Promise<void> {
  const leaving = api.call('signOut', {})
  await leaving
  forgetSession()
  forgetLists()
}

/** What one person saw is put out of sight of the next. */
export function forgetLists(): void {
  useLists.setState(emptyLists(), true)
  useMatters.setState({}, true)
  forgetPoints()
  forgetNews()
  forgetContacts()
}
