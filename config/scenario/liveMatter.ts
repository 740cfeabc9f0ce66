import type { Context } from '@cloud/context'
import type { Actor } from '@domain/access/actor'
import { townshipOf, villageOf } from '@domain/area/areaCode'
import { wakeAtOf } from '@domain/deadline/wakeAtOf'
import { decideMatter } from '@domain/flow/decideMatter'
import { decideReport } from '@domain/flow/decideReport'
import { decideWake } from '@domain/flow/decideWake'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Surroundings } from '@domain/flow/surroundings'
import type { Kind } from '@domain/kind/kind'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { ActionInput, Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { Place } from '@domain/place/place'
import type { FileId, MatterId, PersonId } from '@domain/shared/ids'
import { HOUR_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'
import { isRefusal, type Refusal } from '@domain/shared/refusal'

/** One row of a history, as the backend would have written it. */
export type ScenarioRow = {
  readonly action: string
  readonly actorId: PersonId | null
  readonly at: Instant
  readonly events: readonly MatterEvent[]
}

export type ScenarioMatter = { readonly matter: Matter; readonly rows: readonly ScenarioRow[] }

/** Where, what and when; and whether it comes to its end. */
export type Plan = {
  readonly grid: string
  readonly kind: Kind
  readonly at: Instant
  readonly number: string
  readonly ends: boolean
}

export type World = {
  readonly context: Context
  readonly flow: FlowTable
  readonly find: (account: string) => Actor
  readonly random: () => number
  readonly newId: (at: Instant) => string
}

type Life = { matter: Matter; rows: ScenarioRow[]; now: Instant }

/** A matter from its report to its end, every step asked of the rules: a refusal ends the making. */
export function liveMatter(world: World, plan: Plan): ScenarioMatter {
  const life = report(world, plan)
  const hub = world.find(`hub-${townshipOf(plan.grid)}`)
  const worker = world.find(`gw-${plan.grid}-1`)
  const step = (by: Actor, action: string, input: ActionInput, hours: number) =>
    act(world, plan, life, { by, action, input, after: hours * HOUR_MS })
  const some = (most: number) => most * world.random() * world.random()
  step(hub, 'accept', {}, some(kindHours(plan, 'accept')))
  if (!plan.ends) return life
  const onSpot = plan.kind.selfClose && world.random() < 0.3
  if (onSpot) {
    step(worker, 'closeOnSpot', { result: '当场处理好了' }, some(4))
    return life
  }
  step(hub, 'dispatch', { owner: { kind: 'area', areaCode: villageOf(plan.grid) } }, some(1))
  step(worker, 'claim', {}, some(2))
  const photos = [world.newId(life.now) as FileId]
  step(worker, 'handle', { result: '已处理好', photos }, some(kindHours(plan, 'handle') * 1.2))
  step(hub, 'inspectResult', {}, some(12))
  step(hub, 'close', { result: '您反映的事已经办好，谢谢您' }, some(6))
  return life
}

/** A matter is long at most as its kind gives it, and mostly much shorter. */
function kindHours({ kind }: Plan, what: 'accept' | 'handle'): number {
  return kind[what].hours
}

function report(world: World, { grid, kind, at, number }: Plan): Life {
  const { flow } = world
  const by = world.find(`gw-${grid}-1`)
  const command = {
    matterId: world.newId(at) as MatterId,
    text: `${kind.name}，请来看看`,
    discoveredAt: at - MINUTE_MS,
    place: placeIn(world, grid),
    fileIds: [],
  }
  const around = surroundings(world, kind, at)
  const events = sure(decideReport(flow, command, by, { areaCode: grid, number }, around))
  const row = { action: 'report', actorId: by.personId, at, events }
  return { matter: evolveMatter(undefined, events), rows: [row], now: at }
}

/** The middle of the corners: the demo's grids have no bays. */
function placeIn({ context: { reference } }: World, grid: string): Place {
  const corners = reference.grids(grid).flatMap(({ geometry }) => geometry[0]?.[0] ?? [])
  const middle = (axis: 0 | 1) => corners.reduce((sum, one) => sum + one[axis], 0) / corners.length
  return { longitude: middle(0), latitude: middle(1), datum: reference.gridDatum() }
}

type Act = {
  readonly by: Actor
  readonly action: string
  readonly input: ActionInput
  readonly after: number
}

/** What the clock had to say until then is said first, as the sweep would have done. */
function act(world: World, plan: Plan, life: Life, { by, action, input, after }: Act): void {
  const at = life.now + Math.max(MINUTE_MS, Math.round(after))
  for (let wakeAt = wakeAtOf(life.matter); wakeAt !== undefined && wakeAt < at;) {
    const events = decideWake(world.flow, life.matter, surroundings(world, plan.kind, wakeAt))
    if (events.length === 0) break
    add(life, { action: 'wake', actorId: null, at: wakeAt, events })
    wakeAt = wakeAtOf(life.matter)
  }
  const around = surroundings(world, plan.kind, at)
  const events = sure(decideMatter(world.flow, life.matter, { action, input }, by, around))
  add(life, { action, actorId: by.personId, at, events })
}

function add(life: Life, row: ScenarioRow): void {
  life.rows.push(row)
  life.matter = evolveMatter(life.matter, row.events)
  life.now = row.at
}

function surroundings(world: World, kind: Kind, now: Instant): Surroundings {
  const { calendar } = world.context
  return { kind, calendar, now, newId: () => world.newId(now), openChildren: 0 }
}

function sure(answer: MatterEvent[] | Refusal): MatterEvent[] {
  if (isRefusal(answer)) throw new Error(`The rules refuse a step: ${JSON.stringify(answer)}`)
  return answer
}
