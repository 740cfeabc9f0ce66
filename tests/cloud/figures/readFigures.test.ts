import { DAY_MS, chinaIsoDay } from '@domain/shared/instant'
import { reportMatter } from '@cloud/commands/reportMatter'
import { countHistories } from '@cloud/store/countHistories'
import { makeReportWriter } from '@cloud/store/writeReports'
import { aMatterIn, aReport, newId, openTestApp, succeed } from '../../support/openTestApp'
import type { Answer, TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

let county: TestApp
beforeEach(async () => {
  county = await openTestApp()
}, 60_000)
afterEach(() => county.close())

type Who = keyof TestApp['cast']
const { township, village, anotherVillage, anotherTownship, code } = testCounty

const today = () => chinaIsoDay(county.app.context.now())
const span = (change = {}) => ({ areaCode: township, from: today(), until: today(), ...change })
const ask = (change = {}, who: Who = 'hubOperatorOfXijiang') =>
  county.call(county.cast[who], 'readFigures', span(change))
const refusal = async (asked: Promise<Answer>) => (await asked).body.code

async function incidents(change = {}, who?: Who): Promise<any> {
  const { flows } = await succeed(ask(change, who))
  return flows.find((flow: any) => flow.flow === 'incident')
}
const countIn = (view: any, name: string) =>
  view?.counts.find((one: any) => one.name === name).count
const rateIn = (view: any, name: string) => view.rates.find((one: any) => one.name === name)

const act = (who: Who, matterId: string, action: string, input = {}, commandId = newId()) =>
  county.call(county.cast[who], 'actOnMatter', { commandId, matterId, action, input })

describe('the numbers of a township', () => {
  test('say what has become of what came in, each share with what it is a share of', async () => {
    const matterId = await aMatterIn('accepted', county)
    await aMatterIn('reported', county)
    await succeed(act('gridWorkerLi', matterId, 'closeOnSpot', { result: '当场处理好了' }))
    const answer = await succeed(ask())
    expect(answer).toMatchObject({
      area: { code: township, name: '西江镇' },
      rounding: '四舍五入，保留两位小数',
      cutOff: new Date(county.app.context.now()).toISOString(),
    })
    const view = await incidents()
    expect(view.title).toBe('事件')
    expect(countIn(view, 'reported')).toBe(2)
    expect(countIn(view, 'open')).toBe(1)
    expect(rateIn(view, 'ended')).toEqual({
      name: 'ended',
      title: '办结率',
      numerator: 1,
      numeratorTitle: '办结',
      denominator: 2,
      denominatorTitle: '收到',
      percent: '50.00',
      words: '50.00 %（1/2）',
      cutOff: answer.cutOff,
      rounding: answer.rounding,
    })
    expect(view.hours).toMatchObject({ count: 1, within: 0.013, median: 1 / 60 })
  })

  test('never say 0 % or 100 % of nothing', async () => {
    await aMatterIn('reported', county)
    const satisfied = rateIn(await incidents(), 'satisfied')
    expect(satisfied).toMatchObject({ numerator: 0, denominator: 0, words: '没有可算的' })
    expect(satisfied).not.toHaveProperty('percent')
  })

  test('name nobody', async () => {
    await aMatterIn('handled', county)
    const text = JSON.stringify(await succeed(ask()))
    for (const { personId, name } of Object.values(county.cast)) {
      expect(text).not.toContain(personId)
      expect(text).not.toContain(name)
    }
  })

  test('are those of the day a matter came in, whenever it is done', async () => {
    const first = today()
    const matterId = await aMatterIn('reported', county)
    county.moveClock(3 * DAY_MS)
    await succeed(act('hubOperatorOfXijiang', matterId, 'accept'))
    expect(await incidents()).toBeUndefined()
    const view = await incidents({ from: first, until: first })
    expect(rateIn(view, 'acceptInTime')).toMatchObject({ numerator: 0, denominator: 1 })
    expect(countIn(await incidents({ from: first }), 'reported')).toBe(1)
  })

  test('are those of its villages, and of no other', async () => {
    await aMatterIn('reported', county)
    expect(countIn(await incidents({ areaCode: village }), 'reported')).toBe(1)
    expect(await incidents({ areaCode: anotherVillage })).toBeUndefined()
    expect(countIn(await incidents({ areaCode: code }, 'countyAdmin'), 'reported')).toBe(1)
  })

  test('count a deadline that passed as soon as it is told', async () => {
    await aMatterIn('reported', county)
    const day = today()
    county.moveClock(20 * DAY_MS)
    await county.app.runRound({ budgetMs: 60_000 })
    const view = await incidents({ from: day })
    expect(countIn(view, 'overdue')).toBe(1)
    expect(rateIn(view, 'acceptInTime').words).toBe('0.00 %（0/1）')
  })
})

describe('a number is kept with what it counts', () => {
  test('the same report or step sent again counts once', async () => {
    const report = aReport()
    const { informationOfficerTang } = county.cast
    await succeed(county.call(informationOfficerTang, 'reportMatter', report))
    await succeed(county.call(informationOfficerTang, 'reportMatter', report))
    const sendBack = newId()
    for (let turn = 0; turn < 2; turn++)
      await succeed(
        act(
          'hubOperatorOfXijiang',
          report.matterId,
          'sendBack',
          { reason: '地点不清楚' },
          sendBack,
        ),
      )
    const view = await incidents()
    expect(countIn(view, 'reported')).toBe(1)
    expect(rateIn(view, 'returned').words).toBe('100.00 %（1/1）')
  })

  test('a step that is refused counts nothing', async () => {
    const matterId = await aMatterIn('reported', county)
    expect((await act('gridWorkerLi', matterId, 'accept')).status).toBe(403)
    expect(rateIn(await incidents(), 'acceptInTime').words).toBe('没有可算的')
  })

  test('what is written by many at once is counted to the last one', async () => {
    const { informationOfficerTang } = county.cast
    const { context } = county.app
    const another = { ...context, reports: makeReportWriter(context.database) }
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        reportMatter(i % 2 ? context : another, informationOfficerTang, {
          fields: {},
          fileIds: [],
          ...aReport(),
        } as never),
      ),
    )
    expect(countIn(await incidents(), 'reported')).toBe(40)
  })

  test('a county whose matters are older than its figures is counted when it opens', async () => {
    await aMatterIn('handled', county)
    const before = await incidents()
    const { database, countyId, flows } = county.app.context
    await database.query('delete from figures')
    expect(await incidents()).toBeUndefined()
    await countHistories(database, countyId, flows)
    expect(await incidents()).toEqual(before)
  })
})

