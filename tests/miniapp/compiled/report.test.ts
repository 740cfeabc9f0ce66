import {
  createPhoneMemory,
  createWeappHost,
  weappDist,
  type WeappHost,
} from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'

const FIRST_SET_DATA_MAX = 64 * 1024

async function start(
  api = createCompiledApi(),
  memory = { ...createPhoneMemory(), storage: signedInStorage() },
) {
  const host = createWeappHost(weappDist, {
    memory,
    network: api.network,
    phone: {
      photos: [
        {
          bytes: Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256),
          width: 1200,
          height: 900,
        },
      ],
    },
  })
  const page = await host.openFirstPage()
  return { api, host, page, memory }
}

function expectSound(host: WeappHost) {
  expect([...host.missingTemplates]).toEqual([])
  expect(host.errors).toEqual([])
}

async function reportStreetLamp(host: WeappHost) {
  await host.page.tap('#home-report')
  await host.until(() => host.page.route.includes('report') && host.page.find('#kind-0603'))
  await host.until(
    () => host.page.text().includes('宝珠村 第3网格') || host.page.text().includes('已定位'),
  )
  await host.page.tap('#kind-0603')
  await host.page.tap('#report-send')
}

test('three taps on the phone itself: photograph, kind, send; and the township has text and photo', async () => {
  const { api, host } = await start()
  await reportStreetLamp(host)
  await host.until(() => host.page.route.includes('sent'))
  await host.until(() =>
    [...api.township.files.values()].some(({ contents, bytes }) => contents.length === bytes),
  )
  expect(api.township.commands.size).toBe(1)
  expect(api.township.broken).toEqual([])
  expect(host.page.text('#sent-outcome')).toBe('已送到西江镇')
  expect(host.callsOf('getLocation')[0]?.options).toMatchObject({
    type: 'gcj02',
    isHighAccuracy: true,
  })
  expectSound(host)
  await host.close()
})

test('a report that was cut off in the middle of its photo goes on from there after the app was killed', async () => {
  const first = await start()
  first.api.world.cutAfterBytes = 270_000
  await reportStreetLamp(first.host)
  await first.host.until(
    () => first.api.names.filter((name) => name.startsWith('files/')).length >= 2,
  )
  first.host.kill()

  first.api.world.cutAfterBytes = Infinity
  const sentBefore = first.api.world.photoBytes
  const second = await start(first.api, first.memory)
  await second.host.until(
    () =>
      [...first.api.township.files.values()].every(
        ({ contents, bytes }) => contents.length === bytes,
      ),
    9000,
  )
  expect(first.api.township.commands.size).toBe(1)
  expect(first.api.township.broken).toEqual([])
  expect(first.api.world.photoBytes - sentBefore).toBeLessThan(300_000)
  expectSound(second.host)
  await second.host.close()
})

test('a report written without signal waits in the phone, survives a kill, and leaves when the signal is back', async () => {
  const { api, host, memory } = await start()
  await host.setNetwork('none')
  await reportStreetLamp(host)
  await host.until(() => host.page.route.includes('sent'))
  expect(host.page.text('#sent-outcome')).toBe('还在手机里，有信号就发')
  host.kill()
  expect(api.township.commands.size).toBe(0)

  const again = await start(api, memory)
  await again.host.until(() => api.township.commands.size === 1)
  expect(api.township.broken).toEqual([])
  await again.host.close()
})

test('a phone without room says so at once, and the report goes in words', async () => {
  const memory = { ...createPhoneMemory(), storage: signedInStorage(), fileBytesMax: 100_000 }
  const { api, host } = await start(createCompiledApi(), memory)
  await reportStreetLamp(host)
  expect(host.callsOf('showToast')[0]?.options.title).toContain('手机里给连心的地方满了')
  await host.until(() => host.page.route.includes('sent'))
  await host.until(() => api.township.commands.size === 1)
  expect([...api.township.commands.values()][0]).toContain('"fileIds":[]')
  expectSound(host)
  await host.close()
})

test('a half-filled report is offered on the first screen after the app was killed', async () => {
  const { host, memory, api } = await start()
  await host.page.tap('#home-report')
  await host.until(() => host.page.route.includes('report') && host.page.find('#kind-0601'))
  await host.page.tap('#kind-0601')
  await host.page.input('#report-text', '桥头塌了一块')
  host.kill()

  const again = await start(api, memory)
  await again.host.until(() => again.host.page.find('#draft-open-0'))
  expect(again.host.page.text()).toContain('道路破损')
  await again.host.page.tap('#draft-open-0')
  await again.host.until(() => again.host.page.route.includes('report'))
  expect(again.host.page.attributes('#report-text').value).toBe('桥头塌了一块')
  expectSound(again.host)
  await again.host.close()
})

test.each([
  'home',
  'matters',
  'me',
  'queue',
  'points',
  'begin',
  'news',
  'news?box=around',
  'act?matterId=m-1&action=handle',
  'emergency',
  'sign-in',
  'bind',
  'place',
  'grid',
  'figures',
  'visits',
  'matter?matterId=m-1',
  'report?draft=none',
])(
  'the page %s first sends little, speaks to a screen reader and misses no template',
  async (name) => {
    const { host } = await start()
    const [page = '', query = ''] = name.split('?')
    const opened = await host.open(`/pages/${page}/index${query ? `?${query}` : ''}`)
    await host.quiet()
    const bytes = host.setDataBytes[`pages/${page}/index`]
    expect(bytes?.first ?? 0).toBeLessThan(FIRST_SET_DATA_MAX)
    expect(bytes?.largest ?? 0).toBeLessThan(FIRST_SET_DATA_MAX)
    expect(
      opened.findAll('[aria-role=button]').every((node) => opened.attributes(node)['aria-label']),
    ).toBe(true)
    expectSound(host)
    await host.close()
  },
)

test('the report page first sends little although it knows seventy-two kinds', async () => {
  const { host } = await start()
  await host.page.tap('#home-report')
  await host.until(() => host.page.find('#kind-0603'))
  expect(host.setDataBytes['pages/report/index']?.first).toBeLessThan(FIRST_SET_DATA_MAX)
  expect(host.setDataBytes['pages/report/index']?.largest).toBeLessThan(FIRST_SET_DATA_MAX)
  expect(host.page.findAll('[aria-role=textbox]').length).toBeGreaterThan(0)
  await host.close()
})
