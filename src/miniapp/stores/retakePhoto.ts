import { addPhotos, sayPhotoFailed } from './draftPhotos'
import { closeDraft, openDraft } from './drafts'
import { openAct } from './openBox'
import { actionKey, openAction } from './submitAction'

/** 重拍: the camera opens at once, for exactly that photo; then the form with it, to be sent. */
export async function retakePhoto(matterId: string, action: string): Promise<void> {
  const key = actionKey(matterId, action)
  openAction(matterId, action)
  try {
    const taken = await addPhotos(key, 'camera', { field: 'photos', max: 1 })
    // Turned back from the camera: nothing was begun, and nothing is left behind.
    if (taken === 0 && openDraft(key)?.photos.length === 0) return closeDraft(key)
  } catch (cause) {
    sayPhotoFailed(cause)
  }
  openAct(matterId, action)
}
