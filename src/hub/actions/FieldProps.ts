import type { ActionView } from '@contract/views'
import type { Draft } from './draft'

/** What every field of a form is handed. */
export type FieldProps = {
  readonly field: ActionView['form'][number]
  readonly trouble: string | undefined
  readonly draft: Draft
  readonly edit: (change: (before: Draft) => Draft) => void
}
