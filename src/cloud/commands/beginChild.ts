import type { Actor } from '@domain/access/actor'
import { decideReport } from '@domain/flow/decideReport'
import type { SpawnRow } from '@domain/flow/flowTable'
import { textOf, type Fields } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import type { CommandId } from '@domain/shared/ids'
import type { Context } from '../context'
import { insertReports } from '../store/writeReports'
import { RefusedInside } from './RefusedInside'
import type { Locked } from './changeMatter'
import { filedAt } from './filedAt'
import { inputHash } from './inputHash'
import { knownRefusal } from './knownRefusal'
import { reportToWrite } from './reportToWrite'
import { systemCommandId } from './systemCommandId'

type Step = {
  readonly actor: Actor
  readonly commandId: string
  readonly after: Matter
  readonly events: readonly MatterEvent[]
}

/** 转入: an action begins a matter of another flow, in the same transaction; whoever may not begin one is refused. */
export async function beginChild(context: Context, locked: Locked, step: Step): Promise<void> {
  const opened = step.events.find((event) => event.type === 'ChildOpened')
  const moved = step.events.find((event) => event.type === 'MatterMoved')
  if (opened?.type !== 'ChildOpened' || moved?.type !== 'MatterMoved') return
  const spawns = locked.flow.statuses[moved.from]?.actions[moved.action]?.spawns
  if (!spawns) return
  const known = { ...step.after.fields, ...moved.input } as Fields
  const events = decideChild(context, step, { spawns, opened, known, now: locked.now })
  if (isRefusal(events)) throw new RefusedInside(knownRefusal(events) as Refusal<never>)
  await write(context, locked, step, events)
}

type Opening = {
  readonly spawns: SpawnRow
  readonly opened: Extract<MatterEvent, { type: 'ChildOpened' }>
  readonly known: Fields
  readonly now: number
}

function decideChild(
  context: Context,
  { actor, after }: Step,
  { spawns, opened, known, now }: Opening,
): MatterEvent[] | Refusal {
  const flow = context.flows.named(spawns.flow)
  const kind = context.reference.findKind(spawns.kind)
  if (!flow || !kind) return { refused: 'matter.flow-off' }
  const { calendar, newId } = context
  const command = {
    matterId: opened.matterId,
    text: (spawns.text && textOf(known, spawns.text)) || after.text,
    discoveredAt: now,
    fileIds: [],
    fields: fieldsOf(spawns, known),
    ...(after.place ? { place: after.place } : {}),
  }
  const { id: matterId, number, reporter } = after
  const hears = spawns.amongWorkers ? actor.personId : reporter.personId
  const parent = { matterId, number, reporterId: hears }
  const settingsVersion = context.flows.settingsVersion()
  const filing = {
    areaCode: filedAt(flow, after.areaCode),
    number: opened.number,
    parent,
    // Its own words come along, and with them what they must not be told.
    ...(spawns.text === undefined || spawns.speaksOfIt ? { sensitivity: after.sensitivity } : {}),
    ...(settingsVersion === undefined ? {} : { settingsVersion }),
  }
  return decideReport(flow, command, actor, filing, { kind, calendar, now, newId })
}

function fieldsOf({ fields }: SpawnRow, known: Fields): Fields {
  const entries = Object.entries(fields ?? {}).map(([to, from]) => [to, known[from]] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

async function write(
  context: Context,
  { tx, now }: Locked,
  { actor, commandId }: Step,
  events: MatterEvent[],
): Promise<void> {
  const id = systemCommandId('child', commandId) as CommandId
  const hash = inputHash('beginChild', actor.personId, { commandId })
  await insertReports(tx, [reportToWrite(context, events, { commandId: id, inputHash: hash }, now)])
}
