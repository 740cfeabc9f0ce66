import type { FormGround } from '@domain/form/checkForm'
import type { Fields, FormField } from '@domain/form/formField'
import type { ActionDraft } from '../draft/actionDraft'
import { emptyForm } from '../draft/formDraft'
import { readForm } from '../draft/readForm'
import { DRAFT_SCHEMA_VERSION } from '../draft/reportDraft'
import { toQueuedPhotos } from '../draft/toQueueItems'
import { QueueFull, type NewItem } from '../queue/createSendQueue'
import { closeDraft, openDraft, writeDraft } from './drafts'
import { isReady, readyPhotos } from './draftPhotos'
import { say } from '../words/say'
import { mintId } from './mintId'
import { sendQueue } from './sendQueue'

export function actionKey(matterId: string, action: string): string {
  return `action-${matterId}-${action}`
}

/** The draft that was left, or a new one. */
export function openAction(
  matterId: string,
  action: string,
  start: Partial<ActionDraft> = {},
): ActionDraft {
  const key = actionKey(matterId, action)
  const left = openDraft<ActionDraft>(key)
  if (left) return left
  const draft: ActionDraft = {
    schemaVersion: DRAFT_SCHEMA_VERSION,
    commandId: mintId(),
    matterId,
    action,
    ...emptyForm,
    ...start,
  }
  writeDraft(key, draft)
  return draft
}

export type Step = {
  readonly matterId: string
  readonly action: string
  readonly title: string
  readonly form: readonly FormField[]
  readonly lists?: FormGround['lists']
  readonly photos?: FormGround['photos']
}

export type SubmittedStep = 'queued' | 'full' | { readonly unfit: string }

export async function submitAction(step: Step): Promise<SubmittedStep> {
  const { matterId, action, form, lists, photos } = step
  const key = actionKey(matterId, action)
  openAction(matterId, action)
  // A photo that is gone must be missed before the form is read.
  await readyPhotos(key)
  const draft = openAction(matterId, action)
  if (!isReady(draft)) return { unfit: say.report.photosNotReady }
  const ground = { now: Date.now(), ...(lists ? { lists } : {}), ...(photos ? { photos } : {}) }
  const read = readForm(form, draft, ground)
  if ('unfit' in read) return { unfit: read.unfit.words }
  try {
    sendQueue.submit([toItem(step, draft, read.fields)])
  } catch (cause) {
    if (cause instanceof QueueFull) return 'full'
    throw cause
  }
  closeDraft(key)
  if (draft.mends) sendQueue.discard(draft.mends)
  return 'queued'
}

function toItem({ matterId, action, title }: Step, draft: ActionDraft, input: Fields): NewItem {
  const { commandId, photos, texts, values, names } = draft
  const text = Object.values(texts).find((words) => words.trim() !== '')
  return {
    itemId: commandId,
    operation: 'actOnMatter',
    matterId,
    body: { commandId, matterId, action, input },
    photos: toQueuedPhotos(photos),
    label: { title, ...(text ? { text } : {}) },
    written: { texts, values, names },
  }
}
