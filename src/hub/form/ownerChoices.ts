import { roles, type Role } from '@domain/access/permissions'
import { areaLevel, villageOf, type AreaLevel } from '@domain/area/areaCode'
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

type Asked = {
  readonly areaCode: string
  readonly search: string
  /** Only owners of these kinds; all without it. */
  readonly kinds?: readonly TaskOwner['kind'][] | undefined
}

/** People of the grid, of the village and others, pools, posts, departments; within a group the server's order. */
export function ownerChoices(
  assignees: Assignees,
  { areaCode, search, kinds }: Asked,
): OwnerGroup[] {
  const { people, areas, departments } = assignees
  const peopleAt = (nearness: number) =>
    people.filter(({ area }) => nearTo(areaCode, area.code) === nearness).map(personChoice)
  const [here, around, elsewhere] = nearTitles[areaLevel(areaCode)]
  const groups: OwnerGroup[] = [
    { title: here, choices: peopleAt(0) },
    { title: around, choices: peopleAt(1) },
    { title: elsewhere, choices: peopleAt(2) },
    { title: '大家都能接（谁先接归谁）', choices: areas.map(areaChoice) },
    { title: '岗位（谁在岗归谁）', choices: areas.flatMap(postChoices) },
    { title: '部门、站所', choices: departments.map(departmentChoice) },
  ]
  return groups
    .map(({ title, choices }) => ({
      title,
      choices: choices.filter(
        (one) => isFound(one, search) && (kinds?.includes(one.owner.kind) ?? true),
      ),
    }))
    .filter(({ choices }) => choices.length > 0)
}

function nearTo(areaCode: string, other: string): number {
  if (other === areaCode) return 0
  return villageOf(other) === villageOf(areaCode) ? 1 : 2
}

/** What people call those who are right there, around there, and further away. */
const nearTitles: Readonly<Record<AreaLevel, readonly [string, string, string]>> = {
  grid: ['本网格', '本村', '其他网格'],
  village: ['本村', '本村各网格', '其他网格'],
  township: ['本镇', '本镇各村', '各网格'],
  county: ['本县', '本县各镇', '各镇、各网格'],
}

function isFound({ name, detail, phone = '' }: OwnerChoice, search: string): boolean {
  return `${name} ${detail} ${phone}`.includes(search.trim())
}

/** An owner as one text: what two of them are compared by. */
export function ownerKey(owner: TaskOwner): string {
  switch (owner.kind) {
    case 'person':
      return owner.personId
    case 'post':
      return `${owner.areaCode}-${owner.role}`
    case 'area':
      return owner.areaCode
    case 'department':
      return owner.departmentCode
  }
}

type Named = Pick<OwnerChoice, 'owner' | 'name' | 'detail'>

function choiceOf(named: Named): OwnerChoice {
  return { key: ownerKey(named.owner), ...named }
}

function personChoice(person: Assignees['people'][number]): OwnerChoice {
  const { personId, name, phone, area, openTasks } = person
  const owner = { kind: 'person', personId } as const
  return { ...choiceOf({ owner, name, detail: area.name }), phone, openTasks }
}

function areaChoice({ code, name }: Assignees['areas'][number]): OwnerChoice {
  return choiceOf({ owner: { kind: 'area', areaCode: code }, name: `${name}网格员`, detail: '' })
}

/** Posts that take tasks, at the level they sit at; workers of a grid are the pool above. */
const postRoles: { readonly [Level in AreaLevel]?: readonly Role[] } = {
  village: ['villageOfficer'],
  township: ['townLeader', 'mediator'],
  county: ['townLeader'],
}

function postChoices({ code, name }: Assignees['areas'][number]): OwnerChoice[] {
  return (postRoles[areaLevel(code)] ?? []).map((role) =>
    choiceOf({
      owner: { kind: 'post', role, areaCode: code },
      name: `${name}${roles[role].title}`,
      detail: '',
    }),
  )
}

function departmentChoice({ code, name }: Assignees['departments'][number]): OwnerChoice {
  return choiceOf({ owner: { kind: 'department', departmentCode: code }, name, detail: '' })
}
