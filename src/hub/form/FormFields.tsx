import type { FieldType } from '@domain/form/formField'
import type { FormFieldView } from '@contract/views'
import type { ComponentType } from 'react'
import { AreaField } from './AreaField'
import { ChoiceField } from './ChoiceField'
import { ConsentField } from './ConsentField'
import type { FieldProps } from './FieldProps'
import type { Troubles } from './findTroubles'
import { MatterField } from './MatterField'
import { OwnerField } from './OwnerField'
import { PeopleField } from './PeopleField'
import { PhotoChoice } from './PhotoChoice'
import { PhotosField } from './PhotosField'
import { RowsField } from './RowsField'
import { TextField } from './TextField'
import { TypedField } from './TypedField'
import './form.css'

type Props = Pick<FieldProps, 'draft' | 'edit' | 'place'> & {
  /** Unique on the page. */
  readonly id: string
  readonly form: readonly FormFieldView[]
  readonly troubles: Troubles
}

/** A form as its table asks it, field by field; it knows types and no system. */
export function FormFields({ id, form, troubles, ...shared }: Props) {
  return (
    <>
      {form.map((field) => {
        const Field = fields[field.type]
        return (
          <Field
            key={field.name}
            id={`${id}-${field.name}`}
            field={field}
            trouble={troubles[field.name]}
            {...shared}
          />
        )
      })}
    </>
  )
}

const fields: Readonly<Record<FieldType, ComponentType<FieldProps>>> = {
  text: TextField,
  phone: TypedField,
  number: TypedField,
  money: TypedField,
  day: TypedField,
  moment: TypedField,
  place: TypedField,
  choice: ChoiceField,
  yesNo: ChoiceField,
  row: ChoiceField,
  consent: ConsentField,
  photos: PhotosField,
  photo: PhotoChoice,
  signature: PhotosField,
  owner: OwnerField,
  owners: OwnerField,
  person: PeopleField,
  people: PeopleField,
  area: AreaField,
  matter: MatterField,
  rows: RowsField,
}
