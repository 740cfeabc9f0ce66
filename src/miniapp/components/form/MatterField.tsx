import { View } from '@tarojs/components'
import { useState } from 'react'
import { textOf } from '@domain/form/formField'
import type { MatterView } from '@contract/views'
import { writeValue } from '../../stores/formDraft'
import { findByNumber } from '../../stores/lookups'
import { say } from '../../words/say'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'
import { Picked } from './Picked'
import { SearchLine } from './SearchLine'

/** Another matter, by its number. */
export function MatterField({ id, draftKey, draft, field, about }: FieldProps) {
  const [found, setFound] = useState<readonly MatterView[]>()
  const [trouble, setTrouble] = useState('')
  const chosen = textOf(draft.values, field.name)
  const search = async (words: string) => {
    const answer = await findByNumber(words)
    setFound(answer.found?.filter(({ matterId }) => matterId !== about.matterId) ?? [])
    setTrouble(answer.found ? '' : answer.trouble)
  }
  const choose = (matter: MatterView) => {
    writeValue(draftKey, field.name, matter.matterId, { [matter.matterId]: nameOf(matter) })
    setFound(undefined)
  }
  return (
    <View className="field">
      <FieldLabel field={field} />
      <Picked
        id={id}
        names={chosen ? [draft.names[chosen] ?? chosen] : []}
        onRemove={() => writeValue(draftKey, field.name, undefined)}
      />
      <SearchLine id={id} hint={say.form.searchMatter} onSearch={search} />
      {trouble !== '' && <View className="quiet">{trouble}</View>}
      {found?.length === 0 && trouble === '' && <View className="quiet">{say.form.noMatter}</View>}
      <View className="options">
        {found?.map((matter) => (
          <OptionButton
            key={matter.matterId}
            id={`${id}-found-${matter.matterId}`}
            title={nameOf(matter)}
            hint={`${matter.area.name} · ${matter.statusTitle}`}
            chosen={matter.matterId === chosen}
            onPress={() => choose(matter)}
          />
        ))}
      </View>
    </View>
  )
}

function nameOf({ number, kind }: MatterView): string {
  return `${number} ${kind.name}`
}
