import type { Context } from '@cloud/context'
import { makeReloadIfChanged, startReloading } from '@cloud/reference/startReloading'
import { capabilities } from '@cloud/store/database'
import { openTestCounty, type TestDatabase } from '../../support/openDatabase'
import { testCounty } from '../../support/testCounty'

let county: TestDatabase
beforeAll(async () => {
  county = await openTestCounty()
}, 60_000)
afterAll(() => county.close())

function lookingAt(database = county.database) {
  let reloads = 0
  const reference = { reload: () => Promise.resolve(void reloads++) }
  const context = { database, countyId: testCounty.id, reference } as unknown as Context
  const look = makeReloadIfChanged(context)
  return { look, reloads: () => reloads, context }
}

test('after the first look nothing is read again until something has changed', async () => {
  const { look, reloads } = lookingAt()
  for (let turn = 0; turn < 3; turn++) await look()
  expect(reloads()).toBe(1)
})

test.each([
  ['a renamed area', `update areas set name = name || '县' where code = '441882118'`],
  [
    'a department of another area',
    `update departments set area_code = '441882' where code = $dept`,
  ],
  ['a grid that was cut away', `update grids set valid_to = now() where code = '441882118215003'`],
  [
    'a grid that was re-cut',
    `insert into grids select county_id, code, version + 1, name, village_code, datum, geometry, now(), null
     from grids where code = '441882118215004'`,
  ],
  [
    'a kind with other limits',
    `insert into kinds select county_id, code, version + 1, now(), name, category, category_name, urgency, 99,
       accept_clock, handle_hours, handle_clock, base_points, self_close, sensitivity, owner, initials, icon, rank,
       emergency_number, note from kinds where code = '0501'`,
  ],
  [
    'a kind that comes into force',
    `update kinds set effective_from = now() + interval '1 day' where code = '0601'`,
  ],
])('%s is noticed by the next look, and read once', async (_what, sql) => {
  const { look, reloads } = lookingAt()
  await look()
  await county.database.query(sql.replace('$dept', `'${testCounty.policeDepartment}'`))
  await look()
  await look()
  expect(reloads()).toBe(2)
})

test('what is imported while the county is being read is read by the next look', async () => {
  const { context } = lookingAt()
  let reloads = 0
  context.reference.reload = async () => {
    if (reloads++ === 0)
      await county.database.query(`update areas set name = name || '！' where code = '441882103'`)
  }
  const look = makeReloadIfChanged(context)
  await look()
  await look()
  await look()
  expect(reloads).toBe(2)
})

test('a database of one process is not looked at at all', async () => {
  jest.useFakeTimers()
  try {
    const alone = { ...county.database, capabilities: capabilities.pglite }
    const shared = { ...county.database, capabilities: capabilities.postgres }
    const loops = [startReloading(lookingAt(alone).context)]
    expect(jest.getTimerCount()).toBe(0)
    loops.push(startReloading(lookingAt(shared).context))
    expect(jest.getTimerCount()).toBe(1)
    for (const loop of loops) await loop.stop()
    expect(jest.getTimerCount()).toBe(0)
  } finally {
    jest.useRealTimers()
  }
})
