import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type Command = RequestInputOf<Operations['actOnMatter']>

/**
 * Commands whose outcome nobody knows, by matter. Only the identical request may be sent again: the server answers it
 * as it did the first time, where a new one could dispatch the same matter twice.
 */
export type PendingCommands = {
  readonly store: StoreApi<Readonly<Record<string, Command>>>
  readonly keep: (command: Command) => void
  readonly settle: (matterId: string) => void
}

export function createPendingCommands(): PendingCommands {
  const store = createStore<Readonly<Record<string, Command>>>(() => ({}))
  return {
    store,
    keep: (command) => store.setState({ [command.matterId]: command }),
    settle: (matterId) =>
      store.setState((kept) => {
        const { [matterId]: _settled, ...others } = kept
        return others
      }, true),
  }
}
