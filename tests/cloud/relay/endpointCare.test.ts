import { Webhook } from 'standardwebhooks'
import { acknowledgeEvents } from '@cloud/commands/acknowledgeEvents'
import { changeSubscription } from '@cloud/commands/changeSubscription'
import { rotateSecret } from '@cloud/commands/rotateSecret'
import { listAttempts } from '@cloud/queries/listAttempts'
import { listDeliveries } from '@cloud/queries/listDeliveries'
import { listEndpoints } from '@cloud/queries/listEndpoints'
import { pullEvents } from '@cloud/queries/pullEvents'
import { testEndpoint } from '@cloud/queries/testEndpoint'
import type { Database } from '@cloud/store/database'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import type { CommandId } from '@domain/shared/ids'
import { openListeningHub, type ListeningHub, type Received } from './listeningHub'
import { actorOf, makeRelayCounty, newId, openRelayDatabase, type RelayCounty } from './relayCounty'

let database: Database
let county: RelayCounty
let hub: ListeningHub

beforeAll(async () => {
  database = await openRelayDatabase()
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  county = await makeRelayCounty(database)
  hub = await openListeningHub()
})
afterEach(() => hub.close())

const happens = (kind = 'street-lamp') =>
  county.happens({ matterId: newId(), version: 1, change: { kind } })
const drain = () => county.startRelay({ listening: false }).drain()

async function rotate(endpointId: string, endPrevious = false, commandId = newId()) {
  const request = { endpointId, endPrevious, commandId: commandId as CommandId }
  const answer = await rotateSecret(county.context, county.hubHead, request)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

async function onlyEndpoint() {
  const answer = await listEndpoints(county.context, county.hubHead, {})
  if ('refused' in answer) throw new Error(answer.refused)
  return answer.items[0]
}

function isSignedWith({ body, headers }: Received, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>)
    return true
  } catch {
    return false
  }
}

const pull = async (token: string) => {
  const answer = await pullEvents(county.context, { token }, {})
  return 'refused' in answer ? answer.refused : answer
}

test('between the old secret and the new one no event is refused by whoever still knows only one of them', async () => {
  const { endpointId, secret: old } = await county.subscribe(hub.url)
  const { secret: young, endpoint } = await rotate(endpointId)
  expect(young).not.toBe(old)
  expect(Date.parse(endpoint.previousSecretUntil ?? '') - county.clock.now).toBe(DAY_MS)
  await happens()
  await drain()
  expect(hub.received.map((one) => [isSignedWith(one, old), isSignedWith(one, young)])).toEqual([
    [true, true],
  ])
  county.clock.now += DAY_MS
  await happens()
  await drain()
  const last = hub.received.at(-1) as Received
  expect(last.headers['webhook-signature']).not.toContain(' ')
  expect((await onlyEndpoint())?.previousSecretUntil).toBeNull()
})

test('a secret that has leaked ends at once', async () => {
  const { endpointId, secret: leaked } = await county.subscribe(null)
  const { secret } = await rotate(endpointId, true)
  expect(await pull(leaked)).toBe('access.not-signed-in')
  expect(await pull(secret)).toMatchObject({ events: [] })
})

test('a hub that pulls goes on with the old secret for a day, and a cursor of before the change still counts', async () => {
  const { endpointId, secret: old } = await county.subscribe(null)
  await happens()
  const before = await pull(old)
  const { secret: young } = await rotate(endpointId)
  expect(await pull(old)).toMatchObject({ events: [expect.anything()] })
  if (typeof before === 'string') throw new Error(before)
  const cursor = { cursor: before.cursor }
  expect(await acknowledgeEvents(county.context, { token: young }, cursor)).toHaveProperty('cursor')
  expect(await pull(young)).toMatchObject({ events: [] })
  county.clock.now += DAY_MS
  expect(await pull(old)).toBe('access.not-signed-in')
})

test('a change of the secret that is asked for again answers with the same one', async () => {
  const { endpointId } = await county.subscribe(hub.url)
  const commandId = newId()
  const [first, again] = [
    await rotate(endpointId, false, commandId),
    await rotate(endpointId, false, commandId),
  ]
  expect(again).toEqual(first)
})

