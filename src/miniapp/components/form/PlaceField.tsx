import { View } from '@tarojs/components'
import { useState } from 'react'
import { textOf } from '@domain/form/formField'
import { writeValue } from '../../stores/formDraft'
import { locate } from '../../stores/place'
import { say } from '../../words/say'
import { Icon } from '../Icon'
import { Press } from '../Press'
import { FieldLabel } from './FieldLabel'
import type { FieldProps } from './fieldProps'

/** Asked only where safety requires it, and only by a tap: nobody is followed. */
export function PlaceField({ id, draftKey, draft, field }: FieldProps) {
  const [state, setState] = useState<'still' | 'locating' | 'denied' | 'unavailable'>('still')
  const value = textOf(draft.values, field.name)
  const find = async () => {
    setState('locating')
    const located = await locate()
    if ('failed' in located) return setState(located.failed)
    const { longitude, latitude, accuracyMetres } = located.place
    const parts = [longitude, latitude, ...metresOf(accuracyMetres)]
    writeValue(draftKey, field.name, parts.join(','))
    setState('still')
  }
  return (
    <View className="field">
      <FieldLabel field={field} />
      {value && <View>{say.form.located(readMetres(value))}</View>}
      {(state === 'denied' || state === 'unavailable') && <View>{say.report[state]}</View>}
      <Press
        id={id}
        label={state === 'locating' ? say.form.locating : say.form.locate}
        disabled={state === 'locating'}
        onPress={() => void find()}
      >
        <Icon name="place" size="small" />
        {state === 'locating' ? say.form.locating : say.form.locate}
      </Press>
    </View>
  )
}

function metresOf(metres: number | undefined): number[] {
  return metres === undefined ? [] : [Math.round(metres)]
}

function readMetres(value: string): number | undefined {
  const [, , metres] = value.split(',')
  return metres === undefined ? undefined : Number(metres)
}
