import type { PhotoFiles, RecordStore } from '@miniapp/platform/ports'

/** What a phone keeps when the app dies: records as text, so that nothing is shared by accident, and photos. */
export function createMemoryPhone() {
  const disk = new Map<string, string>()
  const album = new Map<string, Uint8Array>()
  return { disk, album, records: recordsOn(disk), photos: photosOn(album) }
}

export type MemoryPhone = ReturnType<typeof createMemoryPhone>

function recordsOn(disk: Map<string, string>): RecordStore {
  return {
    keys: () => [...disk.keys()],
    read: (key) => {
      const text = disk.get(key)
      return text === undefined ? undefined : (JSON.parse(text) as unknown)
    },
    write: (key, value) => void disk.set(key, JSON.stringify(value)),
    remove: (key) => void disk.delete(key),
    usedBytes: () => [...disk.values()].reduce((sum, text) => sum + text.length, 0),
  }
}

function photosOn(album: Map<string, Uint8Array>): PhotoFiles {
  return {
    pick: async () => ['camera://1'],
    adopt: async (temporary, fileId) =>
      void album.set(fileId, Uint8Array.from(Buffer.from(`${temporary} ${fileId}`))),
    shrink: async () => undefined,
    read: async (fileId, offset, length) => {
      const contents = album.get(fileId)
      return contents && Uint8Array.from(contents.subarray(offset, offset + length)).buffer
    },
    size: async (fileId) => album.get(fileId)?.byteLength,
    address: async (fileId) => (album.has(fileId) ? `photo://${fileId}` : undefined),
    preview: async (fileId) => (album.has(fileId) ? `tile://${fileId}` : undefined),
    remove: async (fileId) => void album.delete(fileId),
    list: async () => [...album.keys()],
  }
}
