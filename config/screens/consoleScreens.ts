import type { Browser, Page } from 'playwright-core'
import { consoleContext } from './openBrowser'

const PASSWORD = 'lianxin-2026'
const TOWNSHIP = '441882118'

export type ConsoleScene = {
  readonly url: string
  readonly matterIds: readonly string[]
  readonly folder: string
  /** Something new is reported. */
  readonly happen: () => Promise<void>
}

export async function pictureConsoles(browser: Browser, scene: ConsoleScene): Promise<void> {
  const { url, matterIds, folder } = scene
  const page = await openConsole(browser, 1440, 900)
  const shoot = (name: string) =>
    page.screenshot({ path: `${folder}/console-${name}.png`, animations: 'disabled' })
  await page.goto(`${url}/hub/`)
  await find(page, 'sign-in').waitFor()
  await shoot('sign-in')
  await signIn(page, `hub-${TOWNSHIP}`, 'wrong')
  await find(page, 'sign-in-trouble').waitFor()
  await shoot('sign-in-trouble')
  await signIn(page, `hub-${TOWNSHIP}`, PASSWORD)
  await find(page, 'inbox-row').first().waitFor()
  await shoot('inbox')
  const names = ['reported', 'accepted', 'handled', 'handling', 'guarded', 'photo-to-come'] as const
  const indexes = [12, 8, 2, 4, 11, 10]
  for (const [n, name] of names.entries()) {
    await openMatter(page, matterIds[indexes[n] ?? 0] ?? '')
    await shoot(`matter-${name}`)
  }
  await openMatter(page, matterIds[8] ?? '')
  await page.keyboard.press('d')
  await find(page, 'owner-option').first().waitFor()
  await shoot('dispatch')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await find(page, 'key-help').waitFor()
  await shoot('keys')
  await page.keyboard.press('Escape')
  await find(page, 'key-help').waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.keyboard.type('没有这样的事')
  await page.keyboard.press('Enter')
  await find(page, 'inbox-empty').waitFor()
  await shoot('inbox-empty')
  await page.context().setOffline(true)
  await find(page, 'connection-banner').waitFor()
  await shoot('offline')
  await page.context().close()
  await pictureDeliveries(browser, scene)
  await pictureWide(browser, scene)
}

async function pictureDeliveries(browser: Browser, scene: ConsoleScene): Promise<void> {
  const { url, folder, happen } = scene
  const page = await openConsole(browser, 1440, 900)
  const shoot = (name: string) =>
    page.screenshot({ path: `${folder}/console-${name}.png`, animations: 'disabled' })
  await page.goto(`${url}/hub/`)
  await signIn(page, `head-${TOWNSHIP}`, PASSWORD)
  await find(page, 'nav-deliveries').click()
  await page.getByText('还没有登记接收地址').waitFor()
  await shoot('deliveries-empty')
  await find(page, 'register-endpoint').click()
  await find(page, 'endpoint-name').fill('县综治平台')
  await find(page, 'endpoint-url').fill('http://127.0.0.1:9/events')
  await shoot('deliveries-register')
  await find(page, 'endpoint-submit').click()
  await find(page, 'endpoint-secret').waitFor()
  await shoot('deliveries-secret')
  await find(page, 'secret-kept').click()
  await happen()
  await find(page, 'show-deliveries').first().click()
  await find(page, 'delivery-row').first().waitFor()
  await shoot('deliveries')
  await page.context().close()
}

async function pictureWide(
  browser: Browser,
  { url, matterIds, folder }: ConsoleScene,
): Promise<void> {
  const page = await openConsole(browser, 1920, 1080)
  await page.goto(`${url}/hub/`)
  await signIn(page, `hub-${TOWNSHIP}`, PASSWORD)
  await openMatter(page, matterIds[5] ?? '')
  await page.screenshot({ path: `${folder}/console-inbox-1920.png`, animations: 'disabled' })
  await page.context().close()
}

export async function openConsole(browser: Browser, width: number, height: number): Promise<Page> {
  const context = await browser.newContext(consoleContext(width, height))
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

export async function signIn(page: Page, account: string, password: string): Promise<void> {
  await find(page, 'account').fill(account)
  await find(page, 'password').fill(password)
  await find(page, 'sign-in-submit').click()
}

export async function openMatter(page: Page, matterId: string): Promise<void> {
  await page.locator(`[data-testid=inbox-row][data-matter-id="${matterId}"]`).click()
  const matter = page.locator(`[data-testid=matter][data-matter-id="${matterId}"]`)
  await matter.waitFor()
  await matter.locator('[data-testid=timeline] li').first().waitFor()
  await page.locator(`[data-marker-for="${matterId}"]`).waitFor()
  await page.waitForFunction(() => [...document.images].every((image) => image.complete))
}

function find(page: Page, testId: string) {
  return page.locator(`[data-testid="${testId}"]`)
}
