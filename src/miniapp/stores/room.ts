import { create } from 'zustand'
import { log } from '../platform/log'
import { platform } from '../platform/platform'
import { clearCopies, clearSent } from '../queue/clearSent'
import { filesLevel, recordsLevel, type Room } from '../queue/roomRules'
import { singleFlight } from '../queue/singleFlight'
import { sendQueue } from './sendQueue'
import { signedInPerson } from './session'

/** How much of the phone the app takes, as last measured. */
export const useRoom = create<Room>(() => ({ records: 0, files: 0 }))

/** Photos do not change once they are ready, so each is measured once. */
const sizes = new Map<string, number>()

/** After anything that takes room or gives it back; clears what the server has where it becomes tight. */
export const measureRoom = singleFlight(async () => {
  try {
    useRoom.setState(await readRoom())
    if (isFine()) return
    await tidy()
    useRoom.setState(await readRoom())
  } catch (cause) {
    log('Nobody knows how much room is left', cause)
  }
})

/** A photo was made smaller. */
export function forgetSize(fileId: string): void {
  sizes.delete(fileId)
}

function isFine(): boolean {
  const room = useRoom.getState()
  return recordsLevel(room) === 'fine' && filesLevel(room) === 'fine'
}

async function readRoom(): Promise<Room> {
  return { records: platform.records.usedBytes(), files: await countFiles() }
}

async function countFiles(): Promise<number> {
  const there = new Set(await platform.photos.list())
  for (const fileId of [...sizes.keys()]) if (!there.has(fileId)) sizes.delete(fileId)
  let sum = 0
  for (const fileId of there) {
    const known = sizes.get(fileId) ?? (await platform.photos.size(fileId)) ?? 0
    sizes.set(fileId, known)
    sum += known
  }
  return sum
}

async function tidy(): Promise<void> {
  const { photos, records: store } = platform
  const { items } = sendQueue.read()
  await clearSent({ items, forget: sendQueue.discard, photos, store })
  clearCopies(
    store,
    signedInPerson(),
    () => recordsLevel({ records: store.usedBytes() }) === 'fine',
  )
}
