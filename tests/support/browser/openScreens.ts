import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { consoleContext, openBrowser, phoneContext } from '../../../config/screens/openBrowser'
import { hubConsole, type HubConsole } from '../pages/hubConsole'
import { phone, type Phone } from '../pages/phone'
import { watchFaults, type Faults } from './watchFaults'

/** As many people before their screens as a journey needs, all in one browser. */
export type Screens = {
  openPhone(): Promise<Phone>
  openConsole(): Promise<HubConsole>
  /** Everything that went wrong unseen, on any screen so far. */
  faults(): string[]
  close(): Promise<void>
}

/** For whatever a person waits for; longer than anybody would. */
const PATIENCE_MS = 15_000

/** `prepare`: what is done to each screen before its first page. The browser starts with the first of them. */
export function openScreens(
  url: string,
  prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve(),
): Screens {
  let browser: Promise<Browser> | undefined
  const watched: Faults[] = []
  async function openPage(options: BrowserContextOptions) {
    const context = await (await (browser ??= openBrowser())).newContext(options)
    context.setDefaultTimeout(PATIENCE_MS)
    await prepare(context)
    const page = await context.newPage()
    const faults = watchFaults(page)
    watched.push(faults)
    return { page, faults }
  }
  return {
    async openPhone() {
      const opened = await openPage(phoneContext())
      await opened.page.goto(`${url}/`)
      // The app names its first page in the address as it starts; an address given sooner would be lost.
      await opened.page.locator('.screen:visible').waitFor()
      return phone(opened.page, opened.faults)
    },
    async openConsole() {
      const opened = await openPage(consoleContext())
      await opened.page.goto(`${url}/hub/`)
      return hubConsole(opened.page, opened.faults)
    },
    faults: () => watched.flatMap(({ list }) => list),
    close: async () => (await browser)?.close(),
  }
}
