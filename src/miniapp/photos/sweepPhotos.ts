import type { PhotoFiles, RecordStore } from '../platform/ports'

/** A photo taken this recently may not have reached its record yet. */
const YOUNG_MS = 24 * 60 * 60 * 1000

const FILE_ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Removes photos that no record names any more: left over by a kill between two lines, or thrown away. */
export async function sweepPhotos(
  files: PhotoFiles,
  records: RecordStore,
  now: number,
): Promise<void> {
  const named = namedFiles(records)
  for (const fileId of await files.list()) {
    if (!named.has(fileId) && now - mintedAt(fileId) > YOUNG_MS) await files.remove(fileId)
  }
}

/** Read as text, so that a record this version cannot read keeps its photos too. */
export function namedFiles(records: RecordStore): Set<string> {
  const keys = records.keys().filter((key) => key.startsWith('draft/') || key.startsWith('queue/'))
  return new Set(
    keys.flatMap((key) => JSON.stringify(records.read(key) ?? null).match(FILE_ID) ?? []),
  )
}

/** The first 48 bits of a UUID v7 are the millisecond it was minted in. */
function mintedAt(fileId: string): number {
  return parseInt(fileId.replace(/-/g, '').slice(0, 12), 16) || 0
}
