import { textOf } from '@domain/form/formField'
import type { MatterView } from '@contract/views'
import { Input } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { useSimilar } from '../matter/useSimilar'
import { wordsOf } from '../wire/WireProblem'
import { withLabel, withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { OptionList, type Option } from './OptionList'
import { PickedList } from './PickedList'
import { saidOf } from './saidOf'
import { useSearch } from './useSearch'

const FOUND_MAX = 10

type Named = Option & { readonly label: string }

/** Another matter: one of those like it nearby, or found by its number or its words. */
export function MatterField(props: FieldProps) {
  const { id, field, draft, edit, place } = props
  const [search, setSearch] = useState('')
  const { options, problem } = useOptions(place.matter, search)
  const chosen = textOf(draft.values, field.name)
  const choose = (key: string | undefined) =>
    edit((before) => {
      const label = options.find((one) => one.key === key)?.label
      const named = key && label ? withLabel(before, key, label) : before
      return withValue(named, field.name, key)
    })

  return (
    <FieldFrame {...props}>
      {chosen && !options.some(({ key }) => key === chosen) && (
        <PickedList
          picked={[{ key: chosen, name: draft.labels[chosen] ?? chosen }]}
          onDrop={() => choose(undefined)}
        />
      )}
      <Input
        {...saidOf(props)}
        value={search}
        placeholder="写编号或内容来找，回车选第一个"
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          if (options[0] && !event.ctrlKey && !event.metaKey) choose(options[0].key)
        }}
        allowClear
      />
      {problem !== undefined && <p role="alert">{wordsOf(problem)}</p>}
      <div className="owners" role="radiogroup" aria-label={field.title}>
        {options.length === 0 && (
          <p className="quiet">{search === '' ? '附近没有同样的事' : '没有找到，换个词试试'}</p>
        )}
        <OptionList
          name={`${id}-option`}
          testId="matter-option"
          options={options}
          isChosen={(key) => key === chosen}
          onChoose={choose}
        />
      </div>
    </FieldFrame>
  )
}

function useOptions(matter: MatterView | undefined, search: string) {
  const { api } = useConsole()
  const { similar } = useSimilar(matter?.matterId)
  const { items, problem } = useSearch(search, async (words) => {
    const request = { filter: { search: words }, limit: FOUND_MAX }
    return (await api.call('listMatters', request)).items
  })
  const near = similar.flatMap((one): Named[] =>
    one.matterId
      ? [
          {
            key: one.matterId,
            label: one.number,
            title: one.number,
            detail: `相距 ${one.metres} 米 · ${one.areaName} · ${one.statusTitle}`,
          },
        ]
      : [],
  )
  const found = items?.filter((one) => one.matterId !== matter?.matterId).map(foundOption)
  return { options: search.trim() === '' ? near : (found ?? []), problem }
}

function foundOption(one: MatterView): Named {
  const { matterId, number, kind, area, statusTitle, sensitivity, text } = one
  const words = sensitivity === 'S2' || sensitivity === 'S3' ? '' : ` · ${text}`
  return {
    key: matterId,
    label: number,
    title: number,
    detail: `${kind.name} · ${area.name} · ${statusTitle}${words}`,
  }
}
