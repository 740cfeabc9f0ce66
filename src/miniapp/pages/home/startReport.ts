import { platform } from '../../platform/platform'
import { addPhotos, sayPhotoFailed } from '../../stores/draftPhotos'
import { closeDraft, newReport } from '../../stores/drafts'
import { findKind } from '../../stores/kinds'
import { locate } from '../../stores/place'
import { signedInPerson } from '../../stores/session'

type Start = { kind?: string; closes?: boolean; text?: string }

/** 拍照上报: the system's camera opens at once, and the phone looks for its place meanwhile. */
export async function startWithCamera(start: Start = {}): Promise<void> {
  if (!mayReport()) return
  const key = newReport(start)
  void locate()
  try {
    // Turned back from the camera: nothing was begun, and nothing is left behind.
    if ((await addPhotos(key, 'camera')) === 0) return closeDraft(key)
  } catch (cause) {
    sayPhotoFailed(cause)
  }
  openReport(key)
}

export function startWriting(start: Start = {}): void {
  if (!mayReport()) return
  // What concerns a village as a whole needs no satellite.
  if ((findKind(start.kind)?.at ?? 'grid') === 'grid') void locate()
  openReport(newReport({ ...start, ...(start.kind ? { openedFor: start.kind } : {}) }))
}

export function openReport(key: string): void {
  platform.routes.open(`/pages/report/index?draft=${key}`)
}

/** From here on something must be followed up, so the person must be known. */
function mayReport(): boolean {
  if (signedInPerson()) return true
  platform.routes.open('/pages/sign-in/index')
  return false
}
