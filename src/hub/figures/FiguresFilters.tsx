import { areaLevels } from '@domain/area/areaCode'
import { Segmented } from 'antd'
import { useId, type ReactNode } from 'react'
import { useAreasBelow, type Area } from '../area/useAreasBelow'
import { useConsole } from '../console/ConsoleContext'
import { nameOfSpan, spanOf, spanTitles, type SpanName } from './spanOf'
import type { FiguresQuery } from './useFigures'

type Props = {
  readonly homeArea: Area
  readonly query: FiguresQuery
  readonly onChange: (part: Partial<FiguresQuery>) => void
}

/** Where and of which days: plain fields, so that the keyboard works in them as everywhere. */
export function FiguresFilters({ homeArea, query, onChange }: Props) {
  const { now } = useConsole()
  const chosen = nameOfSpan(query, now())
  return (
    <div className="figures-filters" role="group" aria-label="看哪里、哪些天">
      <AreaSelects
        homeArea={homeArea}
        areaCode={query.areaCode}
        onChange={(areaCode) => onChange({ areaCode })}
      />
      <Segmented<SpanName | ''>
        value={chosen ?? ''}
        onChange={(name) => name !== '' && onChange(spanOf(name, now()))}
        options={(Object.keys(spanTitles) as SpanName[]).map((value) => ({
          value,
          label: spanTitles[value],
        }))}
        aria-label="哪些天"
        data-testid="figures-span"
      />
      <DayField title="收到日从" value={query.from} onChange={(from) => onChange({ from })} />
      <DayField title="到" value={query.until} onChange={(until) => onChange({ until })} />
    </div>
  )
}

type SelectsProps = {
  readonly homeArea: Area
  readonly areaCode: string
  readonly onChange: (areaCode: string) => void
}

/** The whole of what one answers for, or a township of the county, or a village of the township. */
function AreaSelects({ homeArea, areaCode, onChange }: SelectsProps) {
  const { county, township: townshipDigits } = areaLevels
  const isCounty = homeArea.code.length === county
  const township = isCounty ? areaCode.slice(0, townshipDigits) : homeArea.code
  const townships = useAreasBelow(isCounty ? homeArea.code : undefined)
  const hasVillages = township.length === townshipDigits
  const villages = useAreasBelow(hasVillages ? township : undefined)
  return (
    <>
      {isCounty && (
        <AreaSelect
          title="镇"
          all={{ code: homeArea.code, name: `全部（${homeArea.name}）` }}
          areas={townships}
          value={hasVillages ? township : homeArea.code}
          onChange={onChange}
        />
      )}
      {homeArea.code.length <= townshipDigits && (
        <AreaSelect
          title="村（社区）"
          all={{ code: hasVillages ? township : homeArea.code, name: '全部' }}
          areas={villages}
          value={areaCode}
          disabled={!hasVillages}
          onChange={onChange}
        />
      )}
    </>
  )
}

type SelectProps = {
  readonly title: string
  readonly all: Area
  readonly areas: readonly Area[]
  readonly value: string
  readonly disabled?: boolean
  readonly onChange: (areaCode: string) => void
}

function AreaSelect({ title, all, areas, value, disabled = false, onChange }: SelectProps) {
  return (
    <Labelled title={title}>
      {(id) => (
        <select
          id={id}
          className="native-select"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          data-testid={title === '镇' ? 'figures-township' : 'figures-village'}
        >
          {[all, ...areas].map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

type DayProps = {
  readonly title: string
  readonly value: string
  readonly onChange: (day: string) => void
}

/** A day that is only half typed is empty, and changes nothing yet. */
function DayField({ title, value, onChange }: DayProps) {
  return (
    <Labelled title={title}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="native-select"
          value={value}
          onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
          data-testid={title === '到' ? 'figures-until' : 'figures-from'}
        />
      )}
    </Labelled>
  )
}

function Labelled({ title, children }: { title: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="figures-field">
      <label htmlFor={id}>{title}</label>
      {children(id)}
    </div>
  )
}
