import { createStore, type StoreApi } from 'zustand/vanilla'

/** What this desk joined last, for as long as it may be undone, whatever lies open meanwhile. */
export type LastMerge = {
  readonly matterIds: readonly string[]
  readonly intoNumber: string
  readonly until: number
}

export type LastMergeStore = StoreApi<{ readonly last: LastMerge | undefined }>

export function createLastMerge(): LastMergeStore {
  return createStore<{ readonly last: LastMerge | undefined }>(() => ({ last: undefined }))
}
