import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeEndpointSecret } from '@cloud/relay/endpointSecret'
import { sendWebhook } from '@cloud/relay/sendWebhook'
import { openHubReceiver } from '@cloud/functions/hubReceiver/openHubReceiver'
import { outboxRowFor } from '@cloud/relay/outboxRow'
import type { Context } from '@cloud/context'
import type { Matter } from '@domain/matter/matter'
import { newId, streetLamp } from './relayCounty'

const secret = makeEndpointSecret()
let receiver: Server
let url: string
let lines: string[]

beforeEach(async () => {
  lines = []
  receiver = openHubReceiver({ secret, print: (line) => void lines.push(line) })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
})
afterEach(() => new Promise((resolve) => receiver.close(resolve)))

function eventOf(change: Partial<Matter> = {}) {
  const context = { countyId: 441_882, now: Date.now } as unknown as Context
  const reference = { findKind: () => ({ name: '路灯不亮' }), areaName: () => '宝珠村 第3网格' }
  return outboxRowFor(reference as never, {
    matter: { ...streetLamp(context, newId()), version: 2, ...change } as Matter,
    statusTitle: '已受理',
    event: { name: 'accepted', action: 'accept' },
    messageId: newId(),
    now: Date.parse('2026-11-23T09:05:09Z'),
    source: 'https://lianzhou.example/counties/441882',
  }).payload
}

function send(body: string, change: object = {}) {
  const message = {
    url,
    secrets: [secret],
    messageId: 'one',
    body,
    now: Date.now(),
    timeoutMs: 5_000,
    ...change,
  }
  return sendWebhook({ ...message, addresses: { allowPrivate: true } })
}

test('a township reads each event as one line', async () => {
  expect(await send(JSON.stringify(eventOf()))).toEqual({ accepted: true, words: 'HTTP 204' })
  expect(lines).toEqual([
    '17:05:09 宝珠村 第3网格【路灯不亮】已受理：村口路灯坏了（E44188220261123000017，第 2 步）',
  ])
})

test('an event that comes again is accepted and not told twice', async () => {
  const body = JSON.stringify(eventOf())
  expect(await send(body)).toMatchObject({ accepted: true })
  expect(await send(body)).toMatchObject({ accepted: true })
  expect(lines).toHaveLength(1)
})

test('an event signed by somebody else, or long ago, is refused', async () => {
  const body = JSON.stringify(eventOf())
  const unsigned = { accepted: false, words: 'HTTP 401' }
  expect(await send(body, { secrets: [makeEndpointSecret()] })).toEqual(unsigned)
  expect(await send(body, { now: Date.now() - 3_600_000 })).toEqual(unsigned)
  expect(lines).toEqual([])
})

test('words in a report cannot write on the operator’s terminal', async () => {
  await send(JSON.stringify(eventOf({ text: '\u001b[2J第一行\n第二行' })))
  expect(lines[0]).toContain('：[2J第一行 第二行（')
})

test('a body that is too large is turned away', async () => {
  expect(await send('x'.repeat(300_000))).toMatchObject({ accepted: false })
  expect(lines).toEqual([])
})

test('a hub that takes too long has not received', async () => {
  expect(await send(JSON.stringify(eventOf()), { timeoutMs: 0 })).toEqual({
    accepted: false,
    words: '超时没有回应',
  })
})
