import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { formatOfKey } from './blobKeys'
import { checkPhotoLink, type PhotoLink } from './photoLinks'

/**
 * The link is the permission: it was signed for somebody who may see the matter, and it soon
 * expires. Whoever has lost their account meanwhile is shown nothing more.
 */
export async function servePhoto(
  context: Context,
  link: PhotoLink,
): Promise<Uint8Array | Refusal<ProblemCode>> {
  const { linkSecret: secret, countyId } = context
  const now = context.now()
  if (!checkPhotoLink(secret, countyId, link, now)) return refuse('file.link-expired')
  if (!(await context.activePeople.has(link.personId, now))) return refuse('file.link-expired')
  if (!formatOfKey(link.key)) return refuse('file.not-found')
  return (await context.blobs.get(link.key)) ?? refuse('file.not-found')
}
