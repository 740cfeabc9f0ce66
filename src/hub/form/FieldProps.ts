import type { FormFieldView, MatterView } from '@contract/views'
import type { Draft } from './draft'

export type EditDraft = (change: (before: Draft) => Draft) => void

/** Where the form stands: what can be chosen depends on it. */
export type FormPlace = {
  /** The area in question; names of its surroundings are offered. */
  readonly area: { readonly code: string; readonly name: string }
  /** The matter that is acted on; none while one begins. */
  readonly matter?: MatterView | undefined
}

/** What every field of a form is handed. */
export type FieldProps = {
  /** Unique on the page, though two forms may ask the same. */
  readonly id: string
  readonly field: FormFieldView
  readonly trouble: string | undefined
  readonly draft: Draft
  readonly edit: EditDraft
  readonly place: FormPlace
}
