/** A photo on this phone, in a draft: copied the moment it was taken, made ready soon after. */
export type PhotoRecord = {
  readonly fileId: string
  readonly takenAt: number
  /** A photo where nothing is said. */
  readonly medium?: 'voice' | 'video'
  /** How long a voice or a video is. */
  readonly seconds?: number
  /** The field of the form it was taken for; none where it is a report's own. */
  readonly field?: string
  /** Absent while it is still being made smaller, also after a kill in the middle of that. */
  readonly ready?: { readonly bytes: number; readonly sha256: string }
}
