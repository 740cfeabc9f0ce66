import type { Page } from 'playwright-core'

/** From now on the console itself notes when each row first appears, by the clock of this machine. */
export async function watchRows(
  page: Page,
): Promise<{ seenAt(matterId: string): Promise<number> }> {
  await page.evaluate(() => {
    const seen: Record<string, number> = {}
    Object.assign(window, { rowsSeenAt: seen })
    const note = () => {
      for (const row of document.querySelectorAll<HTMLElement>('[data-testid=inbox-row]'))
        seen[row.dataset.matterId ?? ''] ??= Date.now()
    }
    note()
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true })
  })
  return {
    async seenAt(matterId) {
      await page.locator(`[data-testid=inbox-row][data-matter-id="${matterId}"]`).waitFor()
      // A page that was loaded anew has forgotten it all, and this fails.
      return page.evaluate((id) => (window as unknown as Seen).rowsSeenAt[id] as number, matterId)
    },
  }
}

type Seen = { readonly rowsSeenAt: Readonly<Record<string, number>> }

/** When the page had the whole of the next answer to this command, and what it said. */
export async function nextAnswer<Body>(
  page: Page,
  name: string,
): Promise<{ readonly at: number; readonly body: Body }> {
  const response = await page.waitForResponse((one) => one.url().endsWith(`/api/v1/${name}`))
  await response.finished()
  const { startTime, responseEnd } = response.request().timing()
  return { at: startTime + responseEnd, body: (await response.json()) as Body }
}
