import { HTTP } from 'cloudevents'
import { Webhook } from 'standardwebhooks'
import { HOUR_MS } from '@domain/shared/instant'
import { startRelay } from '@cloud/relay/relay'
import { ATTEMPTS_MAX } from '@cloud/relay/retryDelayMs'
import { listDeliveries } from '@cloud/queries/listDeliveries'
import { listEndpoints } from '@cloud/queries/listEndpoints'
import { replayDeliveries } from '@cloud/commands/replayDeliveries'
import type { Database } from '@cloud/store/database'
import { openListeningHub, type ListeningHub } from './listeningHub'
import { makeRelayCounty, newId, openRelayDatabase, type RelayCounty } from './relayCounty'

let database: Database
let county: RelayCounty
let hubs: ListeningHub[] = []

beforeAll(async () => {
  database = await openRelayDatabase()
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  county = await makeRelayCounty(database)
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await county.stopRelays()
  hubs = []
})

async function openHub(...given: Parameters<typeof openListeningHub>): Promise<ListeningHub> {
  const hub = await openListeningHub(...given)
  hubs.push(hub)
  return hub
}

/** Works on demand only, with a die that always shows the middle: no jitter. */
function quietRelay() {
  return county.startRelay({ listening: false, dice: () => 0.5 })
}

async function deliveriesOf(endpointId: string) {
  const answer = await listDeliveries(county.context, county.hubHead, { endpointId, limit: 100 })
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.items
}

async function drainThrough(relay: { drain(): Promise<void> }, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 8) {
    await relay.drain()
    county.clock.now += 8 * HOUR_MS
  }
}

test('a township hub receives a signed event that any CloudEvents library can read', async () => {
  const hub = await openHub()
  const { secret } = await county.subscribe(hub.url)
  const matterId = newId()
  const row = await county.happens({ matterId, version: 1, event: 'reported' })
  await quietRelay().drain()
  const [received] = hub.received
  const headers = received?.headers as Record<string, string>
  expect(() => new Webhook(secret).verify(received?.body ?? '', headers)).not.toThrow()
  const event = HTTP.toEvent({ headers, body: received?.body })
  expect(event).toMatchObject({
    id: row.messageId,
    type: 'cn.lianxin.matter.reported.v1',
    source: `https://lianzhou.example/counties/${county.context.countyId}`,
    subject: matterId,
    sequence: '0000000001',
    data: { text: '村口路灯坏了', areaCode: '441882118201003', statusTitle: '已受理' },
  })
  expect(received?.id).toBe(row.messageId)
})

test('words and place of a sensitive matter do not leave the county', async () => {
  const hub = await openHub()
  await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1, change: { sensitivity: 'S2' } })
  await quietRelay().drain()
  const data = hub.received[0]?.event.data
  expect(data).toMatchObject({ areaCode: '441882118201', areaName: '区划441882118201' })
  expect(data).not.toHaveProperty('text')
  expect(data).not.toHaveProperty('place')
  expect(data).not.toHaveProperty('note')
})

test('a township is sent only what lies in its own area', async () => {
  const hub = await openHub()
  await county.subscribe(hub.url, '441882118')
  await county.happens({ matterId: newId(), version: 1, change: { areaCode: '441882100201001' } })
  await county.happens({ matterId: newId(), version: 1 })
  await quietRelay().drain()
  expect(hub.received.map(({ event }) => event.data.areaCode)).toEqual(['441882118201003'])
})

test('each matter reaches a hub that fails at random in the order it happened, and complete', async () => {
  const random = seeded(20_261_123)
  const hub = await openHub(() => (random() < 0.4 ? 503 : 204))
  await county.subscribe(hub.url)
  const matters = Array.from({ length: 12 }, newId)
  for (let version = 1; version <= 4; version++)
    for (const matterId of matters) await county.happens({ matterId, version })
  await drainThrough(quietRelay(), 200)
  for (const matterId of matters) {
    const versions = hub.accepted.filter(({ event }) => event.subject === matterId)
    expect(versions.map(({ event }) => Number(event.sequence))).toEqual([1, 2, 3, 4])
  }
})

test('a hub that never answers does not hold up the neighbouring hub', async () => {
  const silent = await openHub(() => undefined)
  const neighbour = await openHub()
  await county.subscribe(silent.url)
  await county.subscribe(neighbour.url)
  const relay = county.startRelay()
  const started = Date.now()
  for (let count = 0; count < 20; count++) await county.happens({ matterId: newId(), version: 1 })
  county.context.wake.notify('outbox')
  await neighbour.came(20)
  expect(Date.now() - started).toBeLessThan(5_000)
  expect(neighbour.accepted).toHaveLength(20)
  await silent.close()
  await relay.stop()
})

test('an event leaves as soon as the relay is woken, without waiting for a tick', async () => {
  const hub = await openHub()
  await county.subscribe(hub.url)
  const relay = county.startRelay()
  await county.happens({ matterId: newId(), version: 1 })
  county.context.wake.notify('outbox')
  await hub.came(1)
  await relay.stop()
  expect(hub.accepted).toHaveLength(1)
})

