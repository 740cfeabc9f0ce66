import { randomBytes } from 'node:crypto'
import type { Problem } from '@contract/problems'
import type { MatterView } from '@contract/views'
import { noisyPicture, sha256Of } from '../cloud/files/pictures'
import { ask, insist, newId, readAnswer, send, sendRaw } from '../support/httpClient'
import { killAllServers, startServer } from '../support/serverProcess'
import { placeInBaozhu, testCounty } from '../support/testCounty'
import { openLiveStream, type LiveStream } from './liveStream'
import { homeUnderTest, makeEmptyHome, type Home } from './makeHome'
import { openWebhookReceiver, type WebhookReceiver } from './webhookReceiver'

/**
 * One report through all hands, over the wire only: a phone that loses its line, a console that listens, a hub outside
 * that is told and another that asks.
 */
const CHUNK_BYTES = 64 * 1024
const STEPS = [
  'report',
  'accept',
  'confirmReport',
  'dispatch',
  'claim',
  'handle',
  'inspectResult',
  'close',
]
const FORWARDED = [
  'reported',
  'accepted',
  'dispatched',
  'claimed',
  'handled',
  'inspected',
  'closed',
]

let home: Home
let url: string
let receiver: WebhookReceiver
let tokens: Record<'officer' | 'gridWorker' | 'resident' | 'hubOperator' | 'countyAdmin', string>
let pullSecret: string
let screen: LiveStream
const matterId = newId()

beforeAll(async () => {
  home = await makeEmptyHome(homeUnderTest)
  receiver = await openWebhookReceiver()
  url = await startServer({ ...home, env: { LIANXIN_PUBLIC_URL: 'https://lianzhou.example' } })
    .ready
  const users = ['officer', 'gridWorker', 'resident', 'hubOperator', 'countyAdmin'] as const
  const signed = users.map(async (user) => [
    user,
    (await ask(url, 'signIn', { method: 'demo', user })).token,
  ])
  tokens = Object.fromEntries(await Promise.all(signed)) as typeof tokens
  const endpoint = { name: '市平台', areaCode: testCounty.township }
  const toBeTold = { ...endpoint, endpointId: newId(), url: receiver.url }
  receiver.trust((await ask(url, 'registerEndpoint', toBeTold, tokens.countyAdmin)).secret)
  const asking = { ...endpoint, endpointId: newId(), url: null }
  pullSecret = (await ask(url, 'registerEndpoint', asking, tokens.countyAdmin)).secret
  screen = await openLiveStream(url, tokens.hubOperator)
})
afterAll(async () => {
  screen?.leave()
  killAllServers()
  await receiver.close()
  await home.discard()
})

type Photo = { readonly fileId: string; readonly bytes: Buffer; readonly sha256: string }

async function takePhoto(): Promise<Photo> {
  const bytes = await noisyPicture(700, 500)
  return { fileId: newId(), bytes, sha256: sha256Of(bytes) }
}

async function sendChunk(
  { fileId, bytes, sha256 }: Photo,
  offset: number,
  token: string,
): Promise<number> {
  const heading = `offset=${offset}&bytes=${bytes.length}&sha256=${sha256}`
  const answer = await sendRaw(
    `${url}/api/v1/files/${fileId}/chunks?${heading}`,
    bytes.subarray(offset, offset + CHUNK_BYTES),
    {
      token,
      headers: { 'content-type': 'application/octet-stream' },
    },
  )
  if (answer.status !== 200) throw new Error(answer.text)
  return (answer.body as { receivedBytes: number }).receivedBytes
}

/** The line breaks in the middle of a chunk; the phone asks how far it had come and goes on from there. */
async function sendPhoto(photo: Photo, token: string): Promise<void> {
  expect(photo.bytes.length).toBeGreaterThan(2 * CHUNK_BYTES)
  await sendChunk(photo, 0, token)
  await breakOffAt(photo, CHUNK_BYTES, token)
  let { receivedBytes } = await ask(url, 'getFile', { fileId: photo.fileId }, token)
  expect(receivedBytes).toBe(CHUNK_BYTES)
  while (receivedBytes < photo.bytes.length)
    receivedBytes = await sendChunk(photo, receivedBytes, token)
}

async function breakOffAt(
  { fileId, bytes, sha256 }: Photo,
  offset: number,
  token: string,
): Promise<void> {
  const heading = `offset=${offset}&bytes=${bytes.length}&sha256=${sha256}`
  const half = bytes.subarray(offset, offset + CHUNK_BYTES / 2)
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(half))
      controller.error(new Error('the tunnel'))
    },
  })
  const request = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { authorization: `Bearer ${token}` },
  } as const
  await expect(fetch(`${url}/api/v1/files/${fileId}/chunks?${heading}`, request)).rejects.toThrow()
}

