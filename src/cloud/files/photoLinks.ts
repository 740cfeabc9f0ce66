import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PersonId } from '@domain/shared/ids'
import { HOUR_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'

/** What a link carries; the names in the address are short because a list of matters holds many. */
export type PhotoLink = {
  readonly key: string
  readonly personId: string
  readonly expiresAt: Instant
  readonly signature: string
}

const LINK_GOOD_FOR_MS = HOUR_MS
/**
 * Within this time the same person gets the same link, so that a list shown again loads no photo
 * again.
 */
const LINK_SAME_FOR_MS = 30 * MINUTE_MS

/**
 * Good for at least an hour from `now`. Whoever issues it has made sure that the person may see the
 * matter.
 */
export function signPhotoLink(
  secret: string,
  countyId: number,
  personId: PersonId,
  key: string,
  now: Instant,
): string {
  const expiresAt = Math.ceil((now + LINK_GOOD_FOR_MS) / LINK_SAME_FOR_MS) * LINK_SAME_FOR_MS
  const signature = sign(secret, countyId, { key, personId, expiresAt })
  return `/api/v1/${key}?p=${personId}&e=${expiresAt}&s=${signature}`
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

/**
 * The first word keeps a signature made for photos from being good for anything else signed with
 * the same secret.
 */
function sign(secret: string, countyId: number, link: Omit<PhotoLink, 'signature'>): string {
  const signed = ['photo', countyId, link.personId, link.key, link.expiresAt].join('\n')
  return createHmac('sha256', secret).update(signed).digest('base64url')
}
