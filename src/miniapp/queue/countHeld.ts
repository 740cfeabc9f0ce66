import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { QueueSnapshot } from './createSendQueue'
import { isMine } from './drainState'
import { waitingPhotos, type QueuedPhoto, type QueueItem } from './queueItem'

/** What the township is told of a queue: numbers and codes, never what was written or where. */
export type Held = Omit<RequestInputOf<Operations['reportHoldings']>, 'deviceId' | 'turn'>

/** Reasons beyond these are one reason more than anybody reads. */
const REASONS_MAX = 10

/** What of this person has not reached the township, and what of it only they can put right. */
export function countHeld(
  { items, unreadable }: Pick<QueueSnapshot, 'items' | 'unreadable'>,
  personId: string,
  now: number,
): Held {
  const held = items.filter((item) => isMine(item, personId) && isHeld(item))
  const texts = held.filter((item) => item.step === 'command')
  const photos = held.filter((item) => !item.trouble).flatMap(waitingPhotos)
  const oldest = Math.min(...held.map((item) => item.createdAt))
  const reports = texts.filter((item) => item.operation === 'reportMatter').length
  return {
    reports,
    actions: texts.length - reports,
    photos: photos.filter((photo) => photo.medium === undefined).length,
    voices: photos.filter((photo) => photo.medium === 'voice').length,
    films: photos.filter((photo) => photo.medium === 'video').length,
    bytes: photos.reduce((sum, photo) => sum + bytesLeft(photo), 0),
    needsYou: countReasons(held, unreadable.length),
    ...(Number.isFinite(oldest) ? { oldestWaitsMs: Math.max(0, now - oldest) } : {}),
  }
}

export function isNothing({ reports, actions, photos, voices, films, needsYou }: Held): boolean {
  return reports + actions + photos + voices + films + needsYou.length === 0
}

function isHeld(item: QueueItem): boolean {
  return item.step !== 'done' || item.trouble !== undefined
}

function bytesLeft({ bytes, sentBytes }: QueuedPhoto): number {
  return Math.max(0, bytes - sentBytes)
}

function countReasons(held: readonly QueueItem[], unreadable: number): Held['needsYou'] {
  const counts = new Map<string, number>()
  const count = (code: string, more: number) => counts.set(code, (counts.get(code) ?? 0) + more)
  for (const { trouble } of held)
    if (trouble) count(trouble.cause === 'refused' ? trouble.problem.code : 'queue.photos-lost', 1)
  if (unreadable > 0) count('queue.unreadable', unreadable)
  return [...counts].slice(0, REASONS_MAX).map(([code, number]) => ({ code, count: number }))
}