test('attempts are spread over about a day, each under the same id, and then the delivery is abandoned', async () => {
  const hub = await openHub(() => 500)
  const { endpointId } = await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1 })
  const relay = quietRelay()
  const begun = county.clock.now
  const waits: number[] = []
  for (;;) {
    await relay.drain()
    const [delivery] = await deliveriesOf(endpointId)
    if (!delivery?.nextAttemptAt) break
    const next = Date.parse(delivery.nextAttemptAt)
    waits.push((next - county.clock.now) / 1000)
    county.clock.now = next - 1
    await relay.drain()
    expect(hub.received).toHaveLength(waits.length)
    county.clock.now = next
  }
  expect(waits).toEqual([5, 15, 45, 135, 405, 1215, 3645, 10_935, 21_600, 21_600, 21_600])
  expect((county.clock.now - begun) / HOUR_MS).toBeCloseTo(22.6, 1)
  expect(new Set(hub.received.map(({ id }) => id)).size).toBe(1)
  const [abandoned] = await deliveriesOf(endpointId)
  expect(abandoned).toMatchObject({
    state: 'abandoned',
    startedAttempts: ATTEMPTS_MAX,
    finishedAttempts: ATTEMPTS_MAX,
    lastAnswer: 'HTTP 500 现在不方便',
  })
})

test('an abandoned event lets the matter go on, and one replay brings it after all', async () => {
  const hub = await openHub(({ event }) => (event.sequence === '0000000001' ? 422 : 204))
  const { endpointId } = await county.subscribe(hub.url)
  const matterId = newId()
  const first = await county.happens({ matterId, version: 1 })
  await county.happens({ matterId, version: 2 })
  const relay = quietRelay()
  await relay.drain()
  expect(hub.accepted).toHaveLength(0)
  await drainThrough(relay, 8 * ATTEMPTS_MAX)
  expect(hub.accepted.map(({ event }) => event.sequence)).toEqual(['0000000002'])
  hub.answer = () => 204
  const replay = { endpointId, deliveryId: first.messageId }
  expect(await replayDeliveries(county.context, county.hubHead, replay)).toEqual({ replayed: 1 })
  await relay.drain()
  expect(hub.accepted.map(({ event }) => event.sequence)).toEqual(['0000000002', '0000000001'])
  expect(await replayDeliveries(county.context, county.hubHead, replay)).toEqual({ replayed: 0 })
})

test('the console shows what was abandoned, and one press replays all of it in order', async () => {
  const hub = await openHub(() => 500)
  const { endpointId } = await county.subscribe(hub.url)
  const matterId = newId()
  for (let version = 1; version <= 3; version++) await county.happens({ matterId, version })
  const relay = quietRelay()
  await drainThrough(relay, 8 * 3 * ATTEMPTS_MAX)
  expect(await listEndpoints(county.context, county.hubHead, {})).toMatchObject({
    items: [{ endpointId, waiting: 0, abandoned: 3, lastDeliveredAt: null }],
  })
  hub.answer = () => 204
  expect(await replayDeliveries(county.context, county.hubHead, { endpointId })).toEqual({
    replayed: 3,
  })
  await relay.drain()
  expect(hub.accepted.map(({ event }) => Number(event.sequence))).toEqual([1, 2, 3])
  expect(await listEndpoints(county.context, county.hubHead, {})).toMatchObject({
    items: [{ waiting: 0, abandoned: 0, lastDeliveredAt: expect.any(String) }],
  })
})

test('a redirect is a failure: nobody has checked the address behind it', async () => {
  const trap = await openHub()
  const hub = await openHub((_received, response) => {
    response.writeHead(302, { location: trap.url }).end()
    return undefined
  })
  const { endpointId } = await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1 })
  await quietRelay().drain()
  expect(trap.received).toHaveLength(0)
  expect((await deliveriesOf(endpointId))[0]).toMatchObject({
    state: 'waiting',
    lastAnswer: 'HTTP 302',
  })
})

test('an address that has become forbidden since it was registered is not called', async () => {
  const hub = await openHub()
  const { endpointId } = await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1 })
  await county.startRelay({ listening: false, allowPrivate: false }).drain()
  expect(hub.received).toHaveLength(0)
  const [delivery] = await deliveriesOf(endpointId)
  expect(delivery).toMatchObject({ state: 'waiting', lastAnswer: '接收地址在不允许的网段' })
})

test('an event that was sent but not marked is sent again under the same id', async () => {
  const hub = await openHub()
  await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1 })
  const dying = { ...county.context, database: withoutMarking(database) }
  await startRelay(dying, { listening: false }).drain()
  expect(hub.received).toHaveLength(1)
  const successor = quietRelay()
  await successor.drain()
  expect(hub.received).toHaveLength(1)
  county.clock.now += 31_000
  await successor.drain()
  await successor.drain()
  expect(hub.received).toHaveLength(2)
  expect(hub.received[1]?.id).toBe(hub.received[0]?.id)
  expect(hub.received[1]?.body).toBe(hub.received[0]?.body)
})

test('an event that kills every process that sends it is abandoned, not sent for ever', async () => {
  const hub = await openHub()
  const { endpointId } = await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1 })
  const dying = { ...county.context, database: withoutMarking(database) }
  for (let death = 0; death < ATTEMPTS_MAX + 3; death++) {
    await startRelay(dying, { listening: false }).drain()
    county.clock.now += 31_000
  }
  expect(hub.received).toHaveLength(ATTEMPTS_MAX)
  expect((await deliveriesOf(endpointId))[0]).toMatchObject({
    state: 'abandoned',
    startedAttempts: ATTEMPTS_MAX,
    finishedAttempts: 0,
  })
})

/** The process dies in the moment after the hub has answered. */
function withoutMarking(real: Database): Database {
  const query: Database['query'] = (sql, values) => {
    if (sql.includes("set state = 'delivered'")) return Promise.reject(new Error('killed'))
    return real.query(sql, values)
  }
  return { ...real, query }
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
