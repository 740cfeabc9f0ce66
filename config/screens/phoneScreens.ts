import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { DemoUser } from '@contract/api/signIn'
import { phoneContext } from './openBrowser'
import { shotsOf, type Shot } from './phoneShots'
import { openShot, signInOnce } from './phoneThumb'

export type Look = { readonly width: number; readonly height: number; readonly typeScale: number }

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
  for (const shot of shotsOf(scene.matterIds)) {
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

async function take(
  page: Page,
  { url, folder }: PhoneScene,
  shot: Shot,
  look: Look,
): Promise<void> {
  await openShot(page, url, shot)
  const file = `${folder}/phone-${shot.name}-${look.width}-${look.typeScale}`
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
