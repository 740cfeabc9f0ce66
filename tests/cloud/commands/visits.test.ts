import { chinaDay, DAY_MS, HOUR_MS, startOfChinaDay } from '@domain/shared/instant'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { placeInBaozhu, testCounty } from '../../support/testCounty'

let test_: TestApp
beforeAll(async () => void (test_ = await openTestApp()), 60_000)
afterAll(() => test_.close())

/** So many days ago at an hour of the county's clock; today's may not have come yet. */
const at = (hour: number, daysAgo = 1) =>
  new Date(startOfChinaDay(chinaDay(Date.now()) - daysAgo) + hour * HOUR_MS).toISOString()

function aVisit(household: string, fields: object = {}, change: object = {}) {
  return aReport({
    kind: '2401',
    text: '',
    place: undefined,
    gridCode: testCounty.grid,
    discoveredAt: at(10),
    fields: { household, met: 'family', needs: 'none', ...fields },
    ...change,
  })
}

describe('a household', () => {
  test('visited by one is told to the next, who needs a reason, however its number is written', async () => {
    const { call, cast } = test_
    await succeed(call(cast.gridWorkerLi, 'reportMatter', aVisit('3组12号')))
    const asked = { kind: '2402', areaCode: testCounty.grid, fields: { household: '三组 12 号' } }
    const told = await succeed(call(cast.villageOfficerOfBaozhu, 'findSaidBefore', asked))
    expect(told.items).toEqual([
      { field: 'household', at: at(10), kindName: '日常走访', by: cast.gridWorkerLi.name },
    ])
    const later = { kind: '2402', discoveredAt: at(15) }
    const again = aVisit('三组12号', {}, later)
    expect((await call(cast.villageOfficerOfBaozhu, 'reportMatter', again)).body).toMatchObject({
      code: 'matter.form-incomplete',
      details: { field: 'again' },
    })
    const reasoned = aVisit('三组12号', { again: '这家人请我再来' }, later)
    await succeed(call(cast.villageOfficerOfBaozhu, 'reportMatter', reasoned))
  })

  test('visited eight days ago, or under the same number in another village, is visited freely', async () => {
    const { call, cast } = test_
    const old = { discoveredAt: at(10, 9) }
    await succeed(call(cast.gridWorkerLi, 'reportMatter', aVisit('5组1号', {}, old)))
    await succeed(call(cast.gridWorkerLi, 'reportMatter', aVisit('5组1号')))
    const elsewhere = { gridCode: `${testCounty.anotherVillage}001` }
    const there = aVisit('5组1号', {}, elsewhere)
    await succeed(call(cast.gridWorkerOfAnotherVillage, 'reportMatter', there))
  })

  test('is told of to nobody who does not visit there', async () => {
    const { call, cast } = test_
    const asked = { kind: '2401', areaCode: testCounty.grid, fields: { household: '3组12号' } }
    for (const who of [cast.residentChen, cast.gridWorkerOfAnotherVillage])
      expect((await call(who, 'findSaidBefore', asked)).body.code).toBe(
        'access.outside-jurisdiction',
      )
  })

  test('sent twice by the same phone is one visit, and needs no reason against itself', async () => {
    const { call, cast } = test_
    const visit = aVisit('6组2号')
    const first = await succeed(call(cast.gridWorkerLi, 'reportMatter', visit))
    expect(await succeed(call(cast.gridWorkerLi, 'reportMatter', visit))).toEqual(first)
  })
})

test('a visit keeps its household’s grid and no place: nobody’s rounds can be read from it', async () => {
  const { call, cast } = test_
  const visit = aVisit('4组4号', {}, { place: placeInBaozhu, gridCode: undefined })
  const { matter } = await succeed(call(cast.gridWorkerLi, 'reportMatter', visit))
  expect(matter.area.code).toBe(testCounty.grid)
  const rows = await test_.app.context.database.query(
    `select events from matter_history where matter_id = $1
     union all select state from matters where matter_id = $1`,
    [visit.matterId],
  )
  expect(JSON.stringify(rows)).not.toMatch(/longitude|latitude/)
})

describe('the hours of visits', () => {
  test('are those of the visit: what was sent at night was not made at night', async () => {
    const { call, cast } = test_
    await succeed(call(cast.gridWorkerLi, 'reportMatter', aVisit('7组1号')))
    const late = aVisit('7组2号', {}, { discoveredAt: at(21) })
    expect((await call(cast.gridWorkerLi, 'reportMatter', late)).body).toMatchObject({
      code: 'matter.form-incomplete',
      details: { field: 'wish', words: expect.stringContaining('晚上 8 点') },
    })
  })
})

