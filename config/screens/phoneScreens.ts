import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { DemoUser } from '@contract/api/signIn'
import { drawPhoto } from './drawPhoto'
import { phoneContext } from './openBrowser'

export type Look = { readonly width: number; readonly height: number; readonly typeScale: number }

/** One picture of one page: who holds the phone, how they come there, and its name. */
type Shot = {
  readonly name: string
  readonly as?: DemoUser
  readonly path?: string
  readonly go?: (page: Page) => Promise<void>
}

export type PhoneScene = {
  readonly url: string
  readonly matterIds: readonly string[]
  readonly folder: string
}

/** Above this a page is a scroll nobody looks at as a whole. */
const WHOLE_PAGE_MAX = 3200

export async function picturePhones(
  browser: Browser,
  scene: PhoneScene,
  look: Look,
): Promise<void> {
  const states = new Map<DemoUser, Awaited<ReturnType<BrowserContext['storageState']>>>()
  for (const user of ['officer', 'gridWorker', 'resident'] as const)
    states.set(user, await signInOnce(browser, scene.url, user))
  for (const shot of shotsOf(scene)) {
    const state = shot.as && states.get(shot.as)
    const context = await browser.newContext({
      ...phoneContext(look.width, look.height),
      ...(state ? { storageState: state } : {}),
    })
    context.setDefaultTimeout(10_000)
    await take(await context.newPage(), scene, shot, look).catch((error: Error) => {
      process.stdout.write(`${shot.name} ${look.width} 没有照成：${error.message.split('\n')[0]}\n`)
    })
    await context.close()
  }
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
  const state = await context.storageState()
  await context.close()
  return state
}

async function take(
  page: Page,
  { url, folder }: PhoneScene,
  { name, path, go }: Shot,
  look: Look,
): Promise<void> {
  await openApp(page, url)
  if (path) await page.goto(`${url}/#/pages/${path}`)
  await page.waitForLoadState('networkidle')
  await go?.(page)
  await page.waitForLoadState('networkidle')
  const file = `${folder}/phone-${name}-${look.width}-${look.typeScale}`
  await page.screenshot({ path: `${file}.png`, animations: 'disabled' })
  const height = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('.taro_page_show, .screen')].map((one) => one.scrollHeight),
    ),
  )
  if (height <= look.height + 8) return
  await page.setViewportSize({ width: look.width, height: Math.min(height + 80, WHOLE_PAGE_MAX) })
  await page.screenshot({ path: `${file}-whole.png`, animations: 'disabled' })
}

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

async function offline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await visible(page, 'banner-offline').waitFor()
}

/** What an officer meets who presses 发送 where there is no signal. */
async function reportOffline(page: Page): Promise<void> {
  await tap(page, 'home-write')
  await visible(page, 'kind-0603').waitFor()
  await offline(page)
  await tap(page, 'kind-0603')
  await tap(page, 'report-send')
  await visible(page, 'sent-outcome').waitFor()
}

function shotsOf({ matterIds }: PhoneScene): Shot[] {
  const matter = (index: number) => `matter/index?matterId=${matterIds[index] ?? ''}`
  return [
    { name: 'guest-home' },
    { name: 'guest-matters', path: 'matters/index' },
    { name: 'sign-in', path: 'sign-in/index' },
    { name: 'officer-home', as: 'officer' },
    { name: 'officer-home-offline', as: 'officer', go: offline },
    { name: 'officer-matters', as: 'officer', path: 'matters/index' },
    { name: 'officer-me', as: 'officer', path: 'me/index' },
    { name: 'officer-points', as: 'officer', path: 'points/index' },
    { name: 'officer-queue-empty', as: 'officer', path: 'queue/index' },
    { name: 'officer-matter-closed', as: 'officer', path: matter(0) },
    { name: 'officer-matter-long-text', as: 'officer', path: matter(5) },
    { name: 'officer-matter-sent-back', as: 'officer', path: matter(6) },
    { name: 'officer-matter-urgent', as: 'officer', path: matter(11) },
    {
      name: 'officer-supplement',
      as: 'officer',
      path: matter(6),
      go: (page) => tap(page, 'action-supplement'),
    },
    { name: 'emergency', as: 'officer', path: 'emergency/index' },
    { name: 'report', as: 'officer', go: (page) => tap(page, 'home-write') },
    { name: 'report-photos', as: 'officer', go: reportWithPhotos },
    { name: 'report-all-kinds', as: 'officer', go: openKinds },
    { name: 'report-search', as: 'officer', go: searchKinds },
    { name: 'report-emergency-kind', as: 'officer', go: chooseFire },
    { name: 'report-place-denied', as: 'officer', go: reportWithoutPlace },
    { name: 'place', as: 'officer', go: choosePlace },
    { name: 'sent', as: 'officer', go: reportAndSend },
    { name: 'sent-offline', as: 'officer', go: reportOffline },
    { name: 'queue-offline', as: 'officer', go: queueOffline },
    { name: 'home-unfinished', as: 'officer', go: leaveUnfinished },
    { name: 'home-unreachable', as: 'officer', go: loseServer },
    { name: 'matter-not-mine', as: 'resident', path: matter(0) },
    { name: 'worker-home', as: 'gridWorker' },
    { name: 'worker-mine', as: 'gridWorker', path: 'matters/index' },
    { name: 'worker-pool', as: 'gridWorker', go: (page) => tap(page, 'home-pool') },
    { name: 'worker-matter', as: 'gridWorker', path: matter(4) },
    {
      name: 'worker-handle',
      as: 'gridWorker',
      path: matter(4),
      go: (page) => tap(page, 'action-handle'),
    },
    { name: 'worker-me', as: 'gridWorker', path: 'me/index' },
    { name: 'resident-home', as: 'resident' },
    { name: 'resident-matters', as: 'resident', path: 'matters/index' },
    { name: 'resident-contacts', as: 'resident', path: 'contacts/index' },
    { name: 'resident-my-data', as: 'resident', path: 'my-data/index' },
    { name: 'guides', path: 'guides/index' },
    { name: 'follow', path: 'follow/index' },
    { name: 'follow-code', as: 'officer', path: matter(0), go: showSquare },
    { name: 'large-home', as: 'officer', path: 'me/index', go: switchToLarge },
  ]
}

