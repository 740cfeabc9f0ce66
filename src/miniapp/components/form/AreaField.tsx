import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { textOf } from '@domain/form/formField'
import type { NamedArea } from '../../stores/areas'
import { writeValue } from '../../stores/formDraft'
import { findNeighbours, findOwnAreas } from '../../stores/ownAreas'
import { say } from '../../words/say'
import { Press } from '../Press'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'
import { OptionButton } from './OptionButton'

/** The person's own areas first; the others of the township behind one line. */
export function AreaField({ id, draftKey, draft, field }: FieldProps) {
  const [own, setOwn] = useState<readonly NamedArea[]>([])
  const [others, setOthers] = useState<readonly NamedArea[]>()
  const [unreachable, setUnreachable] = useState(false)
  const chosen = textOf(draft.values, field.name)
  useEffect(() => {
    void findOwnAreas().then(setOwn)
  }, [])
  const openOthers = async () => {
    const found = await findNeighbours()
    setOthers(found)
    setUnreachable(!found)
  }
  const elsewhere = (others ?? []).filter(({ code }) => !own.some((area) => area.code === code))
  const shown = [...own, ...elsewhere]
  const known = chosen === undefined || shown.some(({ code }) => code === chosen)
  const before = known ? [] : [{ code: chosen, name: draft.names[chosen] ?? chosen }]
  return (
    <View className="field">
      <FieldLabel field={field} />
      <View className="options">
        {[...before, ...shown].map(({ code, name }) => (
          <OptionButton
            key={code}
            id={`${id}-${code}`}
            title={name}
            chosen={code === chosen}
            onPress={() => writeValue(draftKey, field.name, code, { [code]: name })}
          />
        ))}
        {!others && (
          <Press
            id={`${id}-others`}
            label={say.form.otherAreas}
            onPress={() => void openOthers()}
          />
        )}
      </View>
      {unreachable && <View className="quiet">{say.form.unreachable}</View>}
    </View>
  )
}
