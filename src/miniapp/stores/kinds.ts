import { create } from 'zustand'
import type { KindView } from '@contract/views'
import { platform } from '../platform/platform'
import { api } from './api'

const KEY = 'cache/kinds'
const FRESH_MS = 12 * 60 * 60 * 1000

type Kinds = {
  readonly kinds: readonly KindView[]
  readonly loadedAt: number
  readonly failed: boolean
}

export const useKinds = create<Kinds>(readKinds)

export function readKinds(): Kinds {
  const kept = platform.records.read(KEY) as Omit<Kinds, 'failed'> | undefined
  return { kinds: kept?.kinds ?? [], loadedAt: kept?.loadedAt ?? 0, failed: false }
}

/** Kept for the hours without signal; asked for again twice a day. */
export async function loadKinds(): Promise<void> {
  const { kinds, loadedAt } = useKinds.getState()
  if (kinds.length > 0 && Date.now() - loadedAt < FRESH_MS) return
  const answer = await api.call('listKinds', {})
  if (answer.kind !== 'done') return useKinds.setState({ failed: true })
  const fresh = { kinds: answer.value.items, loadedAt: Date.now() }
  platform.records.write(KEY, fresh)
  useKinds.setState({ ...fresh, failed: false })
}

export function findKind(code: string | undefined): KindView | undefined {
  return useKinds.getState().kinds.find((kind) => kind.code === code)
}
