import { textsOf } from '@domain/form/formField'
import { Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { withLabel, withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { OptionList } from './OptionList'
import { PickedList } from './PickedList'
import { saidOf } from './saidOf'
import { useSearch } from './useSearch'

const NAME_MAX = 20

/** Where the form says so, only those who signed up for this very matter. */
function amongOf({ field, place }: FieldProps) {
  const { fromRoll } = field
  return fromRoll && place.matter
    ? { among: { matterId: place.matter.matterId, roll: fromRoll } }
    : {}
}

/** One person or several, found by name; Enter takes the first. */
export function PeopleField(props: FieldProps) {
  const { id, field, draft, edit } = props
  const { api } = useConsole()
  const [search, setSearch] = useState('')
  const { items, problem } = useSearch(
    search,
    async (words) => (await api.call('searchPeople', { search: words, ...amongOf(props) })).items,
  )
  const many = field.type === 'people'
  const chosen = textsOf(draft.values, field.name)
  const put = (ids: readonly string[]) =>
    edit((before) => withValue(before, field.name, many ? ids : ids.at(-1)))
  const drop = (key: string) => put(chosen.filter((one) => one !== key))
  const toggle = (key: string) => {
    const name = items?.find(({ personId }) => personId === key)?.name ?? ''
    edit((before) => withLabel(before, key, name))
    if (chosen.includes(key) && many) drop(key)
    else put([...chosen.filter((one) => one !== key), key])
  }
  const takeFirst = (event: KeyboardEvent) => {
    event.preventDefault()
    const first = items?.[0]
    if (first && !event.ctrlKey && !event.metaKey) toggle(first.personId)
  }

  return (
    <FieldFrame {...props}>
      <PickedList
        picked={chosen.map((key) => ({ key, name: draft.labels[key] ?? '' }))}
        onDrop={drop}
      />
      <Input
        {...saidOf(props)}
        value={search}
        maxLength={NAME_MAX}
        placeholder="写姓名来找，回车选第一个"
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={takeFirst}
        allowClear
      />
      {problem !== undefined && <p role="alert">{wordsOf(problem)}</p>}
      {items && (
        <div className="owners" role={many ? 'group' : 'radiogroup'} aria-label={field.title}>
          {items.length === 0 && <p className="quiet">没有找到，换个名字试试</p>}
          <OptionList
            name={`${id}-option`}
            many={many}
            testId="person-option"
            options={items.map(({ personId, name, roleTitle, area }) => ({
              key: personId,
              title: name,
              detail: `${area.name} ${roleTitle}`,
            }))}
            isChosen={(key) => chosen.includes(key)}
            onChoose={toggle}
          />
        </div>
      )}
    </FieldFrame>
  )
}
