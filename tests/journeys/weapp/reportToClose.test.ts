import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { photoRules } from '@domain/photo/photoRules'
import { drawPhoto } from '../../../config/screens/drawPhoto'
import { tokenOf } from '../../support/browser/sendReport'
import { ask, newId } from '../../support/httpClient'
import { linkWechat } from '../../support/pages/linkWechat'
import { weappPhone, type WeappPhone } from '../../support/pages/weappPhone'
import { startServer, type ServerProcess } from '../../support/serverProcess'
import { testCounty } from '../../support/testCounty'
import { startWechatServer, type WechatServer } from '../../support/wechatServer'

/** 暴露垃圾, worth two points once it is confirmed. */
const LITTER = '0501'
const openids = {
  [`io-${testCounty.village}-1`]: 'openid-of-the-officer',
  [`gw-${testCounty.grid}-1`]: 'openid-of-the-worker',
}

let dataDir: string
let wechat: WechatServer
let server: ServerProcess
let url: string
let hubToken: string
let officer: WeappPhone
let matterId: string
/** Pieces of photos that the mast lets through before it goes down. */
let piecesLeft = 1

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'lianxin-weapp-'))
  wechat = await startWechatServer()
  await start()
  await stop()
  await linkWechat(dataDir, openids)
  await start()
  hubToken = await tokenOf(url, 'hubOperator')
  officer = weappPhone(
    () => url,
    (address) => !address.endsWith('/chunks') || piecesLeft-- > 0,
  )
})

