import { View } from '@tarojs/components'
import { useState } from 'react'
import { textsOf } from '@domain/form/formField'
import { writeValue } from '../../stores/formDraft'
import { searchPeople, type FoundPerson } from '../../stores/lookups'
import { say } from '../../words/say'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'
import { Picked } from './Picked'
import { SearchLine } from './SearchLine'

/** One person or several, found by part of their name. */
export function PeopleField({ id, draftKey, draft, field, about }: FieldProps) {
  const [found, setFound] = useState<readonly FoundPerson[]>()
  const [trouble, setTrouble] = useState('')
  const several = field.type === 'people'
  const chosen = textsOf(draft.values, field.name)
  const write = (ids: readonly string[], names = {}) =>
    writeValue(draftKey, field.name, several ? atLeastOne(ids) : ids[0], names)
  const search = async (words: string) => {
    const answer = await searchPeople(words, amongOf(field, about))
    setFound(answer.found ?? [])
    setTrouble(answer.found ? '' : answer.trouble)
  }
  const add = ({ personId, name }: FoundPerson) => {
    const before = several ? chosen.filter((one) => one !== personId) : []
    write([...before, personId], { [personId]: name })
    setFound(undefined)
  }
  return (
    <View className="field">
      <FieldLabel field={field} />
      <Picked
        id={id}
        names={chosen.map((one) => draft.names[one] ?? one)}
        onRemove={(at) => write(chosen.filter((_, index) => index !== at))}
      />
      <SearchLine
        id={id}
        hint={field.concerns ? say.form.searchWhole : say.form.searchPerson}
        onSearch={search}
      />
      {trouble !== '' && <View className="quiet">{trouble}</View>}
      {found?.length === 0 && trouble === '' && <View className="quiet">{say.form.nobody}</View>}
      <View className="options">
        {found?.map((person) => (
          <OptionButton
            key={`${person.personId}-${person.roleTitle}`}
            id={`${id}-found-${person.personId}`}
            title={person.name}
            hint={say.matter.by(person.area.name, person.roleTitle)}
            chosen={chosen.includes(person.personId)}
            onPress={() => add(person)}
          />
        ))}
      </View>
    </View>
  )
}

function amongOf({ fromRoll: roll, concerns }: FieldProps['field'], about: FieldProps['about']) {
  const { matterId, areaCode } = about
  if (concerns) return areaCode ? { residentsOf: areaCode } : {}
  return roll && matterId ? { among: { matterId, roll } } : {}
}

function atLeastOne(ids: readonly string[]): readonly string[] | undefined {
  return ids.length > 0 ? ids : undefined
}
