import type { Actor } from '../access/actor'
import { can, holds, jurisdictionsOf } from '../access/actor'
import { containsArea } from '../area/areaCode'
import type { Matter, TaskOwner } from '../matter/matter'
import type { ActionRow, Relation } from './flowTable'

/** Is the task this actor's to claim: theirs by name, by department, or by a pool of an area they work in? */
export function ownsTask(actor: Actor, owner: TaskOwner): boolean {
  switch (owner.kind) {
    case 'person':
      return owner.personId === actor.personId
    case 'area':
      return jurisdictionsOf(actor, 'task.claim').some((area) => containsArea(owner.areaCode, area))
    case 'department':
      return actor.posts.some((post) => post.departmentCode === owner.departmentCode)
  }
}

/**
 * Permission first. Somebody a task was given to needs the permission anywhere, since a worker of the next grid may
 * be sent; everybody else needs it where the matter lies.
 */
export function isPermitted(
  row: Pick<ActionRow, 'permission' | 'relation'>,
  matter: Matter,
  actor: Actor,
): boolean {
  const { permission, relation } = row
  if (relation === undefined) return can(actor, permission, matter.areaCode)
  const permitted =
    relation === 'notHandler' || relation === 'uninvolved'
      ? can(actor, permission, matter.areaCode)
      : holds(actor, permission)
  return permitted && stands(relation, matter, actor)
}

function stands(relation: Relation, matter: Matter, actor: Actor): boolean {
  switch (relation) {
    case 'reporter':
      return matter.reporter.personId === actor.personId
    case 'taskOwner':
      return matter.task !== undefined && ownsTask(actor, matter.task.owner)
    case 'assignee':
      return matter.task?.claimedBy === actor.personId
    case 'notHandler':
      return !matter.handlers.includes(actor.personId)
    case 'uninvolved':
      return (
        matter.reporter.personId !== actor.personId && !matter.handlers.includes(actor.personId)
      )
  }
}
