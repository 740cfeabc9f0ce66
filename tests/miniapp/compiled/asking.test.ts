import { createPhoneMemory, createWeappHost, weappDist } from '../../support/weappHost'
import type { Phone } from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'
import { ownGrid } from '../support/township'

const TEMPLATES = ['progress', 'closed']

function start(phone: Partial<Phone> = {}, templates: readonly string[] = []) {
  const api = createCompiledApi()
  api.queries.describeServer = {
    ...(api.queries.describeServer as object),
    ...(templates.length > 0 ? { messageTemplates: templates } : {}),
  }
  const memory = { ...createPhoneMemory(), storage: signedInStorage() }
  const host = createWeappHost(weappDist, { memory, network: api.network, phone })
  return { api, host, memory }
}

type Started = ReturnType<typeof start>

async function writeReport({ host }: Started) {
  await host.page.tap('#home-write')
  await host.until(() => host.page.route.includes('report') && host.page.find('#kind-0603'))
  await host.until(() => host.page.text().includes('宝珠村 第3网格'))
  await host.page.tap('#kind-0603')
}

async function sendReport(started: Started) {
  await writeReport(started)
  await started.host.page.tap('#report-send')
  await started.host.until(() => started.host.page.route.includes('sent'))
}

const sentReports = ({ api }: Started) => api.township.commands.size

async function end({ host }: Started) {
  expect(host.errors).toEqual([])
  await host.close()
}

describe('before anything of a person is used', () => {
  const needed = () => ({ privacy: { agreed: false, undeclared: [] as string[] } })

  test('they are asked once, by the button WeChat knows, and everything that waited goes on', async () => {
    const started = start(needed())
    const { host } = started
    await host.openFirstPage()
    await host.page.tap('#home-report')
    await host.until(() => host.page.find('#consent-agree'))
    expect(host.page.attributes('#consent-agree')).toMatchObject({
      'open-type': 'agreePrivacyAuthorization',
    })
    await host.page.fire('#consent-agree', 'agreeprivacyauthorization')
    await host.until(() => host.page.route.includes('report'))
    await host.until(() => host.page.text().includes('宝珠村 第3网格'))
    expect(host.phone.privacy.agreed).toBe(true)
    expect(host.page.find('#photo-remove-1')).toBeDefined()
    expect(host.page.find('#consent-agree')).toBeUndefined()
    await end(started)
  })

  test('whoever says no is not asked again at once, and reports from their own grid or one chosen by hand', async () => {
    const started = start(needed())
    const { host } = started
    await host.openFirstPage()
    await host.page.tap('#home-write')
    await host.until(() => host.page.find('#consent-refuse'))
    await host.page.tap('#consent-refuse')
    await host.until(() => host.page.find('#report-place'))
    expect(host.page.find('#consent-agree')).toBeUndefined()
    await host.page.tap('#photo-camera')
    await host.quiet()
    expect(host.page.find('#consent-agree')).toBeUndefined()
    await sendFromOwnGrid(started)
    await end(started)
  })

  test('a place that the account never declared as used does not stop a report', async () => {
    const started = start({ privacy: { agreed: true, undeclared: ['getLocation'] } })
    const { host } = started
    await host.openFirstPage()
    await host.page.tap('#home-write')
    await host.until(() => host.page.find('#report-place'))
    await sendFromOwnGrid(started)
    await end(started)
  })

  test('the place is asked for only when a report needs it, and a no in WeChat itself stops nothing', async () => {
    const started = start({ permissions: { 'scope.userLocation': false } })
    const { host } = started
    await host.openFirstPage()
    expect(host.callsOf('getLocation')).toHaveLength(0)
    await host.page.tap('#home-write')
    await host.until(() => host.page.find('#report-place'))
    expect(host.page.find('#report-permissions')).toBeUndefined()
    await sendFromOwnGrid(started)
    await end(started)
  })

  test('after that no a pin says where it is, by buttons that a screen reader names', async () => {
    const started = start({ permissions: { 'scope.userLocation': false } })
    const { host } = started
    started.api.queries.listGrids = {
      datum: 'gcj02',
      items: [{ ...ownGrid, geometry: [[square]] }],
    }
    await host.openFirstPage()
    await host.page.tap('#home-write')
    await host.until(() => host.page.find('#report-pin'))
    await host.page.tap('#report-pin')
    await host.until(() => host.page.find('#pin-map'))
    expect(host.page.attributes('#pin-map')).toMatchObject({ 'aria-role': 'img' })
    expect(host.page.attributes('#pin-north')).toMatchObject({ 'aria-label': '往北挪 20 米' })
    // What shows the streets needs the permission as well, so the drawn map stays.
    await host.page.tap('#pin-streets')
    await host.until(() => host.callsOf('chooseLocation').length === 1)
    await host.page.tap('#pin-north')
    await host.page.tap('#pin-take')
    await host.until(() => host.page.text().includes('自己点的位置'))
    expect(await sentPlace(started)).toEqual({
      longitude: expect.closeTo(112.41, 5),
      latitude: expect.closeTo(24.71018, 5),
      datum: 'gcj02',
      byHand: true,
    })
    await end(started)
  })

  test('whoever may be found can also point at it on the map with streets', async () => {
    const started = start()
    const { host } = started
    await host.openFirstPage()
    await writeReport(started)
    await host.page.tap('#report-change-place')
    await host.until(() => host.page.find('#place-pin'))
    await host.page.tap('#place-pin')
    await host.until(() => host.page.find('#pin-streets'))
    await host.page.tap('#pin-streets')
    await host.until(() => host.page.route.includes('report'))
    expect(await sentPlace(started)).toMatchObject({ datum: 'gcj02', byHand: true })
    await end(started)
  })
})

