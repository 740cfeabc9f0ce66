import { openCounty, type County } from '../../support/browser/openCounty'
import { sendReport, tokenOf } from '../../support/browser/sendReport'
import { seriousFindings } from '../../support/browser/seriousFindings'
import type { HubConsole } from '../../support/pages/hubConsole'
import type { Phone } from '../../support/pages/phone'

let county: County
let hub: HubConsole
let officer: Phone
let matterId: string

beforeAll(async () => {
  county = await openCounty()
  matterId = await sendReport(county.url, await tokenOf(county.url, 'officer'), '路灯不亮')
  ;[hub, officer] = await Promise.all([county.openConsole(), county.openPhone()])
})

afterAll(() => county?.close())

describe('nobody with poor eyes, or without a mouse, is shut out of', () => {
  test("the console's sign-in", async () => {
    await hub.find('sign-in').waitFor()
    expect(await seriousFindings(hub.page)).toEqual([])
  })

  test('the inbox and an open matter', async () => {
    await hub.signIn()
    await hub.row(matterId).waitFor()
    expect(await seriousFindings(hub.page)).toEqual([])
    await hub.open(matterId)
    await hub.find('timeline').waitFor()
    expect(await seriousFindings(hub.page)).toEqual([])
  })

  test('the deliveries', async () => {
    await hub.find('nav-deliveries').click()
    await hub.page.getByText('还没有登记接收地址').waitFor()
    expect(await seriousFindings(hub.page)).toEqual([])
  })

  test("the phone's first screen", async () => {
    await officer.signInAs('officer')
    await officer.find('home-matter-0').waitFor()
    expect(await seriousFindings(officer.page)).toEqual([])
  })

  test('the report', async () => {
    await officer.tap('home-write')
    await officer.find('kind-0501').waitFor()
    await officer.waitForWords('宝珠村')
    expect(await seriousFindings(officer.page)).toEqual([])
  })

  test('what the officer has reported', async () => {
    await officer.tap('top-back')
    await officer.openTab('事项')
    await officer.find('matter-0').waitFor()
    expect(await seriousFindings(officer.page)).toEqual([])
  })
})
