import type { Actor } from '../access/actor'
import { can, holds, jurisdictionsOf } from '../access/actor'
import type { Permission } from '../access/permissions'
import { areaLevels, containsArea } from '../area/areaCode'
import { textsOf } from '../form/formField'
import type { Matter, MatterTask, TaskOwner } from '../matter/matter'
import type { Instant } from '../shared/instant'
import type { ActionRow } from './flowTable'

/**
 * reporter: wrote it, or a report that was joined to it · parentReporter: of the matter it belongs to ·
 * taskOwner: it was dispatched to them, their post, department, or a pool they belong to · assignee: has claimed it ·
 * called: a task beside the main one waits for them · answering: they have taken it · notHandler: had no hand in
 * handling it · uninvolved: nor reported it · neighbour: lives or works where it lies · ring: works in an area of its
 * ring · guest: invited, until their day · named: the person in that field.
 */
export type Relation =
  | 'reporter'
  | 'parentReporter'
  | 'taskOwner'
  | 'assignee'
  | 'called'
  | 'answering'
  | 'notHandler'
  | 'uninvolved'
  | 'neighbour'
  | 'ring'
  | 'guest'
  | { readonly named: string }

/** Is the task this actor's to claim: theirs by name, post, department, or by a pool of an area they work in? */
export function ownsTask(actor: Actor, owner: TaskOwner): boolean {
  switch (owner.kind) {
    case 'person':
      return owner.personId === actor.personId
    case 'post':
      return actor.posts.some(
        ({ role, areaCode }) => role === owner.role && areaCode === owner.areaCode,
      )
    case 'area':
      return jurisdictionsOf(actor, 'task.claim').some((area) => containsArea(owner.areaCode, area))
    case 'department':
      return actor.posts.some((post) => post.departmentCode === owner.departmentCode)
  }
}

/** Relations that only narrow who of the area may: the jurisdiction is asked as well. */
export function keepsOut(relation: Relation | undefined): boolean {
  return relation === 'notHandler' || relation === 'uninvolved'
}

/**
 * Permission first. Somebody a task was given to needs the permission anywhere, since a worker of the next grid may
 * be sent; everybody else needs it where the matter lies.
 */
export function isPermitted(
  row: Pick<ActionRow, 'permission' | 'relation' | 'automatic'>,
  matter: Matter,
  actor: Actor,
  now: Instant,
): boolean {
  const { permission, relation } = row
  if (row.automatic) return false
  if (relation === undefined) return can(actor, permission, matter.areaCode)
  const permitted = keepsOut(relation)
    ? can(actor, permission, matter.areaCode)
    : holds(actor, permission)
  return permitted && stands(relation, matter, { actor, permission, now })
}

type Asking = { readonly actor: Actor; readonly permission: Permission; readonly now: Instant }

function stands(relation: Relation, matter: Matter, asking: Asking): boolean {
  const { actor, permission } = asking
  const me = actor.personId
  if (typeof relation === 'object')
    return textsOf(matter.fields, relation.named).includes(actor.personId)
  switch (relation) {
    case 'reporter':
      return reportersOf(matter).includes(me)
    case 'parentReporter':
      return matter.parent?.reporterId === me
    case 'taskOwner':
      return matter.task !== undefined && ownsTask(actor, matter.task.owner)
    case 'assignee':
      return matter.task?.claimedBy === me
    case 'called':
      return findCalled(matter, actor, 'open') !== undefined
    case 'answering':
      return findCalled(matter, actor, 'claimed') !== undefined
    case 'notHandler':
      return !matter.handlers.includes(me)
    case 'uninvolved':
      return !reportersOf(matter).includes(me) && !matter.handlers.includes(me)
    case 'neighbour':
      return isNeighbour(actor, permission, matter)
    case 'ring':
      return isInRing(actor, permission, matter)
    case 'guest':
      return isGuest(actor, matter, asking.now)
  }
}

/** 先上报的, and those whose reports were joined to it. */
export function reportersOf({ reporter, joined }: Matter): string[] {
  return [reporter.personId, ...(joined ?? []).map((one) => one.reporter.personId)]
}

/** The task beside the main one that this actor may take, or has taken. */
export function findCalled(
  matter: Matter,
  actor: Actor,
  state: 'open' | 'claimed',
): MatterTask | undefined {
  return matter.called?.find(
    (task) =>
      task.state === state &&
      (state === 'open' ? ownsTask(actor, task.owner) : task.claimedBy === actor.personId),
  )
}

/** Whoever works for a whole township or county does not vote in each of its villages. */
export function isNeighbour(actor: Actor, permission: Permission, { areaCode }: Matter): boolean {
  return jurisdictionsOf(actor, permission).some(
    (area) =>
      containsArea(areaCode, area) ||
      (area.length >= areaLevels.village && containsArea(area, areaCode)),
  )
}

export function isInRing(actor: Actor, permission: Permission, matter: Matter): boolean {
  const ring = textsOf(matter.fields, 'ring')
  return jurisdictionsOf(actor, permission).some((area) =>
    ring.some((code) => containsArea(code, area)),
  )
}

export function isGuest(actor: Actor, { guests }: Matter, now: Instant): boolean {
  return guests?.some(({ personId, until }) => personId === actor.personId && now < until) ?? false
}
