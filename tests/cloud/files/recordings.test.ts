import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Context } from '@cloud/context'
import { findFormat } from '@cloud/files/fileFormat'
import { withoutNotes } from '@cloud/files/mp4'
import { photoStates } from '@cloud/store/fileStore'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { cleanAll, fileWorld, newFileId, photoOf, sendPiece } from './fileWorld'
import { memoryBlobs } from './memoryBlobs'
import { plainPicture } from './pictures'
import { box, filmOf, voiceOf, WHERE } from './recordings'

type Answer = { readonly status: number; readonly body: string }

let county: TestDatabase
let context: Context
let speech: Server
let asked: { type: string | undefined; key: string | undefined; body: Buffer }[]
let answers: Answer

beforeAll(async () => {
  county = await openTestDatabase()
  speech = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { 'content-type': type, authorization: key } = request.headers
      asked.push({ type, key, body: Buffer.concat(chunks) })
      response.writeHead(answers.status).end(answers.body)
    })
  })
  await new Promise<void>((done) => speech.listen(0, '127.0.0.1', done))
}, 60_000)
beforeEach(() => {
  asked = []
  answers = { status: 200, body: JSON.stringify({ text: ' 村口的桥塌了一角 ' }) }
  const { port } = speech.address() as AddressInfo
  const { context: plain } = fileWorld(county.database, memoryBlobs())
  const settings = { speech: { url: `http://127.0.0.1:${port}/hear`, key: 'county-key' } }
  context = { ...plain, settings } as Context
})
afterEach(() => county.database.query('delete from files'))
afterAll(async () => {
  speech.closeAllConnections()
  await new Promise((done) => speech.close(done))
  await county.close()
})

async function send(file: Buffer) {
  const fileId = newFileId()
  await sendPiece(context, fileId, file)
  await cleanAll(context)
  const row = (await photoStates(county.database, context.countyId, [fileId])).get(fileId)
  return { ...(await photoOf(context, fileId)), row }
}

test('a voice is kept without its tags, and put into words by the service of the county', async () => {
  const { file, sound } = voiceOf()
  const { state, photo, thumbnail, row } = await send(file)
  expect(state).toBe('ready')
  expect(photo).toEqual(sound)
  expect(thumbnail).toBeUndefined()
  expect(row?.photoKey).toMatch(/^photos\/[0-9a-f]{64}\.mp3$/)
  expect(row?.transcript).toBe('村口的桥塌了一角')
  expect(asked).toEqual([{ type: 'audio/mpeg', key: 'Bearer county-key', body: sound }])
})

test.each<[string, Answer]>([
  ['is broken', { status: 500, body: 'no' }],
  ['answers no JSON', { status: 200, body: '<html>' }],
  ['answers something else', { status: 200, body: '{"words":"桥"}' }],
  ['answers without end', { status: 200, body: JSON.stringify({ text: '桥'.repeat(70_000) }) }],
])('a voice is there to be listened to although the service %s', async (_how, answer) => {
  answers = answer
  const { state, photo, row } = await send(voiceOf().file)
  expect(state).toBe('ready')
  expect(photo).toEqual(voiceOf().sound)
  expect(row?.transcript).toBeNull()
})

test('nobody is asked where the county has no such service', async () => {
  context = { ...context, settings: { ...context.settings, speech: null } }
  expect(await send(voiceOf().file)).toMatchObject({ state: 'ready', row: { transcript: null } })
  expect(asked).toEqual([])
})

test('a film keeps its pictures where they were, and loses place, device and notes', async () => {
  const film = filmOf()
  const { state, photo, row } = await send(film)
  expect(state).toBe('ready')
  expect(row?.photoKey).toMatch(/\.mp4$/)
  const kept = Buffer.from(photo as Uint8Array)
  expect(kept.length).toBe(film.length)
  expect(kept.indexOf('the pictures')).toBe(film.indexOf('the pictures'))
  for (const secret of [WHERE, 'Secret-Phone', 'xmpmeta', 'udta'])
    expect(kept.includes(secret)).toBe(false)
  expect(asked).toEqual([])
})

test.each<[string, Buffer]>([
  ['cut off in the middle', filmOf().subarray(0, 200)],
  ['of boxes without a movie', Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0'))])],
  [
    'with a box that reaches past its end',
    Buffer.concat([filmOf(), Buffer.from('\0\0\xff\xffmdat')]),
  ],
  ['whose brand nobody films in', filmOf('heic')],
  ['of tags and nothing behind them', voiceOf().file.subarray(0, 30)],
  ['of AAC, which not every phone plays', Buffer.from([0xff, 0xf1, 0x50, 0x80, 0, 0])],
])('what is %s is refused', async (_what, file) => {
  expect(await findFormat(file)).toBeUndefined()
  expect((await send(file)).state).toBe('refused')
})

test('boxes nested without end are refused and not followed', () => {
  let movie = box('mvhd', Buffer.alloc(4))
  for (let depth = 0; depth < 2_000; depth++) movie = box('moov', movie)
  expect(withoutNotes(Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0')), movie]))).toBe(
    undefined,
  )
})

test('each is known by its bytes', async () => {
  expect(await findFormat(voiceOf().file)).toBe('mp3')
  expect(await findFormat(voiceOf().sound)).toBe('mp3')
  expect(await findFormat(filmOf('M4A '))).toBe('m4a')
  expect(await findFormat(filmOf('qt  '))).toBe('mp4')
  expect(await findFormat(await plainPicture().avif().toBuffer())).toBe('jpg')
  expect(await findFormat(await plainPicture().jpeg().toBuffer())).toBe('jpg')
})
