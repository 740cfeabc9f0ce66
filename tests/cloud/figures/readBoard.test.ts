import { chinaIsoDay } from '@domain/shared/instant'
import { aMatterIn, aReport, newId, openTestApp, succeed } from '../../support/openTestApp'
import type { TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
}, 60_000)
afterAll(() => county.close())

type Who = keyof TestApp['cast']
const { township, village, grid, anotherTownship, policeDepartment } = testCounty
const justice = `${township}-justice`

const asked = (change = {}) => {
  const today = chinaIsoDay(county.app.context.now())
  return { areaCode: township, from: today, until: today, flow: 'incident', ...change }
}
const board = (change = {}, who: Who = 'hubOperatorOfXijiang') =>
  county.call(county.cast[who], 'readBoard', asked({ by: 'area', ...change }))
const counted = (change = {}, who: Who = 'hubOperatorOfXijiang') =>
  county.call(county.cast[who], 'listCounted', asked({ number: 'count.reported', ...change }))
const act = (who: Who, matterId: string, action: string, input = {}) =>
  succeed(
    county.call(county.cast[who], 'actOnMatter', { commandId: newId(), matterId, action, input }),
  )
const partOf = (answer: any, key: string) =>
  answer.parts.find((part: any) => part.key === key)?.figures
const countIn = (figures: any, name: string) =>
  figures?.counts.find((one: any) => one.name === name).count

test('a matter that goes from one department to another is counted with the one that has it', async () => {
  const matterId = await aMatterIn('accepted', county)
  await act('hubOperatorOfXijiang', matterId, 'dispatch', {
    owner: { kind: 'department', departmentCode: policeDepartment },
  })
  const before = await succeed(board({ by: 'department' }))
  expect(before.parts.map((part: any) => part.key)).toEqual([policeDepartment])
  expect(countIn(partOf(before, policeDepartment), 'reported')).toBe(1)

  await act('policeOfficerOfXijiang', matterId, 'object', { reason: '不归派出所管' })
  await act('hubHeadOfXijiang', matterId, 'upholdObjection', { note: '改派司法所' })
  await act('hubOperatorOfXijiang', matterId, 'dispatch', {
    owner: { kind: 'department', departmentCode: justice },
  })
  const after = await succeed(board({ by: 'department' }))
  expect(after.parts.map((part: any) => part.key)).toEqual([justice])
  expect(after.parts[0].name).toContain('司法所')
  expect(countIn(partOf(after, justice), 'reported')).toBe(1)
  const list = await succeed(counted({ part: { by: 'department', key: justice } }))
  expect(list.items.map((item: any) => item.matter.matterId)).toEqual([matterId])
})

test('the board of a village says how much there was in each grid, and nothing of how its worker did', async () => {
  await aMatterIn('reported', county)
  const { parts } = await succeed(board({ areaCode: village }))
  expect(parts.map((part: any) => part.key)).toEqual([grid])
  expect(countIn(parts[0].figures, 'reported')).toBe(2)
  expect(parts[0].figures.rates).toEqual([])
  expect(parts[0].figures.counts.map((one: any) => one.name)).not.toContain('overdue')
})

test('a township reads its villages and kinds, its days, where most came from and where nothing did', async () => {
  const answer = await succeed(board())
  expect(answer.parts.map((part: any) => part.key)).toEqual([village])
  expect(answer.total.counts[0]).toEqual({ name: 'reported', title: '收到', count: 2 })
  expect(answer.trend).toEqual({
    unit: 'day',
    points: [{ start: answer.from, reported: 2, ended: 0 }],
  })
  expect(answer.hotSpots).toEqual([{ area: { code: grid, name: '宝珠村 第3网格' }, count: 2 }])
  expect(answer.silent.count).toBe(answer.silent.of - 1)
  expect(answer.silent.areas.map((area: any) => area.code)).not.toContain(grid)
  const year = await succeed(board({ from: '2026-01-01', by: 'kind' }))
  expect(year.trend.unit).toBe('week')
  expect(year.parts.map((part: any) => part.name)).toEqual([year.parts[0].name])
  expect((await succeed(board({ flow: 'mediation' }))).parts).toEqual([])
})

test('what one may not read is counted behind the number and stays unnamed', async () => {
  const report = aReport({ kind: '0703', text: '几个孩子的事' })
  await succeed(county.call(county.cast.gridWorkerLi, 'reportMatter', report))
  const of0703 = { part: { by: 'kind', key: '0703' } }
  const [shown] = (await succeed(counted(of0703))).items
  expect(shown).toMatchObject({ times: 1, matter: { matterId: report.matterId } })
  expect((await succeed(counted(of0703, 'townLeaderOfXijiang'))).items).toEqual([{ times: 1 }])
})

test('behind a number page by page stand all of its matters, to whoever reads the number and nobody else', async () => {
  const all: string[] = []
  let after: string | null | undefined
  do {
    const page = await succeed(counted({ limit: 1, ...(after ? { after } : {}) }))
    all.push(...page.items.map((item: any) => item.matter.number))
    after = page.next
  } while (after)
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBe(countIn((await succeed(board())).total, 'reported'))
  for (const ask of [board, counted]) {
    expect((await ask({}, 'gridWorkerLi')).body.code).toBe('access.not-permitted')
    const elsewhere = await ask({ areaCode: anotherTownship })
    expect(elsewhere.body.code).toBe('access.outside-jurisdiction')
    expect((await ask({ areaCode: grid })).body.code).toBe('matter.unknown-area')
    expect((await ask({ flow: 'nonsense' })).body.code).toBe('request.invalid')
  }
  expect((await counted({ number: 'count.people' })).body.code).toBe('request.invalid')
  const outside = await counted({ part: { by: 'area', key: anotherTownship } })
  expect(outside.body.code).toBe('request.invalid')
})
