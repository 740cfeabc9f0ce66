import { HOUR_MS } from '@domain/shared/instant'
import { newId, openTestApp, type TestApp } from '../../support/openTestApp'
import { settingsDesk } from './settingsDesk'

let county: TestApp
let desk: ReturnType<typeof settingsDesk>
beforeAll(async () => {
  county = await openTestApp({ demo: true })
  desk = settingsDesk(county)
}, 60_000)
afterAll(() => county.close())

const nothing = { flows: {}, kinds: {}, ownKinds: [] }
const hours = (count: number) => ({ hours: count, clock: 'elapsed' as const })
const inHours = (count: number) =>
  new Date(county.app.context.now() + count * HOUR_MS).toISOString()

const ownKind = {
  code: '0191',
  name: '宗祠用地纠纷',
  urgency: 'U3' as const,
  accept: hours(2),
  handle: hours(24),
  basePoints: 3,
  selfClose: false,
  sensitivity: 'S1' as const,
  owner: '镇调委会',
}

test.each([
  [{ kinds: { '0301': { accept: hours(0) } } }, 'kinds.0301.accept', 'limit-not-positive'],
  [{ kinds: { '9999': { basePoints: 1 } } }, 'kinds.9999', 'unknown-kind'],
  [{ ownKinds: [{ ...ownKind, code: '0109' }] }, 'ownKinds.0.code', 'code-out-of-range'],
  [
    { flows: { petition: { limits: { filed: hours(400) } } } },
    'flows.petition.limits.filed',
    'limit-by-law',
  ],
])('%j is refused at its place', async (change, path, code) => {
  const { status, body } = await desk.trySaving(change)
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'settings.not-sound' })
  expect(body.details.problems).toEqual([
    { path, code, words: expect.stringMatching(/\p{Script=Han}/u) },
  ])
  expect((await desk.read()).versions).toEqual([])
})

test.each([
  [-1, 'effective-in-past'],
  [24 * 400, 'effective-too-far'],
])('a version that is to begin in %s hours is refused', async (count, code) => {
  const { body } = await desk.trySaving({}, { effectiveFrom: inHours(count) })
  expect(body.details.problems).toMatchObject([{ path: 'effectiveFrom', code }])
})

test.each(['hubHeadOfXijiang', 'gridWorkerLi', 'residentChen'] as const)(
  '%s neither reads, previews nor changes what the county has set',
  async (who) => {
    for (const name of ['readCountySettings', 'previewCountySettings', 'changeCountySettings']) {
      const body = { commandId: newId(), basedOn: 0, note: '', content: nothing }
      expect(await county.call(county.cast[who], name, body)).toMatchObject({ status: 403 })
    }
  },
)