afterAll(async () => {
  if (server) await stop()
  await wechat?.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<void> {
  const env = {
    WECHAT_API_BASE: wechat.url,
    WECHAT_APP_ID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
  }
  server = startServer({ dataDir, env })
  url = await server.ready
}

async function stop(): Promise<void> {
  server.signal('SIGTERM')
  await server.exited
}

/** Of more than one piece each, so that a line can break in the middle. */
async function photoOf(variant: number) {
  return { bytes: await drawPhoto('litter', variant, 100), width: 1600, height: 1200 }
}

/** What the duty officer does at the console. */
async function act(action: string, input = {}): Promise<void> {
  await ask(url, 'actOnMatter', { commandId: newId(), matterId, action, input }, hubToken)
}

async function arrived() {
  const { items } = await ask(url, 'listMatters', {}, hubToken)
  return items
}

async function seenByHub() {
  return (await ask(url, 'getMatter', { matterId }, hubToken)).matter
}

/** Asked of the server again and again while the phone goes on by itself. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await officer.host().settle()
}

test('an officer signs in through WeChat and is known by name and village', async () => {
  await officer.start()
  await officer.signIn(wechat.mintCode('openid-of-the-officer'))
  const { page } = officer.host()
  expect(page.text()).toContain('宝珠村')
  expect(page.find('#home-report')).toBeDefined()
})

test('without signal a report with two photos waits in the phone and says so', async () => {
  const host = officer.host()
  await host.until(() =>
    host.requests.started.some(({ url: asked }) => asked.endsWith('listKinds')),
  )
  await host.quiet()
  await host.setNetwork('none')
  host.phone.photos = [await photoOf(1)]
  await host.page.tap('#home-report')
  await host.until(() => host.page.find(`#kind-${LITTER}`))
  host.phone.photos = [await photoOf(2)]
  await host.page.tap('#photo-album')
  await host.until(() => host.page.find('#photo-remove-2'))
  await host.page.tap(`#kind-${LITTER}`)
  await host.page.tap('#report-send')
  await host.until(() => host.page.route === 'pages/sent/index', 15_000)
  expect(host.page.text('#sent-outcome')).toBe('还在手机里，有信号就发')
})

test('a phone that died keeps the report, and it leaves by itself when there is signal', async () => {
  officer.kill()
  const host = await officer.start({ networkType: 'none' })
  expect(host.page.text('#queue-strip')).toBe('1 条还在手机里')
  expect(await arrived()).toEqual([])

  await host.setNetwork('4g')
  await until(async () => (await arrived()).length === 1)
  const [matter] = await arrived()
  matterId = matter?.matterId ?? ''
  expect(matter).toMatchObject({ status: 'reported', kind: { code: LITTER } })
})

test('photos that broke off go on from the byte where they broke off', async () => {
  const host = officer.host()
  await host.until(() => officer.pieces.some((piece) => !piece.arrived), 15_000)
  // What a phone never heard the answer of it may send again; here it has heard of every piece.
  await host.quiet()
  officer.kill()
  piecesLeft = Infinity
  await officer.start()
  await until(
    async () => (await seenByHub()).photos.filter(({ state }) => state === 'ready').length === 2,
  )

  const through = officer.pieces
    .filter((piece) => piece.arrived)
    .map(({ fileId, offset }) => `${fileId} ${offset}`)
  expect(new Set(through).size).toBe(through.length)
  expect(officer.pieces.some(({ offset }) => offset === photoRules.chunkBytes)).toBe(true)
  await officer.host().until(() => officer.host().page.text('#queue-strip') === '都送到了', 15_000)
  await officer.close()
})

test('the grid worker is sent for, claims it on the phone and shows that it is done', async () => {
  await act('accept')
  await act('dispatch', { owner: { kind: 'area', areaCode: testCounty.village } })
  const worker = weappPhone(
    () => url,
    () => true,
  )
  const host = await worker.start()
  await worker.signIn(wechat.mintCode('openid-of-the-worker'))
  await host.until(() => host.page.text().includes('待接手 1 件'), 15_000)
  await host.page.tap('#home-pool')
  await host.until(() => host.page.find('#claim-0'), 15_000)
  await host.page.tap('#claim-0')
  await host.until(() => host.page.find('#matter-0') && !host.page.find('#claim-0'), 15_000)
  await host.page.tap('#matter-0')
  await host.until(() => host.page.find('#action-handle'), 15_000)
  await host.page.tap('#action-handle')
  await host.until(() => host.page.find('#act-result'), 15_000)
  host.phone.photos = [{ bytes: await drawPhoto('cleared'), width: 1600, height: 1200 }]
  await host.page.input('#act-result', '叫了环卫车，已经清走')
  await host.page.tap('#photo-camera')
  await host.page.tap('#act-submit')
  await host.until(() => host.page.text().includes('办好了，镇里正在核查'), 15_000)
  await until(
    async () => (await seenByHub()).photos.filter(({ state }) => state === 'ready').length === 3,
  )
  expect((await seenByHub()).status).toBe('handled')
  await worker.close()
  expect(worker.faults()).toEqual([])
})

test('the officer is told how it ended, step by step, and has the points', async () => {
  await act('inspectResult')
  await act('close', { result: '已经清走，谢谢您' })
  const host = await officer.start()
  await host.until(() => host.page.text().includes('办结了'), 15_000)
  await host.until(() => host.page.text().includes('积分 2'), 15_000)
  await host.page.tap('#home-matter-0')
  await host.until(() => host.page.text().includes('已经清走，谢谢您'), 15_000)
  const words = host.page.text()
  for (const step of ['受理', '派遣', '我来办', '办好了', '核查通过', '结案'])
    expect(words).toContain(step)
  await host.open('/pages/points/index')
  await host.until(() => host.page.text().includes('+2'), 15_000)
  expect(host.page.text('#points-balance')).toBe('2')
  await officer.close()
})

test('a stranger who comes through WeChat is a resident and cannot see it', async () => {
  const stranger = weappPhone(
    () => url,
    () => true,
  )
  const host = await stranger.start()
  await stranger.signIn(wechat.mintCode('openid-of-a-stranger'))
  await host.open(`/pages/matter/index?matterId=${matterId}`)
  await host.until(() => host.page.text().includes('这件事不在您的辖区内'), 15_000)
  expect(host.page.text()).not.toContain('暴露垃圾')
  await stranger.close()
  expect(stranger.faults()).toEqual([])
})

test('no page missed a template, threw, or sent its view too much at once', () => {
  expect(officer.faults()).toEqual([])
})
