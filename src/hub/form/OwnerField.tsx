import { ownersOf } from '@domain/form/formField'
import type { TaskOwner } from '@domain/matter/matter'
import { Button, Input, Skeleton } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { wordsOf } from '../wire/WireProblem'
import { withLabel, withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { ownerChoices, ownerKey, type OwnerChoice } from './ownerChoices'
import { PickedList } from './PickedList'
import { saidOf } from './saidOf'
import { useAssignees } from './useAssignees'

/** Whose task it becomes; of several, those chosen stay in sight whatever is searched next. */
export function OwnerField(props: FieldProps) {
  const { field, draft, edit } = props
  const many = field.type === 'owners'
  const [open, setOpen] = useState(field.required)
  const chosen = ownersOf(draft.values, field.name)
  const put = (owners: readonly TaskOwner[]) =>
    edit((before) => withValue(before, field.name, many ? owners : owners.at(-1)))
  const without = (key: string) => chosen.filter((one) => ownerKey(one) !== key)
  const toggle = ({ key, owner, name }: OwnerChoice) => {
    edit((before) => withLabel(before, key, name))
    const others = without(key)
    put(others.length < chosen.length && many ? others : [...others, owner])
  }

  return (
    <FieldFrame {...props}>
      {many && (
        <PickedList
          picked={chosen.map((owner) => ({
            key: ownerKey(owner),
            name: draft.labels[ownerKey(owner)] ?? '',
          }))}
          onDrop={(key) => put(without(key))}
        />
      )}
      {open ? (
        <OwnerSearch {...props} many={many} chosen={chosen.map(ownerKey)} onChoose={toggle} />
      ) : (
        <Button {...idOf(props)} onClick={() => setOpen(true)} data-testid={`${field.name}-open`}>
          选人或单位
        </Button>
      )}
    </FieldFrame>
  )
}

function idOf(props: FieldProps) {
  const { id } = saidOf(props)
  return { id }
}

type SearchProps = FieldProps & {
  readonly many: boolean
  readonly chosen: readonly string[]
  readonly onChoose: (choice: OwnerChoice) => void
}

/** Radio buttons rather than a list that opens: the names, their distance and their load are all in sight. */
function OwnerSearch({ many, chosen, onChoose, ...props }: SearchProps) {
  const { field, place } = props
  const [search, setSearch] = useState('')
  const asked = place.matter ? { matterId: place.matter.matterId } : { areaCode: place.area.code }
  const { assignees, problem, retry } = useAssignees(asked)
  const areaCode = place.area.code
  const groups = assignees
    ? ownerChoices(assignees, { areaCode, search, kinds: field.ownerKinds })
    : []
  // Enter in the search means "this one", not "send".
  const chooseFirst = (event: KeyboardEvent) => {
    event.preventDefault()
    const first = groups[0]?.choices[0]
    if (first && !event.ctrlKey && !event.metaKey) onChoose(first)
  }

  return (
    <>
      <Input
        {...saidOf(props)}
        value={search}
        placeholder="搜姓名、电话、网格、部门，回车选第一个"
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={chooseFirst}
        allowClear
        data-testid={`${field.name}-search`}
      />
      <div
        className="owners"
        role={many ? 'group' : 'radiogroup'}
        aria-label={field.title}
        data-testid={many ? `${field.name}-list` : 'owners'}
      >
        {!assignees && problem === undefined && <Skeleton active title={false} />}
        {problem !== undefined && (
          <p role="alert">
            {wordsOf(problem)}{' '}
            <Button size="small" onClick={retry}>
              再试一次
            </Button>
          </p>
        )}
        {assignees && groups.length === 0 && <p className="quiet">没有找到，换个词试试</p>}
        {groups.map(({ title, choices }) => (
          <div key={title} role="group" aria-label={title}>
            <p className="owners-title">{title}</p>
            {choices.map((choice) => (
              <OwnerOption
                key={choice.key}
                name={`${props.id}-option`}
                testId={`${field.name}-option`}
                many={many}
                choice={choice}
                chosen={chosen.includes(choice.key)}
                onChoose={() => onChoose(choice)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

type OptionProps = {
  readonly name: string
  readonly testId: string
  readonly many: boolean
  readonly choice: OwnerChoice
  readonly chosen: boolean
  readonly onChoose: () => void
}

function OwnerOption({ name, testId, many, choice, chosen, onChoose }: OptionProps) {
  return (
    <label className="owner" data-testid={testId} data-owner={choice.key}>
      <input type={many ? 'checkbox' : 'radio'} name={name} checked={chosen} onChange={onChoose} />
      <b>{choice.name}</b>
      <span className="quiet">{choice.detail}</span>
      {choice.phone && <span className="owner-phone">{choice.phone}</span>}
      {choice.openTasks !== undefined && (
        <span className="owner-load">手上 {choice.openTasks} 件</span>
      )}
    </label>
  )
}
