import { photoRules } from '@domain/photo/photoRules'
import { problem } from '@contract/problems'
import { queueRules } from '@miniapp/queue/queueRules'
import { roomRules } from '@miniapp/queue/roomRules'
import { zh as words } from '@miniapp/words/zh'
import {
  createPhoneMemory,
  createWeappHost,
  weappDist,
  type Network,
  type Phone,
  type PhoneMemory,
  type WeappHost,
} from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'

const MEGABYTE = 1024 * 1024
const jpg = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7) % 256)
const html = { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<html>') }

const offline: Network = () => Promise.reject(new Error('offline'))

type World = Awaited<ReturnType<typeof open>>

async function open(
  phone: Partial<Phone> = {},
  storage: Readonly<Record<string, unknown>> = {},
  line: { answers?: Network; cut?: RegExp } = {},
) {
  const api = createCompiledApi()
  const memory: PhoneMemory = { ...createPhoneMemory(), storage: signedInStorage() }
  for (const [key, data] of Object.entries(storage))
    memory.storage.set(key, JSON.stringify({ data }))
  const network: Network = (request) =>
    line.cut?.test(request.url) ? offline(request) : (line.answers ?? api.network)(request)
  const host = createWeappHost(weappDist, { memory, network, phone })
  await host.openFirstPage()
  return { api, memory, line, host }
}

/** A report of words and whatever photos the album gives. */
async function write({ host }: World, albumPhotos = true): Promise<void> {
  await host.page.tap('#home-write')
  await host.until(() => host.page.route.includes('report') && host.page.find('#kind-0603'))
  await host.until(
    () => host.page.text().includes('宝珠村 第3网格') || host.page.text().includes('已定位'),
  )
  await host.page.tap('#kind-0603')
  if (albumPhotos) await host.page.tap('#photo-album')
}

const toastOf = (host: WeappHost) => host.callsOf('showToast').at(-1)?.options.title

async function send({ host }: World): Promise<void> {
  await host.page.tap('#report-send')
  await host.until(() => host.page.route.includes('sent'))
}

async function expectOneReport({ api, host }: World, photos: number): Promise<void> {
  await host.until(() => api.township.commands.size === 1)
  const [command = ''] = api.township.commands.values()
  const { fileIds } = (JSON.parse(command) as { body: { fileIds: string[] } }).body
  expect(fileIds).toHaveLength(photos)
  await host.until(() => fileIds.every((id) => api.township.files.get(id)?.contents.length))
  expect(api.township.broken).toEqual([])
  expect(host.errors).toEqual([])
  await host.close()
}

const { photoUnfit } = words.report

test.each([
  ['a photo of 30 MB', new Uint8Array(30 * MEGABYTE), photoUnfit.tooLarge],
  ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), photoUnfit.heic],
  ['a file of no bytes', new Uint8Array(0), photoUnfit.empty],
])('%s from the album is named, and the report goes with the others', async (_, bytes, said) => {
  const world = await open({ photos: [{ bytes: Uint8Array.from(bytes) }, { bytes: jpg }] })
  const { host, memory } = world
  await write(world)
  await host.until(() => toastOf(host) === said)
  await host.until(() => host.page.find('#photo-remove-1') && !host.page.find('#photo-remove-2'))
  expect([...memory.files.values()].filter((file) => file.bytes.length !== jpg.length)).toEqual([])
  await send(world)
  await expectOneReport(world, 1)
})

test('a film of ten minutes is refused before it takes any room', async () => {
  const film = { bytes: new Uint8Array(photoRules.photoBytesMax + 1), ms: 10 * 60_000 }
  const world = await open({ film })
  const { host, memory } = world
  await write(world, false)
  await host.page.tap('#photo-film')
  await host.until(() => toastOf(host) === words.voice.filmTooLarge)
  expect(memory.files.size).toBe(0)
  await send(world)
  await expectOneReport(world, 0)
})

test('a photo deleted behind the app’s back is missed with a sentence; the text has arrived', async () => {
  const world = await open({ photos: [{ bytes: jpg }] })
  const { api, host, memory } = world
  await write(world)
  await host.until(() => host.page.find('#photo-remove-1'))
  await host.quiet()
  world.line.answers = offline
  await send(world)
  memory.files.clear()
  delete world.line.answers
  const page = await host.open('/pages/queue/index')
  await page.tap('#queue-send-now')
  await host.until(() => host.page.text().includes(words.queue.photosLost(1)))
  expect(api.township.commands.size).toBe(1)
  await page.tap('#queue-seen-0')
  await host.until(() => host.page.text().includes(words.queue.empty))
  expect(host.errors).toEqual([])
  await host.close()
})

