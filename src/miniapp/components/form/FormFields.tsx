import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FormField } from '@domain/form/formField'
import { photosOf, type FormDraft } from '../../draft/formDraft'
import { say } from '../../words/say'
import { Icon } from '../Icon'
import { MendHint } from '../MendHint'
import { Press } from '../Press'
import { spoken } from '../spoken'
import { FieldInput } from './FieldInput'
import type { FormAbout } from './fieldProps'

type Props = {
  /** Begins the ids of its fields. */
  id: string
  draftKey: string
  draft: FormDraft
  form: readonly FormField[]
  about?: FormAbout
  /** So many optional fields stay open; more of them are folded away, so that what must be filled in is seen. */
  openMax?: number
  /** Why a field must be filled in, above it. */
  hints?: Readonly<Record<string, string>>
}

/** A form as the flow's table draws it: what must be filled in first, what may be left out behind one line. */
export function FormFields({
  id,
  draftKey,
  draft,
  form,
  about = {},
  openMax = 0,
  hints = {},
}: Props) {
  const [unfolded, setUnfolded] = useState(false)
  const optional = form.filter(({ required, timed }) => !required && !timed)
  const folded =
    unfolded || optional.length <= openMax
      ? []
      : optional.filter(({ name }) => !hasValue(draft, name) && draft.hint?.field !== name)
  return (
    <>
      {form
        .filter((field) => !folded.includes(field))
        .map((field) => (
          <View key={field.name}>
            <MendHint draft={draft} at={field.name} />
            {hints[field.name] && <Hint id={`${id}-${field.name}-why`} words={hints[field.name]} />}
            <FieldInput id={`${id}-${field.name}`} {...{ draftKey, draft, field, about }} />
          </View>
        ))}
      {folded.length > 0 && (
        <MoreFields id={`${id}-more`} fields={folded} onOpen={() => setUnfolded(true)} />
      )}
    </>
  )
}

function Hint({ id, words = '' }: { id: string; words: string | undefined }) {
  return (
    <View id={id} className="hint" {...spoken(words, 'alert')}>
      {words}
    </View>
  )
}

type MoreProps = { id: string; fields: readonly FormField[]; onOpen: () => void }

function MoreFields({ id, fields, onOpen }: MoreProps) {
  const label = say.form.more(fields.length)
  return (
    <Press id={id} look="bare" className="line more" label={label} onPress={onOpen}>
      <View className="grow">
        <View>{label}</View>
        <View className="quiet small">{fields.map(({ title }) => title).join(say.pause)}</View>
      </View>
      <Icon name="unfold" size="small" />
    </Press>
  )
}

function hasValue(draft: FormDraft, name: string): boolean {
  const typed = (draft.texts[name] ?? '') !== ''
  return typed || draft.values[name] !== undefined || photosOf(draft, name).length > 0
}
