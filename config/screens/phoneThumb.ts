import type { Browser, Page } from 'playwright-core'
import type { DemoUser } from '@contract/api/signIn'
import { phoneContext } from './openBrowser'

/** The app names its first page in the address as it starts; an address given sooner would be lost. */
export async function openApp(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/`)
  await page.locator('.screen:visible').first().waitFor()
}

export function visible(page: Page, id: string) {
  return page.locator(`#${id}:visible`).last()
}

export async function tap(page: Page, id: string): Promise<void> {
  await visible(page, id).tap()
}

export async function pickPhotos(page: Page, id: string, photos: readonly Buffer[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(page, id)])
  await chooser.setFiles(
    photos.map((buffer, n) => ({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer })),
  )
}

export async function signInOnce(browser: Browser, url: string, user: DemoUser) {
  const context = await browser.newContext(phoneContext())
  const page = await context.newPage()
  await openApp(page, url)
  await page.goto(`${url}/#/pages/sign-in/index`)
  await tap(page, `sign-in-${user}`)
  await visible(page, 'home-report').waitFor()
  // The kinds, the county and the own grids come after the sign-in.
  await page.waitForLoadState('networkidle')
  await skipGuides(page)
  const state = await context.storageState()
  await context.close()
  return state
}

/** As somebody who has used it for a while. Taro keeps each record in a box of its own. */
async function skipGuides(page: Page): Promise<void> {
  await page.evaluate(
    (seen) => localStorage.setItem('guides-seen', JSON.stringify({ data: seen })),
    ['officer', 'worker', 'resident'],
  )
}

type Way = { readonly path?: string; readonly go?: (page: Page) => Promise<void> }

/** Comes to a state of a page, and waits until it stands still. */
export async function openShot(page: Page, url: string, { path, go }: Way): Promise<void> {
  await openApp(page, url)
  if (path) await page.goto(`${url}/#/pages/${path}`)
  await page.waitForLoadState('networkidle')
  await go?.(page)
  await page.waitForLoadState('networkidle')
}
