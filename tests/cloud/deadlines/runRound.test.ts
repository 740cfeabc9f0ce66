import { DAY_MS } from '@domain/shared/instant'
import { receiveChunk } from '@cloud/commands/receiveChunk'
import { runRound } from '@cloud/runRound'
import {
  aMatterIn,
  aReport,
  newId,
  openTestApp,
  succeed,
  type TestApp,
} from '../../support/openTestApp'
import { plainPicture, sha256Of } from '../files/pictures'
import { openListeningHub, type ListeningHub } from '../relay/listeningHub'

/** A matter for each, more than a slow hub can take within a short round. */
const REPORTS = 60
const SHORT_ROUND_MS = 800
const LONG_ROUND_MS = 30_000

let county: TestApp
let hub: ListeningHub
beforeEach(async () => {
  county = await openTestApp({ demo: true })
  hub = await openListeningHub()
  const body = { endpointId: newId(), name: '西江镇', areaCode: '441882118', url: hub.url }
  await succeed(county.call(county.cast.hubHeadOfXijiang, 'registerEndpoint', body))
}, 60_000)
afterEach(async () => {
  await hub.close()
  await county.close()
})

async function sendPhoto() {
  const { context } = county.app
  const bytes = await plainPicture().jpeg().toBuffer()
  const fileId = newId()
  const heading = { fileId, offset: 0, bytes: bytes.length, sha256: sha256Of(bytes) }
  await receiveChunk(context, county.cast.informationOfficerTang, heading as never, bytes)
  const report = aReport({ fileIds: [fileId] })
  await succeed(county.call(county.cast.informationOfficerTang, 'reportMatter', report))
  return async () =>
    (await succeed(county.call(county.cast.hubOperatorOfXijiang, 'getMatter', report))).matter
      .photos[0].state
}

test('a round tells what is overdue, and the hub hears of it in the same round', async () => {
  const matterId = await aMatterIn('accepted', county)
  county.moveClock(20 * DAY_MS)
  await county.app.runRound({ budgetMs: LONG_ROUND_MS })
  const told = hub.accepted.filter(({ event }) => event.type === 'cn.lianxin.matter.overdue.v1')
  expect(told).toHaveLength(1)
  expect(told[0]?.event).toMatchObject({
    subject: matterId,
    sequence: '0000000003',
    data: { matterId, action: 'overdue', status: 'accepted', statusTitle: '已受理' },
  })
  await county.app.runRound({ budgetMs: LONG_ROUND_MS })
  expect(hub.accepted).toHaveLength(3)
})

test('deadlines that are found late in a round are still forwarded in it', async () => {
  await aMatterIn('reported', county)
  county.moveClock(20 * DAY_MS)
  const { context } = county.app
  const query: typeof context.database.query = async (sql, values, name) => {
    if (sql.includes('overdueSince')) await new Promise((resolve) => setTimeout(resolve, 500))
    return context.database.query(sql, values, name)
  }
  const slow = { ...context, database: { ...context.database, query } }
  await runRound(slow, LONG_ROUND_MS, () => Promise.resolve())
  expect(hub.accepted.at(-1)?.event.type).toBe('cn.lianxin.matter.overdue.v1')
})

test('a slow hub does not eat the round: the photo is ready, and the rest of its events wait for the next', async () => {
  hub.answer = (_received, response) => {
    setTimeout(() => response.writeHead(204).end(), 200)
    return undefined
  }
  const photoState = await sendPhoto()
  for (let i = 1; i < REPORTS; i++)
    await succeed(county.call(county.cast.informationOfficerTang, 'reportMatter', aReport()))
  await county.app.runRound({ budgetMs: SHORT_ROUND_MS })
  const first = hub.received.length
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(REPORTS)
  expect(await photoState()).toBe('ready')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(hub.received).toHaveLength(first)
  await county.app.runRound({ budgetMs: LONG_ROUND_MS })
  expect(new Set(hub.received.map(({ id }) => id)).size).toBe(REPORTS)
}, 60_000)

test('a round whose photos cannot be cleaned still forwards, and says what failed', async () => {
  await sendPhoto()
  const { blobs } = county.app.context
  const get = jest.spyOn(blobs, 'get').mockRejectedValue(new Error('the store is away'))
  await expect(county.app.runRound({ budgetMs: LONG_ROUND_MS })).rejects.toThrow(AggregateError)
  get.mockRestore()
  expect(hub.accepted).toHaveLength(1)
})
