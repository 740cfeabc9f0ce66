import type { Locator, Page } from 'playwright-core'
import type { Faults } from '../browser/watchFaults'
import { testCounty } from '../testCounty'

/** The township's console, and the officer on duty before it. */
export type HubConsole = ReturnType<typeof hubConsole>

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
    historyOf: (): Promise<(string | undefined)[]> =>
      find('timeline')
        .locator('li')
        .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset.action).reverse()),
  }
}
