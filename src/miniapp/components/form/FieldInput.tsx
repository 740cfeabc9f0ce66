import { TextField } from '../TextField'
import { writeText } from '../../stores/formDraft'
import { AreaField } from './AreaField'
import { ChoiceField } from './ChoiceField'
import { ConsentField } from './ConsentField'
import type { FieldProps } from './fieldProps'
import { titleOf } from './FieldLabel'
import { LineField } from './LineField'
import { MatterField } from './MatterField'
import { OwnerField } from './OwnerField'
import { PeopleField } from './PeopleField'
import { PhotoChoiceField } from './PhotoChoiceField'
import { PhotosField } from './PhotosField'
import { PlaceField } from './PlaceField'
import { RowField } from './RowField'
import { RowsField } from './RowsField'
import { TimedField } from './TimedField'
import { WhenField } from './WhenField'

/** Longer texts get room for several lines. */
const LINE_MAX = 60

/** One field of a form, by its type; the name of a field means nothing here. */
export function FieldInput(props: FieldProps) {
  const { field } = props
  switch (field.type) {
    case 'text':
      return field.max <= LINE_MAX && !field.templates ? (
        <LineField {...props} />
      ) : (
        <LongText {...props} />
      )
    case 'phone':
    case 'number':
      return field.timed ? <TimedField {...props} /> : <LineField {...props} />
    case 'money':
      return <LineField {...props} />
    case 'choice':
    case 'yesNo':
      return <ChoiceField {...props} />
    case 'consent':
      return <ConsentField {...props} />
    case 'day':
    case 'moment':
      return <WhenField {...props} />
    case 'photos':
    case 'signature':
      return <PhotosField {...props} />
    case 'place':
      return <PlaceField {...props} />
    case 'owner':
    case 'owners':
      return <OwnerField {...props} />
    case 'person':
    case 'people':
      return <PeopleField {...props} />
    case 'area':
      return <AreaField {...props} />
    case 'matter':
      return <MatterField {...props} />
    case 'rows':
      return <RowsField {...props} />
    case 'row':
      return <RowField {...props} />
    case 'photo':
      return <PhotoChoiceField {...props} />
  }
}

function LongText({ id, draftKey, draft, field }: FieldProps) {
  return (
    <TextField
      id={id}
      title={titleOf(field)}
      value={draft.texts[field.name] ?? ''}
      max={field.max}
      templates={field.templates ?? []}
      onChange={(text) => writeText(draftKey, field.name, text)}
    />
  )
}
