import { create } from 'zustand'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { platform } from '../platform/platform'
import { api } from './api'
import { signedInPerson } from './session'

type Answered = ResponseOf<Operations['listContacts']>

type Contacts = {
  readonly shown?: Answered
  readonly keptAt?: string
  readonly state: 'new' | 'loading' | 'ready' | 'unreachable'
  readonly trouble?: string
}

/** One list, of the place looked at last, so that it never grows. */
type Kept = Answered & { readonly keptAt: string }

export const useContacts = create<Contacts>(() => ({ state: 'new' }))

export function forgetContacts(): void {
  useContacts.setState({ state: 'new' }, true)
}

function keptKey(): string {
  // Per person, so that the next one on this phone does not see it.
  return `cache/contacts-${signedInPerson() ?? 'nobody'}`
}

/** Of the place named, else of the one looked at last, else of the person's own. Where there is no signal, what was kept. */
export async function loadContacts(areaCode?: string): Promise<void> {
  const kept = platform.records.read(keptKey()) as Kept | undefined
  const asked = areaCode ?? kept?.area.code
  const known = kept?.area.code === asked ? kept : undefined
  useContacts.setState(
    { state: 'loading', ...(known ? { shown: known, keptAt: known.keptAt } : {}) },
    true,
  )
  const answer = await api.call('listContacts', asked === undefined ? {} : { areaCode: asked })
  if (answer.kind === 'done') return show(answer.value)
  if (answer.kind === 'refused')
    return useContacts.setState({ state: 'ready', trouble: answer.problem.title }, true)
  useContacts.setState({ state: 'unreachable' })
}

/** Fetched once ahead, so that the numbers are there the first time there is no signal. */
export async function keepContacts(): Promise<void> {
  if (platform.records.read(keptKey()) === undefined) await loadContacts()
}

function show(shown: Answered): void {
  const keptAt = new Date().toISOString()
  platform.records.write(keptKey(), { ...shown, keptAt } satisfies Kept)
  useContacts.setState({ shown, state: 'ready' }, true)
}

/** The grid under the phone; `undefined` when neither phone nor server can say. */
export async function findAreaHere(): Promise<string | undefined> {
  const place = await platform.locate().catch(() => undefined)
  if (!place) return undefined
  const answer = await api.call('findGrid', { place })
  return answer.kind === 'done' ? answer.value.grid.code : undefined
}
