import type { FieldValue } from '@domain/form/formField'
import type { FormDraft } from '../draft/formDraft'
import { changeDraft, type Draft } from './drafts'

/** What forms write, whether the draft is a report's or an action's. */
export function writeText(key: string, field: string, text: string): void {
  changeForm(key, ({ texts }) => ({ texts: { ...texts, [field]: text } }))
}

/** `undefined` takes the value back. `names` says what the ids in it are called. */
export function writeValue(
  key: string,
  field: string,
  value: FieldValue | undefined,
  names: FormDraft['names'] = {},
): void {
  changeForm(key, (before) => {
    const { [field]: _before, ...others } = before.values
    return {
      values: value === undefined ? others : { ...others, [field]: value },
      names: { ...before.names, ...names },
    }
  })
}

function changeForm(key: string, change: (draft: Draft) => Partial<FormDraft>): void {
  changeDraft(key, (draft) => ({ ...draft, ...change(draft) }))
}