describe('the numbers are read', () => {
  test('by whoever answers for the area, and by nobody else', async () => {
    for (const who of ['gridWorkerLi', 'residentChen', 'policeOfficerOfXijiang'] as const)
      expect(await refusal(ask({}, who))).toBe('access.not-permitted')
    expect(await refusal(ask({ areaCode: anotherTownship }))).toBe('access.outside-jurisdiction')
    expect(await refusal(ask({ areaCode: code }))).toBe('access.outside-jurisdiction')
    expect((await ask({ areaCode: anotherTownship }, 'countyAdmin')).status).toBe(200)
  })

  test.each([
    ['a grid, which is one worker', { areaCode: testCounty.grid }, 'matter.unknown-area'],
    ['a village that is none', { areaCode: `${township}999` }, 'matter.unknown-area'],
    [
      'a span that ends before it begins',
      { from: '2026-11-24', until: '2026-11-23' },
      'request.invalid',
    ],
    [
      'more days than are summed at once',
      { from: '2020-01-01', until: '2026-11-23' },
      'request.invalid',
    ],
    ['a day that no month has', { from: '2026-02-31', until: '2026-03-01' }, 'request.invalid'],
    ['a day written otherwise', { from: '20261123' }, 'request.invalid'],
  ])('not of %s', async (_what, change, problem) => {
    expect(await refusal(ask(change))).toBe(problem)
  })

  test('a span of no matters has no numbers', async () => {
    expect((await succeed(ask({ from: '2026-01-01', until: '2026-01-31' }))).flows).toEqual([])
  })
})
