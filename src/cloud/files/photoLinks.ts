import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '@domain/shared/ids'
import { HOUR_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'

/** What a link carries; the names in the address are short because a list of matters holds many. */
export type PhotoLink = {
  readonly key: string
  readonly personId: string
  /** Of a matter that few may read: good for minutes, and no device keeps a copy. */
  readonly sensitive: boolean
  readonly expiresAt: Instant
  readonly signature: string
}

type Life = {
  readonly goodForMs: number
  /**
   * Within this time the same person gets the same link, so that a list shown again loads no photo
   * again.
   */
  readonly sameForMs: number
}

const usualLife: Life = { goodForMs: HOUR_MS, sameForMs: 30 * MINUTE_MS }
/** Ten minutes at the most. */
const sensitiveLife: Life = { goodForMs: 5 * MINUTE_MS, sameForMs: 5 * MINUTE_MS }

export type PhotoToLink = {
  readonly countyId: number
  readonly personId: PersonId
  readonly key: string
  readonly sensitive: boolean
  readonly now: Instant
}

/** Whoever issues it has made sure that the person may see the matter. */
export function signPhotoLink(
  secret: string,
  { countyId, personId, key, sensitive, now }: PhotoToLink,
): string {
  const { goodForMs, sameForMs } = sensitive ? sensitiveLife : usualLife
  const expiresAt = Math.ceil((now + goodForMs) / sameForMs) * sameForMs
  const signature = sign(secret, countyId, { key, personId, sensitive, expiresAt })
  return `/api/v1/${key}?p=${personId}&e=${expiresAt}${sensitive ? '&n=1' : ''}&s=${signature}`
}

export function checkPhotoLink(
  secret: string,
  countyId: number,
  link: PhotoLink,
  now: Instant,
): boolean {
  const expected = Buffer.from(sign(secret, countyId, link))
  const given = Buffer.from(link.signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false
  return link.expiresAt > now
}

/** A copy that outlives its link would still be shown to whoever may not see it any more. */
export function photoCacheControl({ sensitive, expiresAt }: PhotoLink, now: Instant): string {
  if (sensitive) return 'private, no-store'
  return `private, max-age=${Math.floor((expiresAt - now) / 1000)}`
}

/**
 * The first word keeps a signature made for photos from being good for anything else signed with
 * the same secret.
 */
function sign(secret: string, countyId: number, link: Omit<PhotoLink, 'signature'>): string {
  const word = link.sensitive ? 'sensitive photo' : 'photo'
  const signed = [word, countyId, link.personId, link.key, link.expiresAt].join('\n')
  return createHmac('sha256', secret).update(signed).digest('base64url')
}
