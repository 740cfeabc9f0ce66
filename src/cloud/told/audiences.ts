import type { Actor } from '@domain/access/actor'
import { jurisdictionsOf } from '@domain/access/actor'
import { grantsOf, type Permission } from '@domain/access/permissions'
import { areaLevels, countyOf, townshipOf, type AreaCode } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Listener } from '@domain/flow/listener'
import { reportersOf } from '@domain/flow/relation'
import { textsOf } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import { ownerKey } from '../store/matterRow'
import type { Notice } from '../store/toldStore'

/** Held by the county alone: whoever is warned by them sits there, not in the township. */
const countyPermissions: ReadonlySet<Permission> = new Set([
  'matter.suspend',
  'matter.supervise',
  'settings.change',
])

/** To whom a notice is addressed: keys that `audiencesOf` finds again for whoever reads. */
export function audiencesFor(
  to: Listener,
  matter: Matter,
  flow: FlowTable,
): readonly Notice['audience'][] {
  if (typeof to === 'object')
    return 'roll' in to ? [to] : textsOf(matter.fields, to.named).map(personKey)
  const { task, called, areaCode } = matter
  switch (to) {
    case 'reporter':
      return [...new Set([...reportersOf(matter), ...parentReporter(matter, flow)])].map(personKey)
    case 'assignee':
      return task?.claimedBy ? [personKey(task.claimedBy)] : task ? [ownerKey(task.owner)] : []
    case 'taskOwner':
      return task ? [ownerKey(task.owner)] : []
    case 'called':
      return (called ?? [])
        .filter(({ state }) => state !== 'done')
        .map(({ owner, claimedBy }) => (claimedBy ? personKey(claimedBy) : ownerKey(owner)))
    case 'inCharge':
      return [inCharge(matter, flow)]
    case 'hub':
      return [holderKey('hub.operate', townshipOf(areaCode))]
    case 'county':
      return [countyKey(matter, flow)]
    case 'ring':
      return textsOf(matter.fields, 'ring').map((code) =>
        ringKey(flow.ringOf ?? 'search.answer', code),
      )
    case 'area':
      return [`area:${areaCode}`]
  }
}

/** Of a matter that its flow keeps to others they are not told. */
function parentReporter({ parent }: Matter, { keptTo }: FlowTable): string[] {
  const tellsParent = keptTo?.includes('parentReporter') ?? true
  return parent && tellsParent ? [parent.reporterId] : []
}

/** The county's supervisors; of a matter that is kept from them, those of the county who may read it. */
function countyKey({ areaCode }: Matter, { keptTo }: FlowTable): string {
  const readers = keptTo?.filter((reader) => reader !== 'parentReporter')
  const asked = readers?.includes('matter.supervise') ? undefined : readers?.[0]
  return holderKey(asked ?? 'matter.supervise', countyOf(areaCode))
}

/** Those who hold the permission that the deadline of where the matter stands warns. */
function inCharge(matter: Matter, flow: FlowTable): string {
  const deadline = flow.statuses[matter.status]?.deadline
  const warned = typeof deadline === 'object' ? deadline.warns : 'matter.dispatch'
  const cut = countyPermissions.has(warned) ? countyOf : townshipOf
  return holderKey(warned, cut(matter.areaCode))
}

function personKey(personId: string): string {
  return `person:${personId}`
}

function holderKey(permission: Permission, areaCode: AreaCode): string {
  return `holder:${permission}:${areaCode}`
}

/** Whoever holds the permission anywhere within the area. */
function ringKey(permission: Permission, areaCode: AreaCode): string {
  return `ring:${permission}:${areaCode}`
}

/** What a ring may ask for; each costs a reader four keys. */
const ringPermissions: readonly Permission[] = ['search.answer', 'unit.speak']

/** Every audience that includes this actor. */
export function audiencesOf(actor: Actor): string[] {
  const holders = actor.posts.flatMap(({ role, areaCode }) =>
    grantsOf(role).map((permission) => holderKey(permission, areaCode)),
  )
  const rings = ringPermissions.flatMap((permission) =>
    jurisdictionsOf(actor, permission).flatMap((code) =>
      areasAround(code).map((area) => ringKey(permission, area)),
    ),
  )
  return [...new Set([...ownerKeysOf(actor), ...holders, ...rings])]
}

/** The area itself and those around it. */
function areasAround(code: AreaCode): AreaCode[] {
  return Object.values(areaLevels)
    .filter((digits) => digits <= code.length)
    .map((digits) => code.slice(0, digits))
}

/** Every task owner that includes this actor: by name, post, department, and every area around where they work. */
export function ownerKeysOf(actor: Actor): string[] {
  const areas = jurisdictionsOf(actor, 'task.claim').flatMap((code) =>
    areasAround(code).map((area) => `area:${area}`),
  )
  const posts = actor.posts.flatMap(({ role, areaCode, departmentCode }) => [
    ownerKey({ kind: 'post', role, areaCode }),
    ...(departmentCode ? [ownerKey({ kind: 'department', departmentCode })] : []),
  ])
  return [...new Set([personKey(actor.personId), ...areas, ...posts])]
}
