import type { Fields } from '../types'

type Listener = (value: unknown) => void

/** `wx.onX` and `wx.offX` for many X, and a way to let X happen. */
export function createListeners(names: string[]) {
  const byName = new Map(names.map((name) => [name, new Set<Listener>()]))
  const api: Fields = {}
  for (const [name, listeners] of byName) {
    api[`on${name}`] = (listener: Listener) => void listeners.add(listener)
    api[`off${name}`] = (listener?: Listener) =>
      listener ? void listeners.delete(listener) : listeners.clear()
  }
  return {
    api,
    emit(name: string, value: unknown) {
      for (const listener of [...(byName.get(name) ?? [])]) listener(value)
    },
    count: (name: string) => byName.get(name)?.size ?? 0,
  }
}
