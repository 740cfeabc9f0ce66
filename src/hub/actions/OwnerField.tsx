import type { TaskOwner } from '@domain/matter/matter'
import type { MatterView } from '@contract/views'
import { Button, Input, Skeleton } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { wordsOf } from '../wire/WireProblem'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { ownerChoices, type OwnerChoice } from './ownerChoices'
import { useAssignees } from './useAssignees'

/** Radio buttons rather than a list that opens: the names, their distance and their load are all in sight. */
export function OwnerField({
  field,
  trouble,
  draft,
  edit,
  matter,
}: FieldProps & { matter: MatterView }) {
  const { assignees, problem, retry } = useAssignees(matter.matterId)
  const [search, setSearch] = useState('')
  const choose = (owner: TaskOwner) => edit((before) => ({ ...before, owner }))
  // Enter in the search means "this one", not "send".
  const chooseFirst = (event: KeyboardEvent) => {
    event.preventDefault()
    const first = groups[0]?.choices[0]
    if (first && !event.ctrlKey && !event.metaKey) choose(first.owner)
  }
  const groups = assignees ? ownerChoices(assignees, matter.area.code, search) : []

  return (
    <FieldFrame id="owner-search" title={field.title} required={field.required} trouble={trouble}>
      <Input
        id="owner-search"
        data-first={field.name}
        value={search}
        placeholder="搜姓名、电话、网格、部门，回车选第一个"
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={chooseFirst}
        allowClear
        data-testid="owner-search"
      />
      <div className="owners" role="radiogroup" aria-label={field.title} data-testid="owners">
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
                name={field.name}
                choice={choice}
                chosen={isSame(choice.owner, draft.owner)}
                onChoose={() => choose(choice.owner)}
              />
            ))}
          </div>
        ))}
      </div>
    </FieldFrame>
  )
}

type OptionProps = {
  readonly name: string
  readonly choice: OwnerChoice
  readonly chosen: boolean
  readonly onChoose: () => void
}

function OwnerOption({ name, choice, chosen, onChoose }: OptionProps) {
  return (
    <label className="owner" data-testid="owner-option" data-owner={choice.key}>
      <input type="radio" name={name} checked={chosen} onChange={onChoose} />
      <b>{choice.name}</b>
      <span className="quiet">{choice.detail}</span>
      {choice.phone && <span className="owner-phone">{choice.phone}</span>}
      {choice.openTasks !== undefined && (
        <span className="owner-load">手上 {choice.openTasks} 件</span>
      )}
    </label>
  )
}

function isSame(one: TaskOwner, other: TaskOwner | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
