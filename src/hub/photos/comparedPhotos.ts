import type { MatterView, PhotoView } from '@contract/views'

export type Shown = PhotoView & { readonly url: string }

/** Photos that can be looked at: not what is still on its way, and no voices or films. */
export function shownPhotos({ photos }: Pick<MatterView, 'photos'>): Shown[] {
  return photos.filter(
    (photo): photo is Shown =>
      photo.state === 'ready' && photo.url !== undefined && photo.medium === undefined,
  )
}

/** 办前 and 办后: what it was reported with, and what was taken when something was done. */
export function beforeAndAfter(matter: Pick<MatterView, 'photos'>) {
  const shown = shownPhotos(matter)
  return {
    before: shown.filter(({ takenFor }) => takenFor === 'report'),
    after: shown.filter(({ takenFor }) => takenFor !== 'report'),
  }
}
