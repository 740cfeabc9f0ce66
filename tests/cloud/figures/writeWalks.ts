import { countsOf } from '@domain/figures/countsOf'
import type { FlowTable } from '@domain/flow/flowTable'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter } from '@domain/matter/matter'
import { matterNumber } from '@domain/matter/matterNumber'
import type { MatterEvent, MatterReported } from '@domain/matter/matterEvent'
import type { CommandId, MatterId } from '@domain/shared/ids'
import { DAY_MS } from '@domain/shared/instant'
import type { Database } from '@cloud/store/database'
import { insertReports } from '@cloud/store/writeReports'
import { writeStep } from '@cloud/store/writeStep'
import { begin, diceOf, stepOn, wake, write } from '../../domain/flows/wander'
import type { Rows } from '../../domain/figures/tallyOf'
import { newId } from '../../support/openTestApp'

/** The history of one matter somewhere in the county. */
export type Walk = { readonly flow: FlowTable; readonly rows: Rows }

const grids = ['441882118215003', '441882118211001', '441882103201001']
const STEPS = 18
let serial = 0

/** Undefined where nobody may begin one with these throws. */
export function walkThrough(flow: FlowTable, thrown: readonly number[]): Walk | undefined {
  const dice = diceOf(thrown)
  const wanderer = begin(flow, dice)
  if (!wanderer) return undefined
  for (let turn = 0; turn < STEPS; turn++) {
    write(wanderer, wake(wanderer))
    stepOn(wanderer, dice)
  }
  const [first, ...rest] = wanderer.rows
  return { flow, rows: [[elsewhere(first?.[0] as MatterReported, thrown)], ...rest] }
}

/** The walks all begin with one id, in one grid and on one day. */
function elsewhere({ matter, type }: MatterReported, thrown: readonly number[]): MatterReported {
  const grid = grids[(thrown.at(-1) ?? 0) % grids.length] ?? ''
  const receivedAt = matter.receivedAt - ((thrown.at(-2) ?? 0) % 4) * DAY_MS
  const number = matterNumber(matter.countyId, receivedAt, ++serial)
  const areaCode = grid.slice(0, matter.areaCode.length)
  return { type, matter: { ...matter, id: newId() as MatterId, number, areaCode, receivedAt } }
}

/** As the backend writes them: the report in its one statement, each step in a transaction of its own. */
export async function writeWalk(database: Database, { flow, rows }: Walk): Promise<Matter> {
  let matter: Matter | undefined
  for (const events of rows) {
    const before = matter
    matter = evolveMatter(before, events)
    if (before) await writeOne(database, flow, { before, matter, events })
    else {
      const counts = countsOf(flow, undefined, events).filter(({ figure }) => figure !== 'reported')
      await insertReports(database, [{ matter, events, outbox: undefined, counts, ...command() }])
    }
  }
  if (!matter) throw new Error('A walk begins with a report')
  return matter
}

function command() {
  return { commandId: newId() as CommandId, inputHash: Buffer.alloc(32) }
}

type Written = {
  readonly before: Matter
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
}

function writeOne(database: Database, flow: FlowTable, { before, matter, events }: Written) {
  const step = {
    matter,
    events,
    action: 'step',
    actorId: null,
    at: before.receivedAt,
    ...command(),
  }
  const counts = countsOf(flow, before, events)
  const nothing = { postings: [], outbox: undefined, notices: [], cards: [] }
  return database.transaction((tx) => writeStep(tx, { ...step, ...nothing, counts }))
}
