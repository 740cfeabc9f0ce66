import { disableEndpoint } from '@cloud/commands/disableEndpoint'
import { registerEndpoint } from '@cloud/commands/registerEndpoint'
import { replayDeliveries } from '@cloud/commands/replayDeliveries'
import { listDeliveries } from '@cloud/queries/listDeliveries'
import { listEndpoints } from '@cloud/queries/listEndpoints'
import { startRelay } from '@cloud/relay/relay'
import type { Context } from '@cloud/context'
import type { Database } from '@cloud/store/database'
import { openListeningHub } from './listeningHub'
import { actorOf, makeRelayCounty, newId, openRelayDatabase, type RelayCounty } from './relayCounty'

let database: Database
let county: RelayCounty

beforeAll(async () => {
  database = await openRelayDatabase()
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  county = await makeRelayCounty(database)
})

function newEndpoint(change: object = {}) {
  return {
    endpointId: newId(),
    name: '西江镇综治中心',
    areaCode: '441882118',
    url: null,
    ...change,
  }
}

test('a registration repeated on a bad line gives the same endpoint and the same secret', async () => {
  const request = newEndpoint()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => registerEndpoint(county.context, county.hubHead, request)),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({
    endpoint: { name: '西江镇综治中心', disabled: false, waiting: 0, abandoned: 0 },
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
  })
})

test('nobody else learns a secret by repeating the registration', async () => {
  const request = newEndpoint()
  await registerEndpoint(county.context, county.hubHead, request)
  const colleague = actorOf('hubHead', county.context.countyId)
  const reused = { refused: 'command.id-reused' }
  expect(await registerEndpoint(county.context, colleague, request)).toEqual(reused)
  const renamed = { ...request, name: '另一个' }
  expect(await registerEndpoint(county.context, county.hubHead, renamed)).toEqual(reused)
})

test('in the county’s own operation, addresses inside its network cannot be registered', async () => {
  const settings = { ...county.context.settings, demo: false }
  const context: Context = { ...county.context, settings }
  const request = newEndpoint({ url: 'http://127.0.0.1:7200/events' })
  expect(await registerEndpoint(context, county.hubHead, request)).toEqual({
    refused: 'hub.address-not-allowed',
    details: { reason: 'forbidden-network' },
  })
})

test('a township manages its own endpoints and does not see its neighbour’s', async () => {
  const { countyId } = county.context
  const { endpointId } = await county.subscribe('http://127.0.0.1:9/')
  const neighbour = actorOf('hubHead', countyId, '441882100')
  const notFound = { refused: 'hub.endpoint-not-found' }
  expect(await listEndpoints(county.context, neighbour, {})).toEqual({ items: [] })
  expect(await listDeliveries(county.context, neighbour, { endpointId })).toEqual(notFound)
  expect(await disableEndpoint(county.context, neighbour, { endpointId })).toEqual(notFound)
  expect(await replayDeliveries(county.context, neighbour, { endpointId })).toEqual(notFound)
  expect(await registerEndpoint(county.context, neighbour, newEndpoint())).toEqual({
    refused: 'access.outside-jurisdiction',
  })
})

test('the operator on duty looks at deliveries, a grid worker does not, and neither changes endpoints', async () => {
  const { countyId } = county.context
  const operator = actorOf('hubOperator', countyId)
  const gridWorker = actorOf('gridWorker', countyId)
  const { endpointId } = await county.subscribe(null)
  const notPermitted = { refused: 'access.not-permitted' }
  expect(await listEndpoints(county.context, operator, {})).toMatchObject({
    items: [{ endpointId }],
  })
  expect(await listDeliveries(county.context, operator, { endpointId })).toEqual({
    items: [],
    next: null,
  })
  expect(await disableEndpoint(county.context, operator, { endpointId })).toEqual(notPermitted)
  expect(await registerEndpoint(county.context, operator, newEndpoint())).toEqual(notPermitted)
  expect(await listEndpoints(county.context, gridWorker, {})).toEqual(notPermitted)
  expect(await listDeliveries(county.context, gridWorker, { endpointId })).toEqual(notPermitted)
  expect(await replayDeliveries(county.context, gridWorker, { endpointId })).toEqual(notPermitted)
})

test('an endpoint that is switched off is sent nothing more, and what waited stays visible', async () => {
  const hub = await openListeningHub(() => 500)
  const { endpointId } = await county.subscribe(hub.url)
  await county.happens({ matterId: newId(), version: 1 })
  const relay = startRelay(county.context, { listening: false })
  await relay.drain()
  expect(await disableEndpoint(county.context, county.hubHead, { endpointId })).toMatchObject({
    endpoint: { disabled: true, waiting: 0, abandoned: 1 },
  })
  await county.happens({ matterId: newId(), version: 1 })
  county.clock.now += 3_600_000
  await relay.drain()
  expect(hub.received).toHaveLength(1)
  expect(await listDeliveries(county.context, county.hubHead, { endpointId })).toMatchObject({
    items: [{ state: 'abandoned', lastAnswer: '接收地址已停用' }],
  })
  await hub.close()
})

test('deliveries are paged with the newest first, and can be asked for by state', async () => {
  const hub = await openListeningHub()
  const { endpointId } = await county.subscribe(hub.url)
  const rows = []
  for (let count = 0; count < 5; count++)
    rows.push(await county.happens({ matterId: newId(), version: 1 }))
  await startRelay(county.context, { listening: false }).drain()
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await listDeliveries(county.context, county.hubHead, {
      endpointId,
      limit: 2,
      after,
    })
    if ('refused' in page) throw new Error(page.refused)
    seen.push(...page.items.map((item) => item.deliveryId))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(rows.map((row) => row.messageId).reverse())
  const waiting = { endpointId, state: 'waiting' as const }
  expect(await listDeliveries(county.context, county.hubHead, waiting)).toEqual({
    items: [],
    next: null,
  })
  expect(
    await listDeliveries(county.context, county.hubHead, { endpointId, after: 'x' }),
  ).toMatchObject({
    refused: 'request.invalid',
  })
  await hub.close()
})

test('only a delivery of this endpoint can be replayed', async () => {
  const { endpointId } = await county.subscribe('http://127.0.0.1:9/')
  for (const deliveryId of ['x', newId()])
    expect(
      await replayDeliveries(county.context, county.hubHead, { endpointId, deliveryId }),
    ).toEqual({
      refused: 'hub.delivery-not-found',
    })
})
