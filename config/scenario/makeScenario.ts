import type { Context } from '@cloud/context'
import { countHistories } from '@cloud/store/countHistories'
import { foldFigures } from '@cloud/store/figureStore'
import type { Actor } from '@domain/access/actor'
import type { Role } from '@domain/access/permissions'
import { matterNumber } from '@domain/matter/matterNumber'
import { UUID_RANDOM_BYTES, uuidV7, type PersonId } from '@domain/shared/ids'
import { chinaIsoDay, DAY_MS, HOUR_MS, type Instant } from '@domain/shared/instant'
import { pickOne, seededRandom } from '../demo/seededRandom'
import { liveMatter, type Plan, type World } from './liveMatter'
import { writeScenario } from './writeScenario'

export type Scenario = {
  /** Reported, and of these ended with the work done. */
  readonly total: number
  readonly ended: number
  /** Days in China, both included. */
  readonly from: string
  readonly until: string
}

/** The page of the newspaper: 25,514 reported this year, 25,460 of them handled. */
export const newspaperPage: Scenario = {
  total: 25_514,
  ended: 25_460,
  from: '2021-01-01',
  until: '2021-08-31',
}

const SEED = 441_882
const WRITTEN_AT_ONCE = 200
const FOLDED_AT_ONCE = 20_000

/** The same matters on every machine: who, where, what and when are thrown by one seed. */
export async function makeScenario(context: Context, scenario: Scenario): Promise<void> {
  const { database, countyId, flows } = context
  const [before] = await database.query('select 1 from matters where county_id = $1', [countyId])
  if (before) throw new Error('这个县里已经有事项；请用一个空的数据目录')
  const world = await openWorld(context)
  const plans = planMatters(world, scenario)
  for (let at = 0; at < plans.length; at += WRITTEN_AT_ONCE) {
    const lives = plans.slice(at, at + WRITTEN_AT_ONCE).map((plan) => liveMatter(world, plan))
    await writeScenario(database, lives, world.newId)
  }
  await countHistories(database, countyId, flows)
  while ((await foldFigures(database, countyId, FOLDED_AT_ONCE)) > 0) continue
}

/** In order of time, so that the numbers of a day run as they would have run. */
function planMatters(world: World, { total, ended, from, until }: Scenario): Plan[] {
  const { reference, countyId } = world.context
  const grids = reference
    .grids(String(countyId))
    .map(({ view }) => view.code)
    .sort()
  const kinds = reference
    .productKinds()
    .filter(({ flow, code }) => flow === 'incident' && reference.findKind(code))
  const start = Date.parse(`${from}T00:00:00+08:00`)
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1
  const { random } = world
  const times = Array.from({ length: total }, (_, i) =>
    dayTime(start + Math.floor((i * days) / total) * DAY_MS, random),
  )
  const open = openOnes(total, total - ended, random)
  const serials = new Map<string, number>()
  return times
    .sort((one, other) => one - other)
    .map((at, index) => ({
      grid: pickOne(grids, random),
      kind: pickOne(kinds, random),
      at,
      number: numberOf(countyId, at, serials),
      ends: !open.has(index),
    }))
}

/** Between seven in the morning and nine at night. */
function dayTime(day: Instant, random: () => number): Instant {
  return Math.floor(day + 7 * HOUR_MS + random() * 14 * HOUR_MS)
}

/** Which are still open: of the last tenth, since what is old has ended. */
function openOnes(total: number, count: number, random: () => number): ReadonlySet<number> {
  const open = new Set<number>()
  const first = Math.floor(total - Math.max(count, total / 10))
  while (open.size < count) open.add(first + Math.floor(random() * (total - first)))
  return open
}

function numberOf(countyId: number, at: Instant, serials: Map<string, number>): string {
  const day = chinaIsoDay(at)
  const serial = (serials.get(day) ?? 0) + 1
  serials.set(day, serial)
  return matterNumber(countyId, at, serial)
}

async function openWorld(context: Context): Promise<World> {
  const random = seededRandom(SEED)
  const actors = await readActors(context)
  const flow = context.flows.named('incident')
  if (!flow) throw new Error('There is no flow incident')
  return {
    context,
    flow,
    random,
    newId: (at) =>
      uuidV7(
        at,
        Uint8Array.from({ length: UUID_RANDOM_BYTES }, () => Math.floor(random() * 256)),
      ),
    find(account) {
      const actor = actors.get(account)
      if (!actor) throw new Error(`There is nobody called ${account}`)
      return actor
    },
  }
}

type PersonRow = {
  readonly account: string
  readonly person_id: PersonId
  readonly name: string
  readonly role: Role
  readonly area_code: string
}

async function readActors({ database, countyId }: Context): Promise<Map<string, Actor>> {
  const rows = await database.query<PersonRow>(
    `select account, people.person_id, name, role, area_code from people join posts using (county_id, person_id)
     where county_id = $1 and (account like 'gw-%' or account like 'hub-%')`,
    [countyId],
  )
  return new Map(
    rows.map(({ account, person_id: personId, name, role, area_code: areaCode }) => [
      account,
      { personId, countyId, name, posts: [{ role, areaCode }] },
    ]),
  )
}
