import { checkForm, type FormGround } from '@domain/form/checkForm'
import type { FormField } from '@domain/form/formField'
import type { MatterView, FormFieldView } from '@contract/views'
import { buildInput, type Draft } from './draft'
import { troubleWords } from './troubleWords'

/** What is wrong with each field, in words; empty when the form can go. */
export type Troubles = Readonly<Record<string, string>>

/** The server's own check, made here first so that the officer hears of it at the field: all of it at once. */
export function findTroubles(
  form: readonly FormFieldView[],
  draft: Draft,
  ground: { readonly now: number; readonly matter?: MatterView | undefined },
): Troubles {
  const { now, matter } = ground
  const checked = { now, lists: listsOf(matter), photos: matter?.photos ?? [] }
  const found = form.flatMap((field) => {
    const words = troubleOf(field, draft, checked)
    return words === undefined ? [] : [[field.name, words] as const]
  })
  return Object.fromEntries(found)
}

function troubleOf(field: FormFieldView, draft: Draft, ground: FormGround): string | undefined {
  if (draft.photos[field.name]?.some(({ state }) => state !== 'sent'))
    return `「${field.title}」还没传完，传完再送`
  const input = buildInput([field], draft)
  const refusal = checkForm([field as FormField], input, ground)
  return refusal && troubleWords(field, refusal.refused, input[field.name])
}

/** A row is chosen by its key; whether it may still be done is the server's to say. */
function listsOf(matter: MatterView | undefined): NonNullable<FormGround['lists']> {
  const lists = matter?.lists ?? []
  return Object.fromEntries(
    lists.map(({ list, rows }) => [list, rows.map(({ key, title }) => ({ key, title }))]),
  )
}
