import { TOTP } from 'otpauth'
import { openCounty, type County } from '../../support/browser/openCounty'
import { seriousFindings } from '../../support/browser/seriousFindings'
import { tokenOf } from '../../support/browser/sendReport'
import type { HubConsole } from '../../support/pages/hubConsole'
import { send } from '../../support/httpClient'
import { aReport } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

const { code, township, password } = testCounty
const hubAccount = `hub-${township}`

let county: County
let matterId: string

beforeAll(async () => {
  county = await openCounty({ LIANXIN_SECOND_FACTOR: '1' })
  const token = await tokenOf(county.url, 'officer')
  const report = aReport({ kind: '0102', text: '两口子又吵起来了' })
  await send(county.url, 'reportMatter', report, { token })
  matterId = report.matterId
})
afterAll(() => county?.close())
afterEach(() => expect(county.faults()).toEqual([]))

async function enter(desk: HubConsole, account: string): Promise<void> {
  await desk.tryToSignIn(account, password)
  await desk.find('person-name').waitFor()
}

test('five failures lock the hub out, and the security administrator opens the account again', async () => {
  const hub = await county.openConsole()
  hub.faults.expect(/status of (401|423)/)
  for (let attempt = 0; attempt < 5; attempt++) {
    const answered = hub.page.waitForResponse(/signIn$/)
    await hub.tryToSignIn(hubAccount, `guess-${attempt}`)
    await answered
  }
  await hub.tryToSignIn(hubAccount, password)
  await hub.find('sign-in-trouble').getByText('锁定 15 分钟').waitFor()

  const security = await county.openConsole()
  await enter(security, `sec-${code}`)
  await security.find('account-search').fill(hubAccount)
  await security.press('Enter')
  await security.find('account-row').getByText('锁定中').waitFor()
  await security.find('account-row').getByRole('button').click()
  await security.find('account-unlock').click()
  await security.find('account-panel').getByText('已解除锁定').waitFor()
  expect(await seriousFindings(security.page)).toEqual([])
  await hub.signIn(hubAccount)
})

test('a quarrel opens once the officer has added a phone, and who read it stands in the log', async () => {
  const hub = await county.openConsole()
  hub.faults.expect(/status of 403/)
  await hub.signIn(hubAccount)
  expect(await hub.row(matterId).innerText()).not.toContain('两口子')
  await hub.row(matterId).click()
  await hub.find('factor-password').fill(password)
  await hub.find('factor-begin').click()
  const secret = await hub.find('factor-secret').innerText()
  expect(await seriousFindings(hub.page)).toEqual([])
  await hub.find('factor-code').fill(new TOTP({ secret }).generate())
  await hub.find('factor-submit').click()
  await hub.find('factor-codes').waitFor()
  expect(await hub.find('factor-codes').locator('li').count()).toBe(10)
  await hub.find('factor-kept').click()
  await hub.matter(matterId).getByText('两口子又吵起来了').waitFor()

  const auditor = await county.openConsole()
  await enter(auditor, `aud-${code}`)
  await auditor.find('audit-who').fill(hubAccount)
  await auditor.find('audit-submit').click()
  await auditor.page.locator('[data-testid=audit-row][data-act="matter.read"]').first().waitFor()
  const acts = await auditor
    .find('audit-row')
    .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset.act))
  expect(acts).toEqual(expect.arrayContaining(['factor.set', 'session.begun', 'session.refused']))
  expect(await seriousFindings(auditor.page)).toEqual([])
  expect(await auditor.page.locator('nav a').allInnerTexts()).toEqual(['审计', '我的账号'])
})
