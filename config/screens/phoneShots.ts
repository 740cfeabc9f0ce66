import type { Page } from 'playwright-core'
import type { DemoUser } from '@contract/api/signIn'
import { pagesOfApp } from './pagesOfApp'
import { drawPhoto } from './drawPhoto'
import { pickPhotos, tap, visible } from './phoneThumb'

/** One state of one page: who holds the phone, how they come there, and its name. */
export type Shot = {
  readonly name: string
  readonly as?: DemoUser
  readonly path?: string
  readonly go?: (page: Page) => Promise<void>
}

/** Every page of the app: in the states that are worth a look, and any other as it opens by itself. */
export function shotsOf(matterIds: readonly string[]): Shot[] {
  const known = knownShots(matterIds)
  const named = known.flatMap(({ path }) => (path ? [path.split('?')[0] ?? ''] : []))
  const rest = pagesOfApp().filter((page) => !named.includes(page) && !reached.has(page))
  return [
    ...known,
    ...rest.flatMap((page) =>
      (['officer', 'gridWorker', 'resident'] as const).map((as) => ({
        name: `${page.replace(/\/.*$/, '')}-${as}`,
        as,
        path: page,
      })),
    ),
  ]
}

/** Nobody opens these by an address; the states above come there as people do. */
const reached = new Set([
  'home/index',
  'report/index',
  'sent/index',
  'place/index',
  'pin/index',
  'act/index',
])

function knownShots(matterIds: readonly string[]): Shot[] {
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
    {
      name: 'officer-withdraw-ask',
      as: 'officer',
      path: matter(11),
      go: (page) => page.locator('[id^=action-]:visible').first().tap(),
    },
    { name: 'emergency', as: 'officer', path: 'emergency/index' },
    { name: 'resident-contacts', as: 'resident', path: 'contacts/index' },
    { name: 'resident-my-data', as: 'resident', path: 'my-data/index' },
    { name: 'guides', path: 'guides/index' },
    { name: 'follow', path: 'follow/index' },
    { name: 'follow-code', as: 'officer', path: matter(0), go: showSquare },
    { name: 'worker-visit', as: 'gridWorker', go: (page) => tap(page, 'home-visit') },
    { name: 'worker-grid', as: 'gridWorker', path: 'grid/index' },
    { name: 'worker-grid-offline', as: 'gridWorker', path: 'grid/index', go: offline },
    { name: 'worker-figures', as: 'gridWorker', path: 'figures/index' },
    { name: 'worker-pool-near', as: 'gridWorker', path: 'matters/index', go: nearestFirst },
    { name: 'resident-visits', as: 'resident', path: 'visits/index' },
    { name: 'news', as: 'officer', path: 'news/index' },
    { name: 'news-cards', as: 'officer', path: 'news/index?box=cards' },
    { name: 'news-around', as: 'resident', path: 'news/index?box=around' },
    { name: 'news-guest', path: 'news/index' },
    { name: 'officer-begin', as: 'officer', path: 'begin/index' },
    { name: 'worker-begin', as: 'gridWorker', path: 'begin/index' },
    { name: 'begin-form', as: 'gridWorker', path: 'begin/index', go: beginFirst },
    { name: 'guide', as: 'officer', path: 'guide/index' },
    { name: 'guide-last', as: 'resident', path: 'guide/index', go: readGuide },
    { name: 'bind', as: 'resident', path: 'bind/index' },
    { name: 'english-me', as: 'officer', path: 'me/index', go: speakEnglish },
    { name: 'english-home', as: 'officer', path: 'me/index', go: englishHome },
    { name: 'english-report', as: 'officer', path: 'me/index', go: englishReport },
    { name: 'report', as: 'officer', go: (page) => tap(page, 'home-write') },
    { name: 'report-photos', as: 'officer', go: reportWithPhotos },
    { name: 'report-all-kinds', as: 'officer', go: openKinds },
    { name: 'report-search', as: 'officer', go: searchKinds },
    { name: 'report-emergency-kind', as: 'officer', go: chooseFire },
    { name: 'report-place-denied', as: 'officer', go: reportWithoutPlace },
    { name: 'report-pin', as: 'officer', go: setPin },
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
    { name: 'large-home', as: 'officer', path: 'me/index', go: switchToLarge },
  ]
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

async function showSquare(page: Page): Promise<void> {
  await tap(page, 'follow-show')
  await visible(page, 'follow-qr').scrollIntoViewIfNeeded()
}

async function nearestFirst(page: Page): Promise<void> {
  await tap(page, 'box-pool')
  await tap(page, 'pool-near')
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

async function setPin(page: Page): Promise<void> {
  await reportWithoutPlace(page)
  await tap(page, 'report-pin')
  await tap(page, 'pin-map')
  await visible(page, 'pin-set').waitFor()
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

async function beginFirst(page: Page): Promise<void> {
  await page.locator('[id^=begin-]:visible').first().tap()
}

async function readGuide(page: Page): Promise<void> {
  for (let step = 1; step < 4; step++) await tap(page, 'guide-next')
}

async function speakEnglish(page: Page): Promise<void> {
  await tap(page, 'me-language-en')
  await page.locator('.screen:visible').getByText('Large type').waitFor()
}

async function englishHome(page: Page): Promise<void> {
  await speakEnglish(page)
  await page.locator('.taro-tabbar__tabbar').getByText('Home').tap()
  await visible(page, 'home-report').waitFor()
}

async function englishReport(page: Page): Promise<void> {
  await englishHome(page)
  await reportWithPhotos(page)
}
