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

let server: CountyServer
let browser: Browser
let matterIds: readonly string[]
const states = new Map<string, State>()

beforeAll(async () => {
  server = await openCountyServer()
  matterIds = await stageCounty(server)
  browser = await openBrowser()
  for (const user of ['officer', 'gridWorker', 'resident'] as const)
    states.set(user, await signInOnce(browser, server.url, user))
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** The staged matters are known only once the server runs, and Jest wants the names of its tests before. */
const names = shotsOf([]).map(({ name }) => name)
const seen = new Set<string>()

async function open({ as, ...way }: Shot) {
  const state = as && states.get(as)
  const context = await browser.newContext({
    ...phoneContext(375, 812),
    ...(state ? { storageState: state } : {}),
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  await openShot(page, server.url, way)
  seen.add(/#\/pages\/([^?]+)/.exec(page.url())?.[1] ?? '')
  return { page, close: () => context.close() }
}

test.each(names)(
  '%s: nobody is shut out, and nothing is cut off on a narrow phone or in large type',
  async (name) => {
    const shot = shotsOf(matterIds).find((one) => one.name === name) as Shot
    const { page, close } = await open(shot)
    const faults: string[] = []
    for (const size of sizes) faults.push(...(await layoutFaults(page, size)))
    const found = { axe: await seriousFindings(page), heavy: await heavyPictures(page) }
    expect({ layout: faults, ...found }).toEqual({ layout: [], axe: [], heavy: [] })
    await close()
  },
)

test('every page of the app was looked at', () => {
  expect(pagesOfApp().filter((page) => !seen.has(page))).toEqual([])
})
