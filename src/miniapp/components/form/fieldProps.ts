import type { FormField } from '@domain/form/formField'
import type { ChecklistView, PhotoView } from '@contract/views'
import type { FormDraft } from '../../draft/formDraft'

/** What a form is about: fields that choose among what a matter or an area has ask there. */
export type FormAbout = {
  readonly matterId?: string
  readonly areaCode?: string
  readonly lists?: readonly ChecklistView[]
  readonly photos?: readonly PhotoView[]
}

export type FieldProps = {
  readonly id: string
  readonly draftKey: string
  readonly draft: FormDraft
  readonly field: FormField
  readonly about: FormAbout
}
