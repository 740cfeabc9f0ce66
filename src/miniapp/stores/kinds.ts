import { create } from 'zustand'
import type { KindView } from '@contract/views'
import { platform } from '../platform/platform'
import { api } from './api'
import { useSession } from './session'

/** A new name where older apps kept less of each kind. */
const KEY = 'cache/kinds-2'
const FRESH_MS = 12 * 60 * 60 * 1000

type Kinds = {
  readonly kinds: readonly KindView[]
  readonly loadedAt: number
  /** Whom the server was asked for: what one may begin, another may not. */
  readonly personId: string
  readonly failed: boolean
}

export const useKinds = create<Kinds>(readKinds)

export function readKinds(): Kinds {
  const kept = platform.records.read(KEY) as Omit<Kinds, 'failed'> | undefined
  const { kinds = [], loadedAt = 0, personId = '' } = kept ?? {}
  return { kinds, loadedAt, personId, failed: false }
}

/** Kept for the hours without signal; asked for again twice a day, and when somebody else holds the phone. */
export async function loadKinds(): Promise<void> {
  const known = useKinds.getState()
  const personId: string = useSession.getState().person?.personId ?? ''
  const fresh = known.personId === personId && Date.now() - known.loadedAt < FRESH_MS
  if (known.kinds.length > 0 && fresh) return
  const answer = await api.call('listKinds', {})
  if (answer.kind !== 'done') return useKinds.setState({ failed: true })
  const loaded = { kinds: answer.value.items, loadedAt: Date.now(), personId }
  platform.records.write(KEY, loaded)
  useKinds.setState({ ...loaded, failed: false })
}

export function findKind(code: string | undefined): KindView | undefined {
  return useKinds.getState().kinds.find((kind) => kind.code === code)
}
