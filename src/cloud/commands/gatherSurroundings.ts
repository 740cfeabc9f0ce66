import type { Actor } from '@domain/access/actor'
import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import { entryKey } from '@domain/flow/moveMatter'
import type { Surroundings } from '@domain/flow/surroundings'
import type { Fields } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import { matterNumber } from '@domain/matter/matterNumber'
import type { Instant } from '@domain/shared/instant'
import type { Context } from '../context'
import type { Queryable } from '../store/database'
import { countOpenChildren } from '../store/matterStore'
import { hasEntered } from '../store/toldStore'

type Asked = {
  readonly flow: FlowTable
  readonly matter: Matter
  readonly now: Instant
  /** What is about to be done, and by whom; nothing when only the clock asks. */
  readonly act?: Act
}

type Act = {
  readonly action: string
  readonly input: Fields
  readonly actor: Actor
  /** Of what it begins; see `numberOfChild`. */
  readonly childNumber: string | undefined
}

/** What the domain cannot know by itself, asked in the transaction that will write: only what the table needs. */
export async function gatherSurroundings(
  context: Context,
  tx: Queryable,
  { flow, matter, now, act }: Asked,
): Promise<Surroundings> {
  const kind = context.reference.findKind(matter.kind, matter.kindVersion, matter.settingsVersion)
  if (!kind) throw new Error(`Matter ${matter.id} has kind ${matter.kind}, which is gone`)
  const row = act && flow.statuses[matter.status]?.actions[act.action]
  const entered = row && act ? await wasEntered(tx, matter, row, act) : false
  const childNumber = row?.spawns ? act?.childNumber : undefined
  const openChildren = asksForChildren(flow, matter.status)
    ? await countOpenChildren(tx, matter.countyId, matter.id)
    : 0
  return {
    kind,
    calendar: context.calendar,
    now,
    newId: context.newId,
    openChildren,
    hasEntered: () => entered,
    ...(childNumber === undefined ? {} : { childNumber }),
  }
}

/**
 * For whatever this action may begin, wherever the matter may stand by then. Taken before the transaction: a database
 * of one connection would wait for ever for the first serials of a day that are leased from inside.
 */
export async function numberOfChild(
  context: Context,
  flow: FlowTable,
  action: string,
): Promise<string | undefined> {
  const begins = Object.values(flow.statuses).some(({ actions }) => actions[action]?.spawns)
  return begins ? nextNumber(context, context.now()) : undefined
}

export async function nextNumber(context: Context, now: Instant): Promise<string> {
  return matterNumber(context.countyId, now, await context.numbers.nextSerial(now))
}

async function wasEntered(
  tx: Queryable,
  { countyId, id: matterId }: Matter,
  { enters }: ActionRow,
  { input, actor }: Act,
): Promise<boolean> {
  if (!enters) return false
  const key = entryKey(enters.by, input, actor.personId)
  return hasEntered(tx, countyId, { matterId, roll: enters.roll, key })
}

function asksForChildren(flow: FlowTable, status: string): boolean {
  return Object.values(flow.statuses[status]?.actions ?? {}).some((row) =>
    row.when?.includes('childrenEnded'),
  )
}
