import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'

const NOON = Date.parse('2026-11-23T12:00:00+08:00')

beforeEach(() => void jest.useFakeTimers({ now: NOON }))
afterEach(() => void jest.useRealTimers())

async function startPhone(aheadMs: number, { answersAfterMs = 40 } = {}) {
  jest.resetModules()
  const fake = createFakePlatform()
  jest.doMock('@miniapp/platform/platform', () => ({ platform: fake.platform }))
  fake.answers.set('describeServer', () => {
    const serverTime = new Date(Date.now() + answersAfterMs / 2 - aheadMs).toISOString()
    jest.setSystemTime(Date.now() + answersAfterMs)
    return {
      status: 200,
      body: { demo: true, county: { code: '441882', name: '连州' }, serverTime },
    }
  })
  const clock = await import('@miniapp/stores/clock')
  return { fake, ...clock }
}

const asked = ({ requests }: FakePlatform) => requests.length

test.each([
  ['a day ahead', 24 * HOUR_MS],
  ['three years behind', -3 * 366 * 24 * HOUR_MS],
])('a clock that is %s is found out', async (_how, aheadMs) => {
  const { measureClock, clockAhead } = await startPhone(aheadMs)
  expect(clockAhead()).toEqual({})
  await measureClock()
  expect(clockAhead()).toEqual({ clockAheadMs: aheadMs })
})

test('nothing is said of a clock that is right to the minute', async () => {
  const { measureClock, clockAhead } = await startPhone(MINUTE_MS - 1)
  await measureClock()
  expect(clockAhead()).toEqual({})
})

test('an answer that was long on its way says nothing of the clock', async () => {
  const { measureClock, clockAhead } = await startPhone(24 * HOUR_MS, { answersAfterMs: 11_000 })
  await measureClock()
  expect(clockAhead()).toEqual({})
})

test('it is asked for once an hour, and again after somebody set the clock back', async () => {
  const { fake, measureClock, clockAhead } = await startPhone(24 * HOUR_MS)
  await measureClock()
  await measureClock()
  expect(asked(fake)).toBe(1)
  jest.setSystemTime(Date.now() + HOUR_MS)
  await measureClock()
  expect(asked(fake)).toBe(2)
  jest.setSystemTime(NOON - 24 * HOUR_MS)
  expect(clockAhead()).toEqual({})
  await measureClock()
  expect(asked(fake)).toBe(3)
})
