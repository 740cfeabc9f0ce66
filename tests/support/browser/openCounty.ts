import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { consoleContext, openBrowser, phoneContext } from '../../../config/screens/openBrowser'
import { startServer, type ServerProcess } from '../serverProcess'
import { hubConsole, type HubConsole } from '../pages/hubConsole'
import { phone, type Phone } from '../pages/phone'
import { watchFaults, type Faults } from './watchFaults'

/** The built server with a county of its own, and as many people before their screens as a journey needs. */
export type County = {
  readonly url: string
  openPhone(): Promise<Phone>
  openConsole(): Promise<HubConsole>
  /** Everything that went wrong unseen, on any screen so far. */
  faults(): string[]
  close(): Promise<void>
}

/** For whatever a person waits for; longer than anybody would. */
const PATIENCE_MS = 15_000

export async function openCounty(): Promise<County> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxin-browser-'))
  const server = startServer({ dataDir })
  const [browser, url] = await Promise.all([openBrowser(), server.ready])
  const watched: Faults[] = []
  async function openPage(context: BrowserContext) {
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const faults = watchFaults(page)
    watched.push(faults)
    return { page, faults }
  }
  return {
    url,
    async openPhone() {
      const opened = await openPage(await browser.newContext(phoneContext()))
      await opened.page.goto(`${url}/`)
      // The app names its first page in the address as it starts; an address given sooner would be lost.
      await opened.page.locator('.screen:visible').waitFor()
      return phone(opened.page, opened.faults)
    },
    async openConsole() {
      const opened = await openPage(await browser.newContext(consoleContext()))
      await opened.page.goto(`${url}/hub/`)
      return hubConsole(opened.page, opened.faults)
    },
    faults: () => watched.flatMap(({ list }) => list),
    close: () => close(browser, server, dataDir),
  }
}

async function close(browser: Browser, server: ServerProcess, dataDir: string): Promise<void> {
  await browser.close()
  server.signal('SIGTERM')
  await server.exited
  await rm(dataDir, { recursive: true, force: true })
}
