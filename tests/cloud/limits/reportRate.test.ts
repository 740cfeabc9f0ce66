import type { Role } from '@domain/access/permissions'
import type { Actor } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'
import { isRefusal } from '@domain/shared/refusal'
import { makeReportRate, type ReportRate } from '@cloud/limits/reportRate'
import { aReport, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

const NOON = Date.parse('2026-11-23T12:00:00+08:00')
const MINUTE_MS = 60_000

function person(role: Role): Actor {
  const personId = `${role} ${Math.random()}` as PersonId
  return { personId, countyId: 441_882, name: '', posts: [{ role, areaCode: '441882118' }] }
}

function takeAll(rate: ReportRate, actor: Actor, now: number): number {
  for (let taken = 0; ; taken++) if (isRefusal(rate.take(actor, now))) return taken
}

test.each([
  ['resident', 60],
  ['informationOfficer', 60],
  ['gridWorker', 300],
  ['departmentOfficer', 300],
  ['hubOperator', 300],
] as const)('a %s reports %d times in ten minutes', (role, times) => {
  expect(takeAll(makeReportRate(), person(role), NOON)).toBe(times)
})

test('whoever has used up their reports is told when they can go on, and then can', () => {
  const rate = makeReportRate()
  const actor = person('resident')
  takeAll(rate, actor, NOON)
  expect(rate.take(actor, NOON + 4 * MINUTE_MS)).toEqual({
    refused: 'request.too-many',
    details: { retryAfterSeconds: 6 * 60 },
  })
  expect(isRefusal(rate.take(person('resident'), NOON))).toBe(false)
  expect(takeAll(rate, actor, NOON + 10 * MINUTE_MS)).toBe(60)
})

test('a place that was given back is free again', () => {
  const rate = makeReportRate()
  const actor = person('resident')
  const place = rate.take(actor, NOON)
  if (!isRefusal(place)) place.giveBack()
  expect(takeAll(rate, actor, NOON)).toBe(60)
})

describe('in a county', () => {
  let test0: TestApp

  beforeAll(async () => {
    test0 = await openTestApp()
  }, 60_000)
  afterAll(() => test0.close())

  test('the sixty-first report in ten minutes waits, and none that was taken in is lost', async () => {
    const { call, cast } = test0
    const tang = cast.informationOfficerTang
    const first = aReport()
    await succeed(call(tang, 'reportMatter', first))
    // Neither a repeat nor a mistake costs a place.
    await succeed(call(tang, 'reportMatter', first))
    expect((await call(tang, 'reportMatter', aReport({ kind: 'none' }))).status).toBe(422)
    const rest = Array.from({ length: 70 }, () => call(tang, 'reportMatter', aReport()))
    const answers = await Promise.all(rest)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(59)
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body).toMatchObject({ code: 'request.too-many', retry: 'later' })
    expect(refused?.body.details.retryAfterSeconds).toBeLessThanOrEqual(600)
    await succeed(call(tang, 'reportMatter', first))
    await succeed(call(cast.gridWorkerLi, 'reportMatter', aReport()))
    test0.moveClock(10 * MINUTE_MS)
    await succeed(call(tang, 'reportMatter', aReport()))
  })
})

test('a server that is measured has no such limit', async () => {
  const measured = await openTestApp({ quotas: false })
  const reports = Array.from({ length: 70 }, () =>
    measured.call(measured.cast.informationOfficerTang, 'reportMatter', aReport()),
  )
  for (const { status } of await Promise.all(reports)) expect(status).toBe(200)
  await measured.close()
}, 60_000)
