import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { openConsole, openMatter, signIn } from './consoleScreens'
import { drawPhoto } from './drawPhoto'
import { phoneContext } from './openBrowser'
import type { PhoneScene } from './phoneScreens'
import { openApp, pickPhotos, signInOnce, tap, visible } from './phoneThumb'

const folder = path.resolve(__dirname, '../../docs/pictures')
const BYTES_MAX = 250_000
const GAP = 48

/** The two pictures of README.md, small enough for whoever opens it on a phone. */
export async function pictureForReadme(browser: Browser, scene: PhoneScene): Promise<void> {
  await mkdir(folder, { recursive: true })
  await save('phone.png', await sideBySide(await pictureOfficer(browser, scene.url)))
  await save('console.png', await pictureHub(browser, scene))
}

async function pictureOfficer(browser: Browser, url: string): Promise<Buffer[]> {
  const storageState = await signInOnce(browser, url, 'officer')
  const context = await browser.newContext({ ...phoneContext(375, 812), storageState })
  const page = await context.newPage()
  await openApp(page, url)
  await visible(page, 'home-matter-0').waitFor()
  const home = await page.screenshot()
  await tap(page, 'home-write')
  await pickPhotos(page, 'photo-album', [
    await drawPhoto('litter', 1),
    await drawPhoto('litter', 2),
  ])
  await visible(page, 'photo-remove-2').waitFor()
  await tap(page, 'kind-0501')
  await visible(page, 'report-place').waitFor()
  await page.waitForLoadState('networkidle')
  const report = await page.screenshot()
  await context.close()
  return [home, report]
}

async function pictureHub(browser: Browser, { url, matterIds }: PhoneScene): Promise<Buffer> {
  const page = await openConsole(browser, 1440, 900)
  await page.goto(`${url}/hub/`)
  await signIn(page, 'hub-441882118', 'lianxin-2026')
  await openMatter(page, matterIds[12] ?? '')
  const picture = await page.screenshot()
  await page.context().close()
  return picture
}

async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(pictures[0]).metadata()
  const total = pictures.length * width + (pictures.length - 1) * GAP
  return sharp({ create: { width: total, height, channels: 3, background: '#ffffff' } })
    .composite(pictures.map((input, n) => ({ input, left: n * (width + GAP), top: 0 })))
    .png()
    .toBuffer()
}

async function save(name: string, picture: Buffer): Promise<void> {
  const { size } = await sharp(picture)
    .png({ palette: true, effort: 10 })
    .toFile(path.join(folder, name))
  if (size > BYTES_MAX) throw new Error(`docs/pictures/${name} 有 ${size} 字节，超过 ${BYTES_MAX}`)
}
