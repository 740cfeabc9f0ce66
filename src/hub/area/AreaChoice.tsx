import { areaLevel, areaLevels, type AreaLevel } from '@domain/area/areaCode'
import { useId } from 'react'
import { useAreasBelow, type Area } from './useAreasBelow'
import { useGridsOf } from './useGridsOf'

type Props = {
  /** What the person sits for: the choice begins below it. */
  readonly homeArea: Area
  readonly at: 'grid' | 'village' | 'township'
  /** The finest area chosen so far; empty before. */
  readonly code: string
  readonly trouble: string | undefined
  readonly onChange: (code: string) => void
}

/** Where something lies: township, village, grid, each once the one above is known. */
export function AreaChoice({ homeArea, at, code, trouble, onChange }: Props) {
  const levels = levelsBetween(homeArea.code, at)
  const upTo = (level: AreaLevel) => code.slice(0, areaLevels[level])
  const isChosen = (level: AreaLevel) => code.length >= areaLevels[level]
  if (levels.length === 0) return <p className="quiet">记在{homeArea.name}</p>
  return (
    <div className="field" role="group" aria-label="地方" data-field="_area">
      <div className="area-choice">
        {levels.map((level, place) => {
          const above = levels[place - 1]
          const parent = above === undefined ? homeArea.code : isChosen(above) ? upTo(above) : ''
          return (
            <LevelSelect
              key={level}
              level={level}
              parent={parent}
              value={isChosen(level) ? upTo(level) : ''}
              onChange={(chosen) => onChange(chosen === '' ? parent : chosen)}
            />
          )
        })}
      </div>
      {trouble && (
        <p className="field-trouble" role="alert" data-testid="field-trouble">
          {trouble}
        </p>
      )}
    </div>
  )
}

const below: readonly AreaLevel[] = ['township', 'village', 'grid']

function levelsBetween(home: string, at: AreaLevel): AreaLevel[] {
  return below.filter(
    (level) =>
      areaLevels[level] > areaLevels[areaLevel(home)] && areaLevels[level] <= areaLevels[at],
  )
}

const levelWords: Readonly<Record<AreaLevel, string>> = {
  county: '县',
  township: '镇',
  village: '村（社区）',
  grid: '网格',
}

type SelectProps = {
  readonly level: AreaLevel
  readonly parent: string
  readonly value: string
  readonly onChange: (code: string) => void
}

function LevelSelect({ level, parent, value, onChange }: SelectProps) {
  const id = useId()
  const divisions = useAreasBelow(level === 'grid' ? '' : parent)
  const grids = useGridsOf(level === 'grid' ? parent : '')
  const areas = level === 'grid' ? grids : divisions
  return (
    <div className="field">
      <label htmlFor={id} className="field-title">
        {levelWords[level]}
      </label>
      <select
        id={id}
        className="native-select"
        value={value}
        disabled={parent === ''}
        onChange={(event) => onChange(event.target.value)}
        data-testid={`begin-${level}`}
      >
        <option value="">请选择</option>
        {areas.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
