import { checkForm } from '@domain/flow/checkForm'
import type { FormField } from '@domain/flow/flowTable'
import type { ActionInput, TaskOwner } from '@domain/matter/matter'
import type { FileId } from '@domain/shared/ids'
import type { ActionView } from '@contract/views'

export type DraftPhoto = {
  readonly fileId: string
  readonly bytes: Uint8Array
  readonly previewUrl: string
  readonly share: number
  readonly state: 'sending' | 'sent' | 'failed'
  readonly trouble?: string
}

/** What has been filled in so far, before it becomes the input of a command. */
export type Draft = {
  readonly texts: Readonly<Record<string, string>>
  readonly owner?: TaskOwner
  readonly photos: readonly DraftPhoto[]
}

export const emptyDraft: Draft = { texts: {}, photos: [] }

export type FieldTrouble = { readonly field: string; readonly words: string }

export function buildInput(form: ActionView['form'], draft: Draft): ActionInput {
  const input: Record<string, unknown> = {}
  for (const { name, type } of form) {
    const words = draft.texts[name]?.trim()
    if (type === 'text' && words) input[name] = words
    if (type === 'owner' && draft.owner) input[name] = draft.owner
    if (type === 'photos' && draft.photos.length > 0)
      input[name] = draft.photos.map(({ fileId }) => fileId as FileId)
  }
  return input
}

/** The server's own check, made here first so that the officer hears of it at the field. */
export function findTrouble(form: ActionView['form'], draft: Draft): FieldTrouble | undefined {
  const waiting = draft.photos.find(({ state }) => state !== 'sent')
  if (waiting) return { field: 'photos', words: '照片还没传完，传完再送' }
  const refusal = checkForm(form as readonly FormField[], buildInput(form, draft))
  if (!refusal) return undefined
  const field = form.find(({ name }) => name === refusal.details?.field)
  if (!field) return { field: '', words: '表单有变化，请刷新' }
  const words =
    refusal.refused === 'matter.form-too-long'
      ? `「${field.title}」最多 ${field.max} ${field.type === 'photos' ? '张' : '个字'}`
      : `${verbs[field.type]}「${field.title}」`
  return { field: field.name, words }
}

const verbs = { text: '请填写', photos: '请添加', owner: '请选择' } as const
