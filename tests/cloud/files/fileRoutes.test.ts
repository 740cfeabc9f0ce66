import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { refuse } from '@domain/shared/refusal'
import { problem } from '@contract/problems'
import { CHUNK_BYTES_MAX } from '@cloud/commands/receiveChunk'
import { fileRoutes, type FileRouteOptions } from '@cloud/files/fileRoutes'
import { signPhotoLink } from '@cloud/files/photoLinks'
import { photoStates } from '@cloud/store/fileStore'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import {
  cleanAll,
  fileWorld,
  gridWorkerLi,
  headingOf,
  newFileId,
  NOON,
  writeLi,
  type FileWorld,
} from './fileWorld'
import { memoryBlobs } from './memoryBlobs'
import { noisyPicture } from './pictures'
import { voiceOf } from './recordings'

let county: TestDatabase
let world: FileWorld
let server: FastifyInstance

beforeAll(async () => {
  county = await openTestDatabase()
  world = fileWorld(county.database, memoryBlobs())
  server = Fastify()
  await server.register(fileRoutes, routeOptions())
  await writeLi(county.database)
}, 60_000)
beforeEach(() => {
  world.clock.now = NOON
})
afterAll(async () => {
  await server.close()
  await county.close()
})

function routeOptions(): FileRouteOptions {
  return {
    context: world.context,
    authenticate: async ({ headers }) =>
      headers.authorization === 'Bearer li' ? gridWorkerLi : refuse('access.not-signed-in'),
    sendProblem: (reply, { refused, details }) => {
      const body = problem(refused, details)
      return reply.code(body.status).type('application/problem+json').send(body)
    },
  }
}

type Sending = { offset?: number; headers?: Record<string, string>; query?: string; body?: Buffer }

function post(fileId: string, bytes: Buffer, { offset = 0, headers, query, body }: Sending = {}) {
  const { sha256 } = headingOf(fileId as never, bytes)
  const told = `offset=${offset}&bytes=${bytes.length}&sha256=${sha256}`
  return server.inject({
    method: 'POST',
    url: `/api/v1/files/${fileId}/chunks?${query ?? told}`,
    headers: {
      'content-type': 'application/octet-stream',
      authorization: 'Bearer li',
      ...headers,
    },
    payload: body ?? bytes.subarray(offset),
  })
}

async function readyPhoto(): Promise<string> {
  const fileId = newFileId()
  await post(fileId, await noisyPicture(80, 60))
  await cleanAll(world.context)
  const states = await photoStates(county.database, world.context.countyId, [fileId])
  return states.get(fileId)?.photoKey ?? ''
}

function linkTo(key: string, sensitive = false): string {
  const { linkSecret, countyId, now } = world.context
  const { personId } = gridWorkerLi
  return signPhotoLink(linkSecret, { countyId, personId, key, sensitive, now: now() })
}