async function reportWithPhotos(page: Page): Promise<void> {
  await tap(page, 'home-write')
  await pickPhotos(page, 'photo-album', [
    await drawPhoto('litter', 1),
    await drawPhoto('litter', 2),
  ])
  await visible(page, 'photo-remove-2').waitFor()
  await tap(page, 'kind-0501')
  await visible(page, 'report-place').waitFor()
}

async function showSquare(page: Page): Promise<void> {
  await tap(page, 'follow-show')
  await visible(page, 'follow-qr').scrollIntoViewIfNeeded()
}

async function openKinds(page: Page): Promise<void> {
  await tap(page, 'home-write')
  await tap(page, 'kind-all')
  await tap(page, 'kind-group-04')
}

async function searchKinds(page: Page): Promise<void> {
  await tap(page, 'home-write')
  await visible(page, 'kind-search').locator('input').fill('路')
}

async function chooseFire(page: Page): Promise<void> {
  await tap(page, 'home-write')
  await tap(page, 'kind-all')
  await tap(page, 'kind-group-08')
  await tap(page, 'kind-0801')
  await page.evaluate(() => document.querySelector('.taro_page_show')?.scrollTo(0, 0))
}

async function reportWithoutPlace(page: Page): Promise<void> {
  await page.context().clearPermissions()
  await tap(page, 'home-write')
  await visible(page, 'report-change-place').waitFor()
}

async function choosePlace(page: Page): Promise<void> {
  await tap(page, 'home-write')
  await tap(page, 'report-change-place')
}

/** The report itself is stopped on its way, so that taking pictures does not change the staged county. */
async function reportAndSend(page: Page): Promise<void> {
  await page.route('**/api/v1/reportMatter', async (route) => {
    const { matterId } = route.request().postDataJSON() as { matterId: string }
    await route.fulfill({
      json: { matter: { ...acknowledged, matterId, dueAt: tomorrowMorning() } },
    })
  })
  await reportWithPhotos(page)
  await tap(page, 'report-send')
  await page.getByText('已送到西江镇').waitFor()
}

const acknowledged = {
  number: 'E44188220261123000014',
  sentence: '已送到镇里，等值班员受理',
  statusTitle: '已上报',
  status: 'reported',
  flow: 'incident',
  area: { code: '441882118215003', name: '宝珠村 第3网格' },
  township: { code: '441882118', name: '西江镇' },
  kind: { code: '0501', name: '暴露垃圾与垃圾满溢', icon: 'litter' },
  photos: [],
}

function tomorrowMorning(): string {
  const at = new Date(Date.now() + 24 * 60 * 60 * 1000)
  at.setHours(9, 0, 0, 0)
  return at.toISOString()
}

async function queueOffline(page: Page): Promise<void> {
  await reportOffline(page)
  await tap(page, 'sent-home')
  await tap(page, 'queue-strip')
}

async function leaveUnfinished(page: Page): Promise<void> {
  await reportWithPhotos(page)
  await tap(page, 'top-back')
  await visible(page, 'draft-open-0').waitFor()
}

async function loseServer(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => route.abort())
  await page.evaluate(() => localStorage.removeItem('lists'))
  await page.reload()
  await page.locator('.screen:visible').first().waitFor()
}

async function switchToLarge(page: Page): Promise<void> {
  await tap(page, 'me-large')
  await page.locator('.taro-tabbar__tabbar').getByText('首页').tap()
  await visible(page, 'home-report').waitFor()
}
