import type { Locator, Page } from 'playwright-core'
import type { DemoUser } from '@contract/api/signIn'
import type { Faults } from '../browser/watchFaults'

/** The mini-program as a web page, and the thumb that touches it. */
export type Phone = ReturnType<typeof phone>

type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export function phone(page: Page, faults: Faults) {
  let taps = 0
  /** Pages below the one in front stay in the document, hidden. */
  const find = (id: string): Locator => page.locator(`#${id}:visible`).last()
  async function tap(id: string): Promise<void> {
    await find(id).tap()
    taps += 1
  }
  const self = {
    page,
    faults,
    find,
    tap,
    /** Touches on our own screens so far; the camera's shutter is the system's. */
    taps: () => taps,
    async tapAndPick(id: string, photos: readonly Buffer[]): Promise<void> {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap(id)])
      await chooser.setFiles(photos.map(asFile))
    },
    async write(id: string, text: string): Promise<void> {
      await find(id).locator('textarea, input').fill(text)
    },
    /** The wheel of a day or a time as it comes up, with 确定. */
    async takeWheel(id: string): Promise<void> {
      await tap(id)
      const taken = page.getByText('确定', { exact: true }).filter({ visible: true })
      await taken.tap()
      await taken.waitFor({ state: 'hidden' })
    },
    /** What stands on the page in front. */
    text: () => page.locator('.screen:visible').last().innerText(),
    async waitForWords(words: string): Promise<void> {
      await page.locator('.screen:visible').last().getByText(words).first().waitFor()
    },
    async signInAs(user: DemoUser): Promise<void> {
      await page.goto(`${originOf(page)}/#/pages/sign-in/index`)
      await tap(`sign-in-${user}`)
      await find('home-report').waitFor()
    },
    async openTab(name: '首页' | '事项' | '我的'): Promise<void> {
      await page.locator('.taro-tabbar__tabbar').getByText(name).tap()
    },
    /** A step of the matter in front: its button, what its form asks, and off it goes. */
    async act(action: string, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
      const button = page.locator(`#action-${action}:visible, #actions-more:visible`)
      await button.first().waitFor()
      if (!(await find(`action-${action}`).isVisible())) await tap('actions-more')
      await tap(`action-${action}`)
      await fill()
      const answered = page.waitForResponse(/(actOnMatter|claimTask)$/)
      await tap('act-submit')
      await answered
      await page.locator('#act-submit:visible').waitFor({ state: 'hidden' })
    },
    /** The page may lie below with another of its lists in front. */
    async openNews(box: 'notices' | 'cards' | 'around'): Promise<void> {
      await page.goto(`${originOf(page)}/#/pages/news/index?box=${box}`)
      await tap(`news-${box}`)
    },
    async openMatter(matterId: string): Promise<void> {
      await page.goto(`${originOf(page)}/#/pages/matter/index?matterId=${matterId}`)
    },
  }
  return self
}

function originOf(page: Page): string {
  return new URL(page.url()).origin
}

function asFile(buffer: Buffer, index: number): File {
  return { name: `photo-${index + 1}.jpg`, mimeType: 'image/jpeg', buffer }
}