describe('whoever was visited', () => {
  test('reads who came and why, and not the words that were written for colleagues', async () => {
    const { call, cast } = test_
    const { residentChen, gridWorkerLi } = cast
    const words = { text: '屋里有点乱' }
    const visit = aVisit('8组8号', { visited: residentChen.personId }, words)
    await succeed(call(gridWorkerLi, 'reportMatter', visit))
    const mine = await succeed(call(residentChen, 'listMatters', { filter: { aboutMe: true } }))
    expect(mine.items).toHaveLength(1)
    expect(mine.items[0]).toMatchObject({
      matterId: visit.matterId,
      kind: { name: '日常走访' },
      text: '',
      reporter: { name: gridWorkerLi.name },
    })
    expect(mine.items[0].place).toBeUndefined()
    const opened = await succeed(call(residentChen, 'getMatter', { matterId: visit.matterId }))
    expect(opened.matter.fields.map((field: { name: string }) => field.name)).toEqual(
      expect.arrayContaining(['household', 'met', 'needs']),
    )
    expect(opened.actions.map((one: { action: string }) => one.action)).toEqual(['answerBack'])
    const others = await succeed(
      call(cast.anotherResident, 'listMatters', { filter: { aboutMe: true } }),
    )
    expect(others.items).toEqual([])
    const refused = await call(cast.anotherResident, 'getMatter', { matterId: visit.matterId })
    expect(refused.body.code).toBe('access.outside-jurisdiction')
  })

  test('is found by their whole name, and by nobody who does not visit there', async () => {
    const { call, cast } = test_
    const { name, personId } = cast.residentChen
    const find = (who: typeof cast.gridWorkerLi, search: string) =>
      call(who, 'searchPeople', { search, residentsOf: testCounty.grid })
    const found = await succeed(find(cast.gridWorkerLi, name))
    expect(found.items.map((one: { personId: string }) => one.personId)).toContain(personId)
    expect((await succeed(find(cast.gridWorkerLi, name.slice(0, 1)))).items).toEqual([])
    for (const who of [cast.residentChen, cast.gridWorkerOfAnotherVillage])
      expect((await find(who, name)).body.code).toBe('access.outside-jurisdiction')
  })
})

test('a need that a visit found becomes a matter of its own that belongs to it', async () => {
  const { call, cast } = test_
  const needed = { needs: 'help', found: '老人没有人做饭' }
  const visit = aVisit('9组1号', needed)
  await succeed(call(cast.gridWorkerLi, 'reportMatter', visit))
  const input = { asked: '老人没有人做饭，想请人送饭' }
  const step = { commandId: newId(), matterId: visit.matterId, action: 'askHelp', input }
  await succeed(call(cast.gridWorkerLi, 'actOnMatter', step))
  const { children } = await succeed(
    call(cast.gridWorkerLi, 'getMatter', { matterId: visit.matterId }),
  )
  expect(children).toHaveLength(1)
  const [child] = children
  const { matter } = await succeed(
    call(cast.hubOperatorOfXijiang, 'getMatter', { matterId: child.matterId }),
  )
  expect(matter).toMatchObject({ flow: 'incident', text: input.asked })
})

test('a worker reads their own numbers of the month, and nobody else’s', async () => {
  const { call, cast } = test_
  const month = new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 7)
  const mine = await succeed(call(cast.gridWorkerLi, 'readMyFigures', {}))
  expect(mine.month).toBe(month)
  expect(mine.figures.map(({ name }: { name: string }) => name)).toContain('inTime')
  expect(JSON.stringify(mine)).not.toContain('personId')
  const others = await succeed(call(cast.gridWorkerOfTheNextGrid, 'readMyFigures', {}))
  expect(others.figures[0]).toEqual({ name: 'handled', count: 0, of: 0 })
  expect((await call(cast.residentChen, 'readMyFigures', {})).body.code).toBe(
    'access.not-permitted',
  )
  const never = await succeed(call(cast.gridWorkerLi, 'readMyFigures', { month: '2020-13' }))
  expect(never.figures[0].of).toBe(0)
})

test('what a month ago was is no part of this month', async () => {
  const { call, cast } = test_
  const long = new Date(Date.now() - 40 * DAY_MS + 8 * HOUR_MS).toISOString().slice(0, 7)
  const past = await succeed(call(cast.gridWorkerLi, 'readMyFigures', { month: long }))
  expect(past.figures[0]).toEqual({ name: 'handled', count: 0, of: 0 })
})
