import { dispatch } from '@cloud/doors/dispatch'
import type { Context } from '@cloud/context'
import { LOOKED_THROUGH_MAX } from '@cloud/store/orderedMatters'
import type { Actor } from '@domain/access/actor'
import type { Matter, MatterTask } from '@domain/matter/matter'
import { matterNumber } from '@domain/matter/matterNumber'
import type { PersonId, TaskId } from '@domain/shared/ids'
import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'
import { insertMatters, standingMatter } from './manyMatters'

/** A little more than one page looks through, nearly all of it in another township than the one that asks. */
const MATTERS = LOOKED_THROUGH_MAX + 2000
const OF_XIJIANG = 300
/** What a page of twenty may cost: rows that the database touched for it. */
const TOUCHED_MAX = 700

let county: TestApp
const noon = Date.parse('2026-11-23T04:00:00Z')
const old = matterNumber(testCounty.id, noon, 1)

beforeAll(async () => {
  county = await openTestApp()
  const { database } = county.app.context
  for (let from = 0; from < MATTERS; from += 1000)
    await insertMatters(
      database,
      Array.from({ length: Math.min(1000, MATTERS - from) }, (_, i) => theMatter(from + i)),
    )
  await database.query('analyze matters')
}, 120_000)
afterAll(() => county.close())

/** The first is the oldest, and the only one whose text speaks of a flying saucer. */
function theMatter(serial: number): Matter {
  const xijiang = serial % Math.floor(MATTERS / OF_XIJIANG) === 0
  const grid = 1 + (serial % 3)
  const inXijiang = `${testCounty.village}00${grid}`
  const open = serial % 10 === 0
  return standingMatter({
    number: matterNumber(testCounty.id, noon, serial + 1),
    areaCode: xijiang ? inXijiang : `${testCounty.anotherTownship}20100${grid}`,
    text: serial === 0 ? '天上有飞碟' : '村口垃圾堆了好几天',
    receivedAt: noon + serial * MINUTE_MS,
    status: open ? 'handling' : 'closed',
    task: taskOf(open, serial),
    ...(open ? { dueAt: noon + (serial % 500) * HOUR_MS } : { endedAt: noon }),
  })
}

/** 小李 has had a hand in every second one; few of them are still in hand. */
function taskOf(open: boolean, serial: number): MatterTask {
  const claimedBy = serial % 2 === 0 ? county.cast.gridWorkerLi.personId : (newId() as PersonId)
  const owner = { kind: 'area' as const, areaCode: testCounty.village }
  const times = { openedAt: noon, claimedAt: noon }
  const taskId = newId() as TaskId
  if (serial % 100 === 50) return { taskId, owner, state: 'open', openedAt: noon }
  const inHand = open && serial % 200 === 20
  return { taskId, owner, state: inHand ? 'claimed' : 'done', claimedBy, ...times }
}

type Plan = {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Rows that the leaves of the plan have touched, shown or not. */
function touched(plan: Plan): number {
  if (plan.Plans?.length) return plan.Plans.reduce((sum, child) => sum + touched(child), 0)
  return (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
}

/** The answer, and what every statement about matters in it has touched. */
async function ask(who: Actor, name: string, body: Record<string, unknown>) {
  const { context } = county.app
  let rows = 0
  const query: typeof context.database.query = async (sql, values, statement) => {
    if (/from matters/.test(sql)) {
      const explain = `explain (analyze, format json) ${sql}`
      const [row] = await context.database.query<any>(explain, values)
      rows += touched(row['QUERY PLAN'][0].Plan)
    }
    return context.database.query(sql, values, statement)
  }
  const watched: Context = { ...context, database: { ...context.database, query } }
  const answer = await succeed(dispatch(watched, name, body, { actor: who }) as never)
  return { ...answer, rows } as Record<string, any> & { rows: number }
}

const lists: readonly [string, keyof TestApp['cast'], string, Record<string, unknown>][] = [
  ['a grid worker’s matters', 'gridWorkerLi', 'listMatters', {}],
  ['a hub’s newest', 'hubOperatorOfXijiang', 'listMatters', {}],
  ['a hub’s inbox by due time', 'hubOperatorOfXijiang', 'listMatters', { order: 'due' }],
  ['a hub’s ended', 'hubOperatorOfXijiang', 'listMatters', { filter: { open: false } }],
  [
    'a hub’s search for what nobody wrote',
    'hubOperatorOfXijiang',
    'listMatters',
    { filter: { search: '水怪' } },
  ],
  [
    'a hub’s matters of a status that none has',
    'hubOperatorOfXijiang',
    'listMatters',
    { filter: { statuses: ['accepted'] } },
  ],
  ['the county’s newest', 'countyAdmin', 'listMatters', {}],
  ['the county by due time', 'countyAdmin', 'listMatters', { order: 'due' }],
  ['the county’s matter of this number', 'countyAdmin', 'listMatters', { filter: { search: old } }],
  ['what a worker has in hand', 'gridWorkerLi', 'listTasks', { box: 'mine' }],
  ['what a worker could claim', 'gridWorkerLi', 'listTasks', { box: 'pool' }],
  ['what a worker has done', 'gridWorkerLi', 'listTasks', { box: 'done' }],
]

test.each(lists)(
  '%s are read without looking through the county',
  async (_what, who, name, body) => {
    const { rows } = await ask(county.cast[who], name, body)
    expect(rows).toBeLessThan(TOUCHED_MAX)
  },
)

test('a matter is found by its number however old it is', async () => {
  const { items, next } = await ask(county.cast.countyAdmin, 'listMatters', {
    filter: { search: old },
  })
  expect(items.map((matter: any) => matter.number)).toEqual([old])
  expect(next).toBeNull()
})

test('words are looked for among the newest, and the next page goes on from there to the oldest', async () => {
  const asked = { filter: { search: '飞碟' } }
  const first = await ask(county.cast.countyAdmin, 'listMatters', asked)
  expect(first.items).toEqual([])
  expect(first.rows).toBeLessThan(LOOKED_THROUGH_MAX + TOUCHED_MAX)
  const second = await ask(county.cast.countyAdmin, 'listMatters', { ...asked, after: first.next })
  expect(second.items.map((matter: any) => matter.number)).toEqual([old])
  expect(second.next).toBeNull()
})

test('a common word fills its page without looking further', async () => {
  const { items, next, rows } = await ask(county.cast.countyAdmin, 'listMatters', {
    filter: { search: '垃圾' },
  })
  expect(items).toHaveLength(20)
  expect(next).not.toBeNull()
  expect(rows).toBeLessThan(TOUCHED_MAX)
})
