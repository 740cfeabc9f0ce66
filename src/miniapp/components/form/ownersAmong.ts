import { roles } from '@domain/access/permissions'
import type { TaskOwner } from '@domain/matter/matter'
import type { Assignees } from '../../stores/lookups'
import { say } from '../../words/say'

export type NamedOwner = {
  readonly key: string
  readonly owner: TaskOwner
  readonly name: string
  readonly hint: string
}

/** Everybody a task may go to, named; only the kinds that the field takes. */
export function ownersAmong(
  { people, areas, departments }: Assignees,
  kinds: readonly TaskOwner['kind'][] | undefined,
): NamedOwner[] {
  const all = [
    ...people.map(({ personId, name, role, area, openTasks }) =>
      named({ kind: 'person', personId: personId }, name, [
        roles[role].title,
        area.name,
        say.form.openTasks(openTasks),
      ]),
    ),
    ...departments.map(({ code, name }) =>
      named({ kind: 'department', departmentCode: code }, name, []),
    ),
    ...areas.map(({ code, name }) =>
      named({ kind: 'area', areaCode: code }, say.form.areaOf(name), []),
    ),
  ]
  return all.filter(({ owner }) => kinds?.includes(owner.kind) ?? true)
}

function named(owner: TaskOwner, name: string, hints: readonly string[]): NamedOwner {
  return { key: keyOfOwner(owner), owner, name, hint: hints.join(' · ') }
}

export function keyOfOwner(owner: TaskOwner): string {
  switch (owner.kind) {
    case 'person':
      return owner.personId
    case 'department':
      return `department-${owner.departmentCode}`
    case 'area':
      return `area-${owner.areaCode}`
    case 'post':
      return `post-${owner.role}-${owner.areaCode}`
  }
}
