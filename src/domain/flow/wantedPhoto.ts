import { textOf } from '../form/formField'
import type { Matter } from '../matter/matter'
import type { FileId } from '../shared/ids'
import type { FlowTable } from './flowTable'

/** 要重拍的照片: which one, by which step its reporter brings a better one, and what is wrong with it. */
export type WantedPhoto = { readonly fileId: FileId; readonly action: string; readonly why: string }

export function wantedPhoto(flow: FlowTable, matter: Matter): WantedPhoto | undefined {
  const actions = flow.statuses[matter.status]?.actions ?? {}
  for (const [action, { replaces }] of Object.entries(actions)) {
    const fileId = replaces && textOf(matter.fields, replaces.photo)
    if (fileId)
      return { fileId: fileId as FileId, action, why: whyOf(flow, matter, replaces.because) }
  }
  return undefined
}

/** In the words of the choice that was asked; a county may have put them in its own. */
function whyOf({ statuses }: FlowTable, { fields }: Matter, because: string): string {
  const said = textOf(fields, because)
  const asked = Object.values(statuses)
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ form }) => form)
    .find(({ name }) => name === because)
  return asked?.choices?.find(({ value }) => value === said)?.title ?? ''
}
