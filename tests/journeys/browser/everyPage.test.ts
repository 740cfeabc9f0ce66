import type { Browser } from 'playwright-core'
import { openCountyServer, type CountyServer } from '../../../config/screens/countyServer'
import { openBrowser, phoneContext } from '../../../config/screens/openBrowser'
import { pagesOfApp } from '../../../config/screens/pagesOfApp'
import { shotsOf, type Shot } from '../../../config/screens/phoneShots'
import { openShot, signInOnce } from '../../../config/screens/phoneThumb'
import { stageCounty } from '../../../config/screens/stageCounty'
import { heavyPictures } from '../../support/browser/heavyPictures'
import { layoutFaults } from '../../support/browser/layoutFaults'
import { seriousFindings } from '../../support/browser/seriousFindings'

type State = Awaited<ReturnType<typeof signInOnce>>

const PATIENCE_MS = 15_000
/** The phone most people hold, and the narrowest with the largest type: whatever fits in both fits in between. */
const sizes = [
  { width: 375, height: 812, typeScale: 1 },
  { width: 320, height: 568, typeScale: 1.5 },
]

/** Most of the time a page stands still to be looked at, so several do at once. */
const AT_ONCE = 3

let server: CountyServer
let browser: Browser
const states = new Map<string, State>()

beforeAll(async () => {
  server = await openCountyServer()
  const matterIds = await stageCounty(server)
  browser = await openBrowser()
  for (const user of ['officer', 'gridWorker', 'resident'] as const)
    states.set(user, await signInOnce(browser, server.url, user))
  lookAtAll(shotsOf(matterIds))
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** The staged matters are known only once the server runs, and Jest wants the names of its tests before. */
const names = shotsOf([]).map(({ name }) => name)
const seen = new Set<string>()
type Findings = Record<'layout' | 'axe' | 'heavy', readonly string[]>
const looks = new Map<string, Promise<Findings>>()

/** Begins all looks, a few at a time; each test waits for its own. */
function lookAtAll(shots: readonly Shot[]): void {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve())
  shots.forEach((shot, n) => {
    const look = lanes[n % AT_ONCE]?.then(() => lookAt(shot)) as Promise<Findings>
    looks.set(shot.name, look)
    lanes[n % AT_ONCE] = look.catch(() => undefined)
  })
}

async function lookAt({ as, ...way }: Shot): Promise<Findings> {
  const state = as && states.get(as)
  const context = await browser.newContext({
    ...phoneContext(375, 812),
    ...(state ? { storageState: state } : {}),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await openShot(page, server.url, way)
  seen.add(/#\/pages\/([^?]+)/.exec(page.url())?.[1] ?? '')
  const layout: string[] = []
  for (const size of sizes) layout.push(...(await layoutFaults(page, size)))
  const axe = await seriousFindings(page)
  const heavy = await heavyPictures(page)
  await context.close()
  return { layout, axe, heavy }
}

test.each(names)(
  '%s: nobody is shut out, and nothing is cut off on a narrow phone or in large type',
  async (name) => {
    expect(await looks.get(name)).toEqual({ layout: [], axe: [], heavy: [] })
  },
)

test('every page of the app was looked at', () => {
  expect(pagesOfApp().filter((page) => !seen.has(page))).toEqual([])
})
