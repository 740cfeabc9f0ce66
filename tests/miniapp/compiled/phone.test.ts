import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createPhoneMemory, createWeappHost, type WeappHost } from '../../support/weappHost'

/** The smallest mini-program that shows a page, opens another and lets a test reach its `wx`. */
const sample = {
  'app.json': '{"pages":["pages/notes/index","pages/detail/index"]}',
  'app.js': 'App({ wx: wx, globals: [typeof window, typeof fetch, typeof TextEncoder] })',
  'pages/notes/index.json': '{}',
  'pages/notes/index.wxml': '<view id="words">{{words}}</view><button bindtap="go">看</button>',
  'pages/notes/index.js': `Page({
    data: { words: '' },
    onLoad() { this.setData({ words: '连心' }) },
    go() { wx.navigateTo({ url: '/pages/detail/index?id=7' }) },
  })`,
  'pages/detail/index.json': '{}',
  'pages/detail/index.wxml': '<text id="id">{{id}}</text>',
  'pages/detail/index.js': 'Page({ onLoad({ id }) { this.setData({ id }) } })',
}

type Wx = Record<string, (...values: unknown[]) => Promise<Record<string, unknown>>>
type Files = Record<string, (...values: unknown[]) => unknown>

const dist = mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
let server: http.Server
let address: string
let asked: { url: string | undefined; body: Buffer }[]
let hosts: WeappHost[]

beforeAll(async () => {
  for (const [file, text] of Object.entries(sample)) {
    mkdirSync(path.join(dist, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(dist, file), text)
  }
  server = http.createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  asked = []
  hosts = []
})

afterEach(() => Promise.all(hosts.map((host) => host.close())))

afterAll(async () => {
  rmSync(dist, { recursive: true })
  await new Promise((resolve) => server.close(resolve))
})

/** Sends back what it got, with the status that the path names. */
function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    asked.push({ url: request.url, body })
    response.statusCode = Number(/\/status\/(\d+)/.exec(request.url ?? '')?.[1] ?? 200)
    setTimeout(() => response.end(body), 20)
  })
}

function start(options: Parameters<typeof createWeappHost>[1] = {}) {
  const host = createWeappHost(dist, { server: address, ...options })
  hosts.push(host)
  const wx = host.app.wx as Wx
  const files = (wx.getFileSystemManager as unknown as () => Files)()
  return { host, wx, files }
}

const call = (api: Wx, name: string, options: object = {}) => (api[name] as Wx[string])(options)

const run = (api: Files, name: string, ...values: unknown[]) =>
  (api[name] as Files[string])(...values)

test('a tap opens the next page, and going back shows the first one again', async () => {
  const { host } = start()
  const first = await host.openFirstPage()
  await first.tap('=看')
  expect(host.page.text('#id')).toBe('7')
  await host.back()
  expect(host.page).toBe(first)
})

test('a page that no app.json names cannot be opened', async () => {
  const { host, wx } = start()
  await host.openFirstPage()
  await expect(call(wx, 'navigateTo', { url: '/pages/none' })).rejects.toMatchObject({
    errMsg: expect.stringMatching(/^navigateTo:fail/) as string,
  })
})

test('the code of a mini-program sees no browser and no Node', () => {
  const { host } = start()
  expect(host.app.globals).toEqual(['undefined', 'undefined', 'undefined'])
})

test('the bytes that each page sends to its view are counted', async () => {
  const { host } = start()
  await host.openFirstPage()
  expect(host.setDataBytes['pages/notes/index']).toEqual({
    first: Buffer.byteLength('{"words":"连心"}'),
    largest: 18,
    total: 18,
    count: 1,
  })
})

test('after the app was killed, the same phone still has its drafts and its photos', async () => {
  const memory = createPhoneMemory()
  const before = start({ memory })
  run(before.wx, 'setStorageSync', 'draft', { words: '路灯不亮' })
  const [photo] = (await call(before.wx, 'chooseMedia')).tempFiles as { tempFilePath: string }[]
  run(before.files, 'mkdirSync', 'wxfile://usr/photos')
  run(before.files, 'copyFileSync', photo?.tempFilePath, 'wxfile://usr/photos/1.jpg')
  before.host.kill()

  const after = start({ memory })
  expect(run(after.wx as unknown as Files, 'getStorageSync', 'draft')).toEqual({
    words: '路灯不亮',
  })
  expect(run(after.files, 'readdirSync', 'wxfile://usr/photos')).toEqual(['1.jpg'])
  const bytes = run(after.files, 'readFileSync', 'wxfile://usr/photos/1.jpg') as ArrayBuffer
  expect(bytes).toBeInstanceOf(ArrayBuffer)
  expect([...new Uint8Array(bytes)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(() => run(after.files, 'accessSync', photo?.tempFilePath)).toThrow('no such file')
})

test('a killed app takes no further step', async () => {
  const { host, wx } = start()
  const answered = jest.fn()
  void call(wx, 'request', { url: 'http://api/slow', complete: answered })
  host.kill()
  run(wx, 'setStorageSync', 'late', 1)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(answered).not.toHaveBeenCalled()
  expect(host.memory.storage.size).toBe(0)
})

test('a phone without room refuses another photo', () => {
  const { host, files } = start()
  host.memory.fileBytesMax = 10
  const write = () => run(files, 'writeFileSync', 'wxfile://usr/a', new ArrayBuffer(11))
  expect(write).toThrow('limit is exceeded')
})

function request(wx: Wx, options: object) {
  return new Promise<Record<string, unknown>>((success, fail) => {
    void call(wx, 'request', { ...options, success, fail })
  })
}

test('bytes travel to a real server and back', async () => {
  const { wx } = start()
  const data = Uint8Array.from([0, 255, 7]).buffer
  const sent = { url: 'http://compiled-in/echo', method: 'POST', data, responseType: 'arraybuffer' }
  const result = await request(wx, sent)
  expect([...new Uint8Array(result.data as ArrayBuffer)]).toEqual([0, 255, 7])
  // A request of the app that was killed before may still be on its way.
  expect(asked.map(({ url }) => url)).toContain('/echo')
})

test('whatever status the server answers, the request itself succeeded', async () => {
  const { wx } = start()
  const sent = { url: 'http://api/status/409', method: 'POST', data: { a: '连' } }
  await expect(request(wx, sent)).resolves.toMatchObject({ statusCode: 409, data: { a: '连' } })
})

test('ten requests run at once and the others wait for their turn', async () => {
  const { host, wx } = start()
  for (let i = 0; i < 13; i++) void request(wx, { url: `http://api/${i}` })
  await host.quiet()
  expect(host.requests).toMatchObject({ inFlightMost: 10, waitingMost: 3, inFlight: 0 })
  expect(asked).toHaveLength(13)
})

test('without a network a request fails, and the app hears when the network returns', async () => {
  const { host, wx } = start()
  const heard = jest.fn()
  run(wx, 'onNetworkStatusChange', heard)
  await host.setNetwork('none')
  await expect(request(wx, { url: 'http://api/' })).rejects.toMatchObject({
    errMsg: 'request:fail',
  })
  await host.setNetwork('4g')
  expect(heard).toHaveBeenLastCalledWith({ isConnected: true, networkType: '4g' })
  expect(asked).toHaveLength(0)
})

test('a lost answer looks like a failure, although the server has acted', async () => {
  const { host, wx } = start()
  host.phone.answersLost = true
  await expect(request(wx, { url: 'http://api/' })).rejects.toMatchObject({
    errMsg: 'request:fail',
  })
  expect(asked).toHaveLength(1)
})
