import type { Locator, Page } from 'playwright-core'
import type { Faults } from '../browser/watchFaults'
import { testCounty } from '../testCounty'
import { consoleForm, type ConsoleForm } from './consoleForm'

/** The township's console, and the officer on duty before it. */
export type HubConsole = ReturnType<typeof hubConsole>

type Fill = (form: ConsoleForm) => Promise<void>

const nothing: Fill = () => Promise.resolve()

export function hubConsole(page: Page, faults: Faults) {
  const find = (testId: string): Locator => page.locator(`[data-testid="${testId}"]`)
  const row = (matterId: string) =>
    page.locator(`[data-testid=inbox-row][data-matter-id="${matterId}"]`)
  const matter = (matterId: string, status?: string) =>
    page.locator(
      `[data-testid=matter][data-matter-id="${matterId}"]${status ? `[data-status="${status}"]` : ''}`,
    )
  return {
    page,
    faults,
    find,
    row,
    /** The matter in the middle, once it is open (and has come to the status). */
    matter,
    press: (key: string) => page.keyboard.press(key),
    type: (words: string) => page.keyboard.type(words),
    async tryToSignIn(account: string, password: string): Promise<void> {
      await find('account').fill(account)
      await find('password').fill(password)
      await find('sign-in-submit').click()
    },
    async signIn(account = `hub-${testCounty.township}`): Promise<void> {
      await this.tryToSignIn(account, testCounty.password)
      await page.locator('[data-testid=connection][data-state=connected]').waitFor()
    },
    async open(matterId: string): Promise<void> {
      await row(matterId).click()
      await matter(matterId).waitFor()
    },
    /** Opens the row by keys alone: down the list until it has the focus, then Enter. */
    async openByKeys(matterId: string): Promise<void> {
      for (let moves = await page.locator('[data-testid=inbox-row]').count(); moves > 0; moves--) {
        await page.keyboard.press('j')
        if (await row(matterId).evaluate((element) => element === document.activeElement)) break
      }
      await page.keyboard.press('Enter')
      await matter(matterId).waitFor()
    },
    /** A key opens the form; what it demands is filled in; Ctrl and Enter send it; the matter is then in the status. */
    async act(
      key: string,
      reached: { matterId: string; status: string },
      words?: string,
    ): Promise<void> {
      await page.keyboard.press(key)
      await find('action-form').waitFor()
      if (words !== undefined) await page.keyboard.type(words)
      await page.keyboard.press(words === undefined ? 'Enter' : 'Control+Enter')
      await matter(reached.matterId, reached.status).waitFor()
    },
    /** A step by the mouse: its button, what its form asks, and the button that sends it. */
    async take(action: string, fill: Fill = nothing): Promise<void> {
      await find(`action-${action}`).click()
      await fill(consoleForm(find('action-form')))
      await find('action-submit').click()
      await find('action-form').waitFor({ state: 'detached' })
    },
    /** 发起: by the kind's name; the matter is then open, and its id is answered. */
    async begin(
      kind: { readonly code: string; readonly name: string },
      fill: Fill,
    ): Promise<string> {
      await find('begin-open').click()
      await find('kind-search').fill(kind.name)
      await page.locator(`[data-testid=kind-option][data-value="${kind.code}"]`).click()
      await fill(consoleForm(find('begin-form')))
      const answered = page.waitForResponse(/reportMatter$/)
      await find('begin-submit').click()
      const { matter: begun } = (await (await answered).json()) as { matter: { matterId: string } }
      await matter(begun.matterId).waitFor()
      return begun.matterId
    },
    /** 经过, as it stands there: the titles from the first to the last. */
    titles: async (): Promise<string[]> =>
      (await find('timeline').locator('li b').allInnerTexts()).reverse(),
    /** 消息 given to whoever sits here, the latest first; the drawer is closed again. */
    async notices(): Promise<string[]> {
      await find('notices-open').click()
      await find('notices-drawer').locator('.notice, .paged-empty').first().waitFor()
      const rows = await find('notice').allInnerTexts()
      await page.locator('.ant-drawer-close').click()
      return rows.map((row) => row.replaceAll('\n', ' '))
    },
    historyOf: (): Promise<(string | undefined)[]> =>
      find('timeline')
        .locator('li')
        .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset.action).reverse()),
  }
}
