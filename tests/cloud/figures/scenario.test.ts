import { openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'
import { makeScenario } from '../../../config/scenario/makeScenario'

const scenario = { total: 256, ended: 255, from: '2021-01-01', until: '2021-08-31' }

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
  await makeScenario(county.app.context, scenario)
}, 60_000)
afterAll(() => county.close())

const { code } = testCounty
const days = { from: scenario.from, until: scenario.until }
const ask = (name: string, change: object) =>
  succeed(county.call(county.cast.countyAdmin, name, { areaCode: code, ...days, ...change }))

test('a county that is led through the rules shows the page’s own rate, with what it is a share of', async () => {
  const { total, parts, trend, silent } = await ask('readBoard', { flow: 'incident', by: 'area' })
  const ended = total.rates.find((rate: any) => rate.name === 'ended')
  expect(ended).toMatchObject({ numerator: 255, denominator: 256, words: '99.61 %（255/256）' })
  const sum = (name: string) =>
    parts
      .map(({ figures }: any) => figures.counts.find((one: any) => one.name === name).count)
      .reduce((all: number, count: number) => all + count, 0)
  expect([sum('reported'), sum('ended'), sum('open')]).toEqual([256, 255, 1])
  expect(trend.unit).toBe('week')
  expect(trend.points.reduce((all: number, one: any) => all + one.reported, 0)).toBe(256)
  expect(silent.of).toBeGreaterThan(silent.count)
})

test('behind its numbers are as many matters, and the one that is open is among them', async () => {
  const open = await ask('listCounted', { flow: 'incident', number: 'count.open' })
  expect(open.items).toHaveLength(1)
  expect(open.items[0].matter?.ended ?? false).toBe(false)
  const late = await ask('listCounted', { flow: 'incident', number: 'count.overdue', limit: 100 })
  const { total } = await ask('readBoard', { flow: 'incident', by: 'kind' })
  const told = total.counts.find((one: any) => one.name === 'overdue').count
  expect(late.items.reduce((all: number, { times }: any) => all + times, 0)).toBe(told)
})

test('it is made once, and never over what is there', async () => {
  await expect(makeScenario(county.app.context, scenario)).rejects.toThrow('已经有事项')
})
