import type { BlobStore } from '@cloud/files/blobStore'

/** Fast enough for thousands of sends. */
export function memoryBlobs(): BlobStore & { readonly keys: () => string[] } {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (key, bytes) => void kept.set(key, bytes.slice()),
    get: async (key) => kept.get(key),
    delete: async (key) => void kept.delete(key),
    async deleteBelow(folder) {
      for (const key of kept.keys()) if (key.startsWith(`${folder}/`)) kept.delete(key)
    },
    keys: () => [...kept.keys()],
  }
}
