import { countyOf, townshipOf } from '@domain/area/areaCode'
import { useStore } from 'zustand'
import { useAreasBelow } from '../area/useAreasBelow'
import { useConsole } from '../console/ConsoleContext'
import { withText } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { saidOf } from './saidOf'

/** The township around, its villages, the whole county: as far as people ask. */
export function AreaField(props: FieldProps) {
  const { field, draft, edit, place } = props
  const options = useOptions(place)
  return (
    <FieldFrame {...props}>
      <select
        {...saidOf(props)}
        className="native-select"
        value={draft.texts[field.name] ?? ''}
        onChange={(event) => edit((before) => withText(before, field.name, event.target.value))}
      >
        <option value="">请选择</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

function useOptions({ area, matter }: FieldProps['place']) {
  const { session } = useConsole()
  const county = useStore(session, (state) => state.county)
  const township = matter?.township ?? { code: townshipOf(area.code), name: area.name }
  const below = useAreasBelow(township.code)
  const isWhole = township.code === countyOf(township.code)
  return [
    { code: township.code, name: `全${isWhole ? '县' : '镇'}（${township.name}）` },
    ...below,
    ...(county && !isWhole ? [{ code: county.code, name: `全县（${county.name}）` }] : []),
  ]
}
