/// <reference lib="dom" />

const DATABASE = 'lianxin-photos'
const STORE = 'photos'

/** IndexedDB, as four verbs. localStorage holds text only, and five megabytes of it. */
export const blobStore = {
  get: (id: string) =>
    run<Blob | undefined>('readonly', (store) => store.get(id) as IDBRequest<Blob | undefined>),
  put: (id: string, blob: Blob) => run('readwrite', (store) => store.put(blob, id)),
  delete: (id: string) => run('readwrite', (store) => store.delete(id)),
  keys: () => run<IDBValidKey[]>('readonly', (store) => store.getAllKeys()),
}

async function run<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(STORE, mode)
    const request = act(transaction.objectStore(STORE))
    // The promise waits for the transaction and not for the request: only then is the photo on the disk.
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () =>
        reject(new Error('The photo was not stored', { cause: transaction.error }))
      transaction.onerror = () =>
        reject(new Error('The photo was not stored', { cause: transaction.error }))
    })
    return request.result
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () =>
      reject(new Error('The photo store did not open', { cause: request.error }))
  })
}
