import { photoRules } from '@domain/photo/photoRules'
import { platform } from '../platform/platform'
import type { Recording } from '../platform/ports'
import { keepInDraft } from './draftPhotos'

/** A voice that was recorded for this draft. */
export function addVoice(key: string, { temporary, seconds }: Recording): Promise<void> {
  return keepInDraft(key, temporary, { medium: 'voice', seconds })
}

/** Films, or takes a film from the album. `too-large` is kept nowhere: it could never be sent. */
export async function addFilm(key: string): Promise<'kept' | 'none' | 'too-large'> {
  const film = await platform.photos.film?.()
  if (!film) return 'none'
  if (film.bytes > photoRules.photoBytesMax) return 'too-large'
  await keepInDraft(key, film.temporary, { medium: 'video', seconds: film.seconds })
  return 'kept'
}
