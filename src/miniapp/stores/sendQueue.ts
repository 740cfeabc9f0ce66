import { create } from 'zustand'
import { log } from '../platform/log'
import { platform } from '../platform/platform'
import { createSendQueue, type QueueSnapshot } from '../queue/createSendQueue'
import { recordsLevel } from '../queue/roomRules'
import { itemState, type QueueItem } from '../queue/queueItem'
import { api } from './api'
import { oneTimer } from './oneTimer'
import { signedInPerson } from './session'

export const sendQueue = createSendQueue({
  store: platform.records,
  hasRoom: () => recordsLevel({ records: platform.records.usedBytes() }) !== 'full',
  photos: platform.photos,
  callNamed: api.callNamed,
  sendChunk: api.sendChunk,
  chunkBytes: api.chunkBytes,
  personId: signedInPerson,
  now: () => Date.now(),
  dice: () => Math.random(),
  fault: (cause) => log('The queue stopped', cause),
  wakeIn: oneTimer(),
})

/** The queue as the screens see it. */
export const useQueue = create<QueueSnapshot>(() => sendQueue.read())

sendQueue.subscribe(() => useQueue.setState(sendQueue.read(), true))

export type QueueCounts = {
  waiting: number
  needsYou: number
  photosWaiting: number
  photosSent: number
  sending: boolean
}

export function countQueue({ items, unreadable, sending }: QueueSnapshot): QueueCounts {
  const counts = {
    waiting: 0,
    needsYou: unreadable.length,
    photosWaiting: 0,
    photosSent: 0,
    sending: sending.size > 0,
  }
  for (const item of items) {
    const state = itemState(item, sending)
    if (state === 'needs-you') counts.needsYou += 1
    else if (state !== 'sent') countWaiting(counts, item)
  }
  return counts
}

function countWaiting(counts: QueueCounts, item: QueueItem): void {
  if (item.step === 'command') counts.waiting += 1
  counts.photosWaiting += item.photos.filter((photo) => photo.state === 'waiting').length
  counts.photosSent += item.photos.filter((photo) => photo.state === 'sent').length
}
