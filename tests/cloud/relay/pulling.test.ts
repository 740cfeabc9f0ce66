import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { acknowledgeEvents } from '@cloud/commands/acknowledgeEvents'
import { disableEndpoint } from '@cloud/commands/disableEndpoint'
import { pullEvents } from '@cloud/queries/pullEvents'
import { writeCursor } from '@cloud/relay/pullCursor'
import type { Database } from '@cloud/store/database'
import {
  makeRelayCounty,
  newId,
  onPostgres,
  openRelayDatabase,
  type RelayCounty,
} from './relayCounty'

let database: Database
let county: RelayCounty

beforeAll(async () => {
  database = await openRelayDatabase()
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  county = await makeRelayCounty(database)
})

async function pull(token: string, limit?: number): Promise<ResponseOf<Operations['pullEvents']>> {
  const answer = await pullEvents(county.context, { token }, { limit })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const acknowledge = (token: string, cursor: string) =>
  acknowledgeEvents(county.context, { token }, { cursor })

async function happenInOneMatter(count: number): Promise<string[]> {
  const matterId = newId()
  const ids: string[] = []
  for (let version = 1; version <= count; version++)
    ids.push((await county.happens({ matterId, version })).messageId)
  return ids
}

const idsOf = (page: { events: Record<string, unknown>[] }) =>
  page.events.map((event) => event['id'])

test('a hub that nothing can reach pulls its events in order, page by page, and each once', async () => {
  const { secret } = await county.subscribe(null)
  const ids = await happenInOneMatter(5)
  const seen: unknown[] = []
  for (let page = await pull(secret, 2); page.events.length > 0; page = await pull(secret, 2)) {
    seen.push(...idsOf(page))
    await acknowledge(secret, page.cursor)
  }
  expect(seen).toEqual(ids)
})

test('what a hub has not acknowledged comes again after its line broke', async () => {
  const { secret } = await county.subscribe(null)
  const ids = await happenInOneMatter(3)
  expect(idsOf(await pull(secret))).toEqual(ids)
  expect(idsOf(await pull(secret))).toEqual(ids)
})

test('an old acknowledgement that arrives late brings nothing back', async () => {
  const { secret } = await county.subscribe(null)
  const ids = await happenInOneMatter(3)
  const first = await pull(secret, 1)
  const all = await pull(secret)
  const newest = await acknowledge(secret, all.cursor)
  expect(await acknowledge(secret, first.cursor)).toEqual(newest)
  expect((await pull(secret)).events).toEqual([])
  expect(ids).toHaveLength(3)
})

test('a new hub begins with what happens from now on, in its own area', async () => {
  await happenInOneMatter(2)
  const { secret } = await county.subscribe(null)
  await county.happens({ matterId: newId(), version: 1, change: { areaCode: '441882100201001' } })
  const [own] = await happenInOneMatter(1)
  expect(idsOf(await pull(secret))).toEqual([own])
})

test('a cursor that was made up, or is another hub’s, is refused instead of skipping events', async () => {
  const hub = await county.subscribe(null)
  const other = await county.subscribe(null)
  await happenInOneMatter(1)
  const { cursor } = await pull(other.secret)
  const ahead = writeCursor({ tx: '9999999999999', seq: 0 }, hub.secret)
  for (const wrong of [cursor, ahead, 'x', '', `${cursor}x`, "1.1.'; drop table deliveries"])
    expect(await acknowledge(hub.secret, wrong)).toEqual({ refused: 'hub.cursor-invalid' })
})

test('a hub with a wrong secret, or one that was switched off, is shown nothing', async () => {
  const { endpointId, secret } = await county.subscribe(null)
  const notSignedIn = { refused: 'access.not-signed-in' }
  expect(await pullEvents(county.context, {}, {})).toEqual(notSignedIn)
  expect(await pullEvents(county.context, { token: `${secret}x` }, {})).toEqual(notSignedIn)
  await disableEndpoint(county.context, county.hubHead, { endpointId })
  expect(await pullEvents(county.context, { token: secret }, {})).toEqual(notSignedIn)
  expect(await acknowledge(secret, 'x')).toEqual(notSignedIn)
})

if (onPostgres)
  test('an event whose transaction commits late is not skipped by a hub that pulled meanwhile', async () => {
    const { secret } = await county.subscribe(null)
    const matterId = newId()
    let late = ''
    let early = ''
    await database.transaction(async (tx) => {
      late = (await county.happens({ matterId, version: 1 }, tx)).messageId
      early = (await county.happens({ matterId: newId(), version: 1 })).messageId
      const page = await pull(secret)
      expect(page.events).toEqual([])
      await acknowledge(secret, page.cursor)
    })
    expect(idsOf(await pull(secret))).toEqual([late, early])
  })