test('a server that answers with pages of its own is believed in nothing, and the report waits', async () => {
  const world = await open({ photos: [{ bytes: jpg }] })
  world.line.answers = async () => html
  await write(world)
  await send(world)
  expect(world.host.page.text('#sent-outcome')).toBe(words.queue.state.waiting)
  delete world.line.answers
  const page = await world.host.open('/pages/queue/index')
  await page.tap('#queue-send-now')
  await expectOneReport(world, 1)
})

test('a token of another county ends the session, and the report goes after signing in again', async () => {
  const world = await open({ photos: [{ bytes: jpg }] })
  const { api, host } = world
  await write(world)
  const ended = problem('access.session-ended')
  world.line.answers = async (request) =>
    request.url.endsWith('/signIn')
      ? api.network(request)
      : { status: ended.status, headers: {}, body: Buffer.from(JSON.stringify(ended)) }
  await host.page.tap('#report-send')
  await host.until(() => host.page.find('#sign-in-wechat'))
  expect(host.page.text()).toContain('没送出的内容都在手机里，登录后接着送')
  delete world.line.answers
  await host.page.tap('#sign-in-wechat')
  await expectOneReport(world, 1)
})

const itemOf = (n: number, change: object = {}) => ({
  schemaVersion: 1,
  itemId: `01890000-0000-7000-8000-00000000${String(n).padStart(4, '0')}`,
  order: n,
  operation: 'reportMatter',
  matterId: `matter-${n}`,
  body: { commandId: `c${n}`, matterId: `matter-${n}`, fileIds: [] },
  photos: [],
  step: 'command',
  asked: false,
  attempts: 0,
  notBefore: 0,
  createdAt: Date.now(),
  label: { title: `路灯 ${n}` },
  ...change,
})

test('a phone with two thousand waiting opens them, takes in nothing more, and keeps what is written', async () => {
  const items = Array.from({ length: 2_000 }, (_, n) => itemOf(n + 1))
  const storage = Object.fromEntries(items.map((item) => [`queue/${item.itemId}`, item]))
  const world = await open({}, storage, { cut: /reportMatter/ })
  const { host, memory } = world
  expect(items.length).toBeGreaterThan(queueRules.itemsMax)
  await write(world, false)
  await host.page.tap('#report-send')
  await host.until(() => toastOf(host) === words.queue.full)
  expect([...memory.storage.keys()].filter((key) => key.startsWith('draft/'))).toHaveLength(1)
  const page = await host.open('/pages/queue/index')
  await host.quiet()
  expect(page.find('#queue-item-0')).toBeDefined()
  expect(page.find('#queue-item-100')).toBeUndefined()
  expect(host.setDataBytes['pages/queue/index']?.largest).toBeLessThan(64 * 1024)
  expect([...memory.storage.keys()].filter((key) => key.startsWith('queue/'))).toHaveLength(2_000)
  expect(host.errors).toEqual([])
  await host.close()
})

test('what a newer version wrote is shown and can be taken along, and the next report goes', async () => {
  const newer = { schemaVersion: 99, text: '新版写的' }
  const world = await open({}, { 'queue/later': newer, 'draft/report-later': newer })
  const { host, memory } = world
  expect(host.page.text('#home-drafts')).toBe(words.drafts.all(1))
  await write(world, false)
  await send(world)
  const page = await host.open('/pages/queue/index')
  expect(page.text().split(words.queue.unreadable)).toHaveLength(2)
  const drafts = await host.open('/pages/drafts/index')
  expect(drafts.text()).toContain(words.drafts.unreadable)
  expect(memory.storage.has('queue/later') && memory.storage.has('draft/report-later')).toBe(true)
  await expectOneReport(world, 0)
})

test('a phone whose photos take their share says so, and words still go', async () => {
  const world = await open({ photos: [{ bytes: jpg }] })
  world.memory.folders.add('wxfile://usr/queue')
  const waiting = '01890000-0000-7000-8000-000000000001'
  const bytes = new Uint8Array(roomRules.filesBytesMax)
  world.memory.files.set(`wxfile://usr/queue/${waiting}.jpg`, { bytes, modifiedAtMs: 0 })
  world.memory.storage.set('draft/report-x', JSON.stringify({ data: { photos: [waiting] } }))
  const { host } = world
  await host.hide()
  await host.show()
  await host.until(() => host.page.text().includes(words.room.filesFull))
  await write(world)
  expect(toastOf(host)).toBe(words.report.photoNotKept)
  expect(host.callsOf('chooseMedia')).toEqual([])
  await send(world)
  expect(world.memory.files.has(`wxfile://usr/queue/${waiting}.jpg`)).toBe(true)
  await expectOneReport(world, 0)
})
