import { createStore, type StoreApi } from 'zustand/vanilla'

/** 动态口令: whoever is asked for it once answers for all that waits for it. */
export type FactorDesk = {
  readonly store: StoreApi<{ readonly asking: boolean }>
  /** True once it has been proved; false when the person turned away. */
  ask(): Promise<boolean>
  settle(proved: boolean): void
}

export function createFactorDesk(): FactorDesk {
  const store = createStore(() => ({ asking: false }))
  let waiting: ((proved: boolean) => void)[] = []
  return {
    store,
    ask() {
      store.setState({ asking: true })
      return new Promise((resolve) => waiting.push(resolve))
    },
    settle(proved) {
      const told = waiting
      waiting = []
      store.setState({ asking: false })
      for (const tell of told) tell(proved)
    },
  }
}
