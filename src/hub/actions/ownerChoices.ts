import { villageOf } from '@domain/area/areaCode'
import type { TaskOwner } from '@domain/matter/matter'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'

export type Assignees = ResponseOf<Operations['listAssignees']>

export type OwnerChoice = {
  readonly key: string
  readonly owner: TaskOwner
  readonly name: string
  readonly detail: string
  readonly phone?: string
  readonly openTasks?: number
}

export type OwnerGroup = { readonly title: string; readonly choices: readonly OwnerChoice[] }

/** People of the grid, of the village and others, then pools, then departments; within a group the server's order. */
export function ownerChoices(assignees: Assignees, areaCode: string, search: string): OwnerGroup[] {
  const { people, areas, departments } = assignees
  const near = (area: string) =>
    area === areaCode ? 0 : villageOf(area) === villageOf(areaCode) ? 1 : 2
  const peopleAt = (nearness: number) =>
    people.filter(({ area }) => near(area.code) === nearness).map(personChoice)
  const groups: OwnerGroup[] = [
    { title: '本网格', choices: peopleAt(0) },
    { title: '本村', choices: peopleAt(1) },
    { title: '其他网格', choices: peopleAt(2) },
    { title: '大家都能接（谁先接归谁）', choices: areas.map(areaChoice) },
    { title: '部门、站所', choices: departments.map(departmentChoice) },
  ]
  return groups
    .map(({ title, choices }) => ({
      title,
      choices: choices.filter((one) => isFound(one, search)),
    }))
    .filter(({ choices }) => choices.length > 0)
}

function isFound({ name, detail, phone = '' }: OwnerChoice, search: string): boolean {
  return `${name} ${detail} ${phone}`.includes(search.trim())
}

function personChoice(person: Assignees['people'][number]): OwnerChoice {
  const { personId, name, phone, area, openTasks } = person
  const owner = { kind: 'person', personId } as const
  return { key: personId, owner, name, detail: area.name, phone, openTasks }
}

function areaChoice({ code, name }: Assignees['areas'][number]): OwnerChoice {
  return { key: code, owner: { kind: 'area', areaCode: code }, name: `${name}网格员`, detail: '' }
}

function departmentChoice({ code, name }: Assignees['departments'][number]): OwnerChoice {
  return { key: code, owner: { kind: 'department', departmentCode: code }, name, detail: '' }
}
