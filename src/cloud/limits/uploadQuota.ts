import type { Actor } from '@domain/access/actor'
import { chinaDay, MINUTE_MS, startOfChinaDay, type Instant } from '@domain/shared/instant'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Queryable } from '../store/database'
import { sumOfFiles } from '../store/fileStore'
import { allowanceOf } from './allowance'

export type UploadQuota = {
  /** Counts a file that is about to come, or says when the person may send again. */
  take(actor: Actor, bytes: number, now: Instant): Promise<Refusal<ProblemCode> | undefined>
}

/** So much does a file cost however small it is: its row, its block on the disk, its two pictures. */
const FILE_BYTES_MIN = 16 * 1024
/** What other processes have taken in is seen after this. */
const KNOWN_FOR_MS = MINUTE_MS
const PEOPLE_MAX = 20_000

type Sent = { readonly day: number; readonly readAt: Instant; bytes: number }

/**
 * Bytes a person has sent on this Chinese day, by the files' rows. Asked of the database once a
 * minute for each sender and counted on from there, so that the next photo waits for no question.
 */
export function makeUploadQuota(database: Queryable, countyId: number): UploadQuota {
  const known = new Map<string, Sent>()
  async function read({ personId }: Actor, now: Instant): Promise<Sent> {
    const day = chinaDay(now)
    const since = startOfChinaDay(day)
    const files = { countyId, ownerId: personId, since, atLeastEach: FILE_BYTES_MIN }
    const sent = { day, readAt: now, bytes: await sumOfFiles(database, files) }
    if (known.size >= PEOPLE_MAX) known.clear()
    known.set(personId, sent)
    return sent
  }
  return {
    async take(actor, bytes, now) {
      const max = allowanceOf(actor).uploadBytesPerDay
      const cost = Math.max(bytes, FILE_BYTES_MIN)
      let sent = known.get(actor.personId)
      // Repeats are counted like new files until the rows are asked again, so they are asked before a refusal.
      if (!sent || !isFresh(sent, now) || sent.bytes + cost > max) sent = await read(actor, now)
      if (sent.bytes + cost > max) return refuse('request.too-many', untilTomorrow(now))
      sent.bytes += cost
      return undefined
    },
  }
}

/** Where somebody measures how much the server can take in. */
export const noUploadQuota: UploadQuota = { take: () => Promise.resolve(undefined) }

function isFresh({ day, readAt }: Sent, now: Instant): boolean {
  return day === chinaDay(now) && now - readAt < KNOWN_FOR_MS
}

function untilTomorrow(now: Instant): { retryAfterSeconds: number } {
  return { retryAfterSeconds: Math.ceil((startOfChinaDay(chinaDay(now) + 1) - now) / 1000) }
}
