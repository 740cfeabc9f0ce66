import type { FormField } from '@domain/form/formField'
import type { FormFieldView } from '@contract/views'

/** The fields of a form as they cross the wire: what decides about them stays behind. */
export function drawForm(form: readonly FormField[]): FormFieldView[] {
  return form.map(
    ({
      keeps: _keeps,
      secretHours: _secret,
      shownToAll: _all,
      ofCounty: _own,
      sums: _sums,
      choices,
      templates,
      ownerKinds,
      ...field
    }) => ({
      ...field,
      ...(choices ? { choices: [...choices] } : {}),
      ...(templates ? { templates: [...templates] } : {}),
      ...(ownerKinds ? { ownerKinds: [...ownerKinds] } : {}),
    }),
  )
}
