import type { ActionDraft } from '../draft/actionDraft'
import { DRAFT_SCHEMA_VERSION } from '../draft/reportDraft'
import { toQueuedPhotos } from '../draft/toQueueItems'
import { QueueFull } from '../queue/createSendQueue'
import { closeDraft, openDraft, writeDraft } from './drafts'
import { readyPhotos } from './draftPhotos'
import { mintId } from './mintId'
import { sendQueue } from './sendQueue'

export function actionKey(matterId: string, action: string): string {
  return `action-${matterId}-${action}`
}

/** The draft that was left, or a new one. */
export function openAction(matterId: string, action: string): ActionDraft {
  const key = actionKey(matterId, action)
  const left = openDraft<ActionDraft>(key)
  if (left) return left
  const draft: ActionDraft = {
    schemaVersion: DRAFT_SCHEMA_VERSION,
    commandId: mintId(),
    matterId,
    action,
    texts: {},
    photos: [],
  }
  writeDraft(key, draft)
  return draft
}

export async function submitAction(
  matterId: string,
  action: string,
  title: string,
): Promise<'queued' | 'full'> {
  const key = actionKey(matterId, action)
  openAction(matterId, action)
  await readyPhotos(key)
  const draft = openAction(matterId, action)
  const { commandId, photos } = draft
  const texts = Object.fromEntries(
    Object.entries(draft.texts).filter(([, text]) => text.trim() !== ''),
  )
  const input = {
    ...texts,
    ...(photos.length > 0 ? { photos: photos.map(({ fileId }) => fileId) } : {}),
  }
  const text = Object.values(texts)[0]
  try {
    sendQueue.submit([
      {
        itemId: commandId,
        operation: 'actOnMatter',
        matterId,
        body: { commandId, matterId, action, input },
        photos: toQueuedPhotos(photos),
        label: { title, ...(text ? { text } : {}) },
      },
    ])
  } catch (cause) {
    if (cause instanceof QueueFull) return 'full'
    throw cause
  }
  closeDraft(key)
  return 'queued'
}