async function act(who: keyof typeof tokens, action: string, input = {}): Promise<MatterView> {
  const step = { commandId: newId(), matterId, action, input }
  return (await insist(() => Promise.resolve(url), 'actOnMatter', step, tokens[who])).answer.matter
}

const seen = () => screen.changes.filter(({ matter }) => matter.matterId === matterId)
const photosReady = (count: number) => () =>
  seen().some(
    ({ matter }) => matter.photos.filter(({ state }) => state === 'ready').length === count,
  )

test('an officer reports with two photos over a line that breaks, and the hub sees both', async () => {
  const photos = [await takePhoto(), await takePhoto()]
  const report = {
    commandId: newId(),
    matterId,
    kind: '0501',
    text: '村口垃圾堆了好几天',
    place: placeInBaozhu,
    discoveredAt: new Date().toISOString(),
    fileIds: photos.map(({ fileId }) => fileId),
  }
  const { answer } = await insist(
    () => Promise.resolve(url),
    'reportMatter',
    report,
    tokens.officer,
  )
  expect(answer.matter.photos.map(({ state }) => state)).toEqual(['awaited', 'awaited'])
  for (const photo of photos) await sendPhoto(photo, tokens.officer)
  await screen.until(photosReady(2))
})

test('the photos are shown to the hub, and nothing of the matter to a stranger', async () => {
  const { matter } = await ask(url, 'getMatter', { matterId }, tokens.hubOperator)
  for (const { url: link = '', thumbnailUrl = '' } of matter.photos) {
    for (const address of [link, thumbnailUrl]) {
      const picture = await fetch(`${url}${address}`)
      expect(`${picture.status} ${picture.headers.get('content-type')}`).toBe('200 image/jpeg')
    }
    const forged = link.replace(/s=.{8}/, `s=${randomBytes(6).toString('base64url')}`)
    expect((await readAnswer(await fetch(`${url}${forged}`))).body).toMatchObject({
      code: 'file.link-expired',
    })
  }
  const asked = await send(url, 'getMatter', { matterId }, { token: tokens.resident })
  expect((asked.body as Problem).code).toBe('access.outside-jurisdiction')
})

test('from hand to hand it comes to its end, and every console sees each step', async () => {
  await act('hubOperator', 'accept')
  await act('hubOperator', 'confirmReport')
  await act('hubOperator', 'dispatch', { owner: { kind: 'area', areaCode: testCounty.village } })
  await act('gridWorker', 'claim')
  const proof = await takePhoto()
  await sendPhoto(proof, tokens.gridWorker)
  await act('gridWorker', 'handle', { result: '已清走', photos: [proof.fileId] })
  await act('hubOperator', 'inspectResult')
  const closed = await act('hubOperator', 'close', { result: '您反映的事已经办好，谢谢您' })
  expect(closed).toMatchObject({ status: 'closed', ended: true, confirmed: true })
  await screen.until(() => seen().some(({ action }) => action === 'close'))
  expect(seen().flatMap(({ action }) => (action === 'photo' ? [] : [action]))).toEqual(STEPS)
  const { history } = await ask(url, 'getMatter', { matterId }, tokens.officer)
  expect(history.flatMap(({ action }) => (action === 'photo' ? [] : [action]))).toEqual(STEPS)
})

test('the officer is paid once, though two steps confirmed the report', async () => {
  const { items } = await ask(url, 'listPostings', {}, tokens.officer)
  expect(items.filter((posting) => posting.matterId === matterId)).toMatchObject([{ points: 2 }])
  expect(await ask(url, 'getPoints', {}, tokens.officer)).toEqual({ balance: 2, earns: true })
  expect(await ask(url, 'getPoints', {}, tokens.gridWorker)).toMatchObject({ balance: 0 })
})

test('the hub that is told gets each forwarded step, signed and in order', async () => {
  const mine = () => receiver.firstDeliveries().filter(({ subject }) => subject === matterId)
  await receiver.until(() => mine().length >= FORWARDED.length)
  expect(mine().map(({ type }) => type)).toEqual(
    FORWARDED.map((event) => `cn.lianxin.matter.${event}.v1`),
  )
  const sequences = mine().map(({ sequence }) => String(sequence))
  expect(sequences).toEqual([...sequences].sort())
  expect(mine().at(-1)).toMatchObject({
    source: `https://lianzhou.example/counties/${testCounty.code}`,
    data: { matterId, status: 'closed', note: '您反映的事已经办好，谢谢您' },
  })
  expect(receiver.refused).toEqual([])
})

test('the hub that asks gets the same events, again until it has acknowledged them, and then no more', async () => {
  const pull = () => ask(url, 'pullEvents', {}, pullSecret)
  const first = await pull()
  const told = receiver.firstDeliveries().map((event) => event.id)
  expect(first.events.map(({ id }) => id)).toEqual(told)
  expect((await pull()).events).toEqual(first.events)
  await ask(url, 'acknowledgeEvents', { cursor: first.cursor }, pullSecret)
  expect((await pull()).events).toEqual([])
})
