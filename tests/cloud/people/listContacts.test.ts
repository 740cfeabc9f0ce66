import { roles } from '@domain/access/permissions'
import { dutyRoles } from '@cloud/queries/listContacts'
import { openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

let county: TestApp
beforeAll(async () => void (county = await openTestApp()), 60_000)
afterAll(() => county.close())

const contacts = async (who: keyof TestApp['cast'], areaCode?: string) =>
  succeed(county.call(county.cast[who], 'listContacts', areaCode ? { areaCode } : {}))

test('a resident finds the grid workers, the village officer and the hub of their own village', async () => {
  const { area, items } = await contacts('residentChen')
  expect(area).toEqual({ code: testCounty.village, name: '宝珠村' })
  const titles = items.map((one: any) => one.roleTitle)
  expect(new Set(titles)).toEqual(new Set(dutyRoles.map((role) => roles[role].title)))
  // From the ground up: the hub of the township comes last.
  expect(titles.at(0)).toBe('网格员')
  expect(titles.at(-1)).toBe('镇综治中心值班员')
  for (const { area: at } of items)
    expect([testCounty.village, testCounty.township]).toContain(
      at.code.length === 15 ? at.code.slice(0, 12) : at.code,
    )
})

test('every number is that of a post: it cannot be real in the demo, and no own telephone is told', async () => {
  const { items } = await contacts('residentChen')
  for (const { phone } of items) expect(phone).toMatch(/^0763-000\d{4}$/)
  const [own] = await county.app.context.database.query<{ phone: string }>(
    'select phone from people where person_id = $1',
    [county.cast.gridWorkerLi.personId],
  )
  expect(JSON.stringify(items)).not.toContain(own?.phone)
})

test('of a grid only its own worker is named, beside the village and the hub', async () => {
  const { items } = await contacts('residentChen', testCounty.grid)
  const workers = items.filter((one: any) => one.role === 'gridWorker')
  expect(workers.map((one: any) => one.area.code)).toEqual([testCounty.grid])
})

test('residents, volunteers and police are not in the list, and whoever left is gone from it', async () => {
  const { items } = await contacts('residentChen')
  const named = items.map((one: any) => one.name)
  const { residentChen, informationOfficerTang, policeOfficerOfXijiang, gridWorkerLi } = county.cast
  for (const { name } of [residentChen, informationOfficerTang, policeOfficerOfXijiang])
    expect(named).not.toContain(name)
  expect(named).toContain(gridWorkerLi.name)
  const account = `gw-${testCounty.grid}-1`
  await succeed(
    county.call(county.cast.countyAdmin, 'disablePerson', { account, reason: '已调离' }),
  )
  const after = (await contacts('residentChen')).items.map((one: any) => one.name)
  expect(after).not.toContain(gridWorkerLi.name)
})

test('a place of another county or none at all is refused, and nobody asks unsigned', async () => {
  const { cast, call } = county
  for (const areaCode of ['441883', '441882999', '441882118215999'])
    expect((await call(cast.residentChen, 'listContacts', { areaCode })).body.code).toBe(
      'matter.unknown-area',
    )
  expect((await call(undefined, 'listContacts')).body.code).toBe('access.not-signed-in')
})

test('of the whole county the hubs are named, since nobody finds theirs among a thousand', async () => {
  const { items } = await contacts('residentChen', testCounty.code)
  expect(items).toHaveLength(12)
  expect(new Set(items.map((one: any) => one.role))).toEqual(new Set(['hubOperator']))
})

test('guides are read without signing in, those of the county everywhere', async () => {
  const { items } = await succeed(county.call(undefined, 'listGuides', {}))
  expect(items.length).toBeGreaterThan(3)
  for (const guide of items) {
    expect(guide.area).toEqual({ code: testCounty.code, name: '连州市' })
    for (const word of [guide.title, guide.papers, guide.place]) expect(word).not.toBe('')
  }
  const nearer = await succeed(
    county.call(undefined, 'listGuides', { areaCode: testCounty.village }),
  )
  expect(nearer.items).toEqual(items)
})