test('an endpoint is sent the kinds it has chosen, pushed and pulled alike', async () => {
  const pushed = await county.subscribe(hub.url)
  const pulled = await county.subscribe(null)
  for (const { endpointId } of [pushed, pulled])
    await changeSubscription(county.context, county.hubHead, {
      endpointId,
      before: null,
      kinds: ['10', '2301'],
    })
  for (const kind of ['1001', '2301', '2302', '1102']) await happens(kind)
  await drain()
  const sent = hub.received.map(({ event }) => event.data.kind.code).sort()
  expect(sent).toEqual(['1001', '2301'])
  const answer = await pull(pulled.secret)
  if (typeof answer === 'string') throw new Error(answer)
  expect(answer.events).toHaveLength(2)
})

test('who changes a choice that a colleague changed meanwhile is told so, and the colleague’s stands', async () => {
  const { endpointId } = await county.subscribe(hub.url)
  const change = (before: string[] | null, kinds: string[] | null) =>
    changeSubscription(county.context, county.hubHead, { endpointId, before, kinds })
  await change(null, ['10'])
  expect(await change(null, ['23'])).toEqual({ refused: 'hub.subscription-changed' })
  expect((await onlyEndpoint())?.kinds).toEqual(['10'])
  expect(await change(['10'], null)).toMatchObject({ endpoint: { kinds: null } })
})

test('the test button says what the other side answers, and leaves nothing behind', async () => {
  const { endpointId, secret } = await county.subscribe(hub.url)
  const press = () => testEndpoint(county.context, county.hubHead, { endpointId })
  expect(await press()).toMatchObject({ accepted: true, answer: 'HTTP 204' })
  hub.answer = () => 500
  expect(await press()).toMatchObject({ accepted: false, answer: 'HTTP 500 现在不方便' })
  expect(hub.received.map((one) => isSignedWith(one, secret))).toEqual([true, true])
  expect(JSON.parse(hub.received[0]?.body ?? '')).toMatchObject({ type: 'cn.lianxin.hub.test.v1' })
  const deliveries = await listDeliveries(county.context, county.hubHead, { endpointId })
  expect(deliveries).toEqual({ items: [], next: null })
})

test('a hub that pulls has nothing to be sent to, and an operator does not send tests', async () => {
  const { endpointId } = await county.subscribe(null)
  expect(await testEndpoint(county.context, county.hubHead, { endpointId })).toEqual({
    refused: 'hub.nothing-to-send-to',
  })
  const operator = actorOf('hubOperator', county.context.countyId)
  for (const command of [testEndpoint, rotateSecret, changeSubscription])
    expect(await command(county.context, operator, { endpointId } as never)).toEqual({
      refused: 'access.not-permitted',
    })
})

test('each attempt of a delivery keeps what came back', async () => {
  const { endpointId } = await county.subscribe(hub.url)
  hub.answer = () => (hub.received.length === 1 ? 503 : 204)
  const { messageId: deliveryId } = await happens()
  await drain()
  county.clock.now += HOUR_MS
  await drain()
  const request = { endpointId, deliveryId }
  expect(await listAttempts(county.context, county.hubHead, request)).toMatchObject({
    items: [
      { accepted: true, answer: 'HTTP 204' },
      { accepted: false, answer: 'HTTP 503 现在不方便' },
    ],
  })
})

test('a hub that takes nothing for an hour counts as silent, until it takes something again', async () => {
  hub.answer = () => 503
  await county.subscribe(hub.url)
  await happens()
  await drain()
  const began = county.clock.now
  expect((await onlyEndpoint())?.silentSince).toBeNull()
  county.clock.now += HOUR_MS + MINUTE_MS
  expect(Date.parse((await onlyEndpoint())?.silentSince ?? '')).toBe(began)
  hub.answer = () => 204
  await drain()
  expect(await onlyEndpoint()).toMatchObject({ silentSince: null, waiting: 0, waitingSince: null })
})

test('a hub that pulls shows how far it is behind, and when it last asked', async () => {
  const { secret } = await county.subscribe(null)
  const { createdAt } = await happens()
  county.clock.now += 2 * HOUR_MS
  expect(await onlyEndpoint()).toMatchObject({ askedAt: null, waiting: 1 })
  await pull(secret)
  const seen = await onlyEndpoint()
  expect(Date.parse(seen?.askedAt ?? '')).toBe(county.clock.now)
  expect(Date.parse(seen?.silentSince ?? '')).toBe(createdAt)
})