const square = [
  [112.4, 24.7],
  [112.42, 24.7],
  [112.42, 24.72],
  [112.4, 24.72],
]

async function sentPlace(started: Started): Promise<unknown> {
  const { api, host } = started
  if (host.page.find('#kind-0603')) await host.page.tap('#kind-0603')
  await host.page.tap('#report-send')
  await host.until(() => sentReports(started) === 1)
  const [command] = [...api.township.commands.values()]
  return (JSON.parse(command ?? '') as { body: { place?: unknown } }).body.place
}

async function sendFromOwnGrid(started: Started) {
  const { host } = started
  expect(host.page.text('#report-place')).toBe('宝珠村 第3网格')
  expect(host.page.find('#report-change-place')).toBeDefined()
  await host.page.tap('#kind-0603')
  await host.page.tap('#report-send')
  await host.until(() => host.page.route.includes('sent'))
  await host.until(() => sentReports(started) === 1)
}

describe('on sending, the township may ask whether it may tell how it goes on', () => {
  const asked = ({ host }: Started) =>
    host.callsOf('requestSubscribeMessage').map(({ options }) => options.tmplIds)

  test('it asks for the templates of its server, and the report goes', async () => {
    const started = start({}, TEMPLATES)
    await started.host.openFirstPage()
    await sendReport(started)
    expect(asked(started)).toEqual([TEMPLATES])
    await started.host.until(() => sentReports(started) === 1)
    await end(started)
  })

  test('where the server has no templates nobody is asked', async () => {
    const started = start()
    await started.host.openFirstPage()
    await sendReport(started)
    expect(asked(started)).toEqual([])
    await end(started)
  })

  test('what lacks its kind is not sent, and asks for nothing', async () => {
    const started = start({}, TEMPLATES)
    const { host } = started
    await host.openFirstPage()
    await host.page.tap('#home-write')
    await host.until(() => host.page.find('#kind-0603'))
    await host.quiet()
    await host.page.tap('#report-send')
    expect(asked(started)).toEqual([])
    await end(started)
  })

  test('a no changes nothing about the report, and is remembered', async () => {
    const started = start({ answerSubscription: () => 'reject' }, TEMPLATES)
    const { host } = started
    await host.openFirstPage()
    await sendReport(started)
    await host.until(() => sentReports(started) === 1)
    await host.page.tap('#sent-home')
    await sendReport(started)
    await host.until(() => sentReports(started) === 2)
    expect(asked(started)).toHaveLength(1)
    await end(started)
  })

  test('what was refused for good is not asked for, and the rest is', async () => {
    const started = start({ subscriptionsKept: { progress: 'reject' } }, TEMPLATES)
    await started.host.openFirstPage()
    await sendReport(started)
    expect(asked(started)).toEqual([['closed']])
    await end(started)
  })

  test.each([
    ['messages are switched off', 20004],
    ['the app is behind another', 10005],
    ['the network is gone', 10003],
    ['WeChat does not know the template', 20001],
  ])('when %s, the report goes all the same', async (_, subscriptionError) => {
    const started = start({}, TEMPLATES)
    const { host } = started
    await host.openFirstPage()
    await writeReport(started)
    await host.quiet()
    host.phone.subscriptionError = subscriptionError
    await host.page.tap('#report-send')
    await host.until(() => host.page.route.includes('sent'))
    await host.until(() => sentReports(started) === 1)
    expect(asked(started)).toHaveLength(1)
    await end(started)
  })
})