describe('sending over HTTP', () => {
  test('a phone sends a photo in two requests and is answered how far it is', async () => {
    const fileId = newFileId()
    const bytes = await noisyPicture(80, 60)
    const first = await post(fileId, bytes, { body: bytes.subarray(0, 1000) })
    expect(first.json()).toEqual({ fileId, receivedBytes: 1000, state: 'receiving' })
    const second = await post(fileId, bytes, { offset: 1000 })
    expect(second.json()).toEqual({ fileId, receivedBytes: bytes.length, state: 'received' })
    const early = await post(newFileId(), bytes, { offset: 1000 })
    expect(early.statusCode).toBe(409)
    expect(early.json()).toMatchObject({ code: 'file.wrong-offset', details: { receivedBytes: 0 } })
  })

  test('a stranger is turned away before their bytes are taken in', async () => {
    const answer = await post(newFileId(), Buffer.alloc(CHUNK_BYTES_MAX + 1), {
      headers: { authorization: 'Bearer nobody' },
    })
    expect(answer.json()).toMatchObject({ code: 'access.not-signed-in', status: 401 })
  })

  test('a piece of more than a megabyte, or that is not bytes, is refused in words', async () => {
    const large = await post(newFileId(), Buffer.alloc(CHUNK_BYTES_MAX + 1))
    expect(large.json()).toMatchObject({ code: 'request.too-large', status: 413 })
    const json = { headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') }
    const wrong = await post(newFileId(), Buffer.from('{}'), json)
    expect(wrong.json()).toMatchObject({ code: 'request.wrong-media-type', status: 415 })
  })

  test('a request that does not say which piece it is gets told so', async () => {
    const sha256 = 'ab'.repeat(32)
    const bytes = Buffer.from('x')
    for (const query of ['', `offset=-1&bytes=1&sha256=${sha256}`, 'offset=0&bytes=1&sha256=zz']) {
      expect((await post(newFileId(), bytes, { query })).json()).toMatchObject({
        code: 'request.invalid',
      })
    }
    expect((await post('..%2f..%2fetc', bytes)).json()).toMatchObject({ code: 'request.invalid' })
  })
})

describe('looking at a photo over HTTP', () => {
  test('a signed link shows the photo and lets the phone keep it for as long', async () => {
    const link = linkTo(await readyPhoto())
    const answer = await server.inject(link)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    })
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    const etag = String(answer.headers.etag)
    const again = await server.inject({ url: link, headers: { 'if-none-match': etag } })
    expect(again.statusCode).toBe(304)
    expect(again.rawPayload).toHaveLength(0)
  })

  test('a link that is old, bent or made up shows nothing', async () => {
    const link = linkTo(await readyPhoto())
    const other = `/api/v1/photos/${'ab'.repeat(32)}.jpg`
    const refused = { code: 'file.link-expired', status: 403 }
    for (const url of [link.replace('&s=', '&s=x'), link.split('?')[0] ?? '', other])
      expect((await server.inject(url)).json()).toMatchObject(refused)
    world.clock.now += 2 * HOUR_MS
    expect((await server.inject(link)).json()).toMatchObject(refused)
  })

  test('a link to something that is not a photo is refused even when it is signed', async () => {
    const answer = await server.inject(linkTo('photos/elsewhere'))
    expect(answer.json()).toMatchObject({ code: 'file.not-found', status: 404 })
  })

  test('a photo of a sensitive matter is kept on no device', async () => {
    const link = linkTo(await readyPhoto(), true)
    const answer = await server.inject(link)
    expect(answer.headers['cache-control']).toBe('private, no-store')
    world.clock.now += 10 * MINUTE_MS
    expect((await server.inject(link)).statusCode).toBe(403)
  })

  test('whoever has lost their account sees nothing more after twenty seconds', async () => {
    const link = linkTo(await readyPhoto())
    expect((await server.inject(link)).statusCode).toBe(200)
    await writeLi(county.database, true)
    world.clock.now += 20_000
    expect((await server.inject(link)).json()).toMatchObject({ code: 'file.link-expired' })
    await writeLi(county.database)
    world.clock.now += 20_000
    expect((await server.inject(link)).statusCode).toBe(200)
  })

  test('whoever loads too many photos is told so as a problem, and when to come again', async () => {
    const narrow = Fastify()
    const errorResponseBuilder = () => refuse('request.too-many')
    await narrow.register(rateLimit, { max: 1, timeWindow: 60_000, errorResponseBuilder })
    await narrow.register(fileRoutes, routeOptions())
    const link = linkTo(await readyPhoto())
    expect((await narrow.inject(link)).statusCode).toBe(200)
    const answer = await narrow.inject(link)
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['content-type']).toMatch('application/problem+json')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.json()).toMatchObject({ code: 'request.too-many', retry: 'later' })
    await narrow.close()
  })
})

test('a voice is handed out in the parts a player asks for', async () => {
  const fileId = newFileId()
  const { file, sound } = voiceOf()
  await post(fileId, file)
  await cleanAll(world.context)
  const row = (await photoStates(county.database, world.context.countyId, [fileId])).get(fileId)
  const url = signPhotoLink('a secret of this test only', {
    countyId: world.context.countyId,
    personId: gridWorkerLi.personId,
    key: row?.photoKey ?? '',
    sensitive: false,
    now: NOON,
  })
  const part = (range?: string) =>
    server.inject({ url, headers: range === undefined ? {} : { range } })
  const whole = await part()
  expect(whole.headers).toMatchObject({ 'content-type': 'audio/mpeg', 'accept-ranges': 'bytes' })
  expect(whole.rawPayload).toEqual(sound)
  const first = await part('bytes=0-1')
  expect(first.statusCode).toBe(206)
  expect(first.headers['content-range']).toBe(`bytes 0-1/${sound.length}`)
  expect(first.rawPayload).toEqual(sound.subarray(0, 2))
  expect((await part('bytes=8000-')).rawPayload).toEqual(sound.subarray(8000))
  expect((await part(`bytes=${sound.length}-`)).statusCode).toBe(416)
  expect((await part('bytes=-5')).rawPayload).toEqual(sound)
})
