import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../../config/screens/openBrowser'
import { pagesOfApp } from '../../../config/screens/pagesOfApp'
import { createCompiledApi, signedInStorage } from '../../miniapp/support/compiledApi'
import { gridWorkerWu, matterOf, ownGrid } from '../../miniapp/support/township'
import { layoutFaults } from '../../support/browser/layoutFaults'
import { unspoken } from '../../support/browser/unspoken'
import { weappDist } from '../../support/weappHost'
import { stageWeapp } from '../../support/weappPicture'

/** The compiled pages with their own WXSS, laid out by Chromium, as narrow and in as large a type as people have it. */
const sizes = [
  { width: 375, height: 812, typeScale: 1 },
  { width: 320, height: 568, typeScale: 1.5 },
]

const LONG_NAME = '阿卜杜热合曼·买买提明江·如苏力'

const addresses: Readonly<Record<string, string>> = {
  'matter/index': '?matterId=m-1',
  'act/index': '?matterId=m-1&action=handle',
}

const square = [
  [112.4, 24.7],
  [112.42, 24.7],
  [112.42, 24.72],
  [112.4, 24.72],
]

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser?.close())

async function openWeapp(): Promise<Page> {
  const api = createCompiledApi()
  const person = { ...gridWorkerWu, name: LONG_NAME }
  api.world.person = person
  const photos = [1, 2, 3].map((n) => ({
    fileId: `f-${n}`,
    takenFor: 'report',
    state: 'ready',
    url: `/files/${n}.jpg`,
    thumbnailUrl: `/files/${n}-small.jpg`,
  }))
  const matter = matterOf({ photos: photos as never, text: '很长很长的一段话'.repeat(40) })
  api.queries.listGrids = { datum: 'gcj02', items: [{ ...ownGrid, geometry: [[square]] }] }
  api.queries.getMatter = { matter, history: [], actions: [], children: [] }
  const [session] = signedInStorage().values()
  const kept = (JSON.parse(session ?? '') as { data: object }).data
  const page = await browser.newPage({ viewport: sizes[0] ?? null, hasTouch: true, isMobile: true })
  await stageWeapp(
    page,
    {
      dist: weappDist,
      width: 375,
      height: 812,
      phone: { permissions: { 'scope.userLocation': false } },
      storage: { session: { ...kept, person } },
    },
    api.network,
  )
  return page
}

test('on every compiled page a thumb finds what it touches, large type is whole, and all is read aloud', async () => {
  const page = await openWeapp()
  const faults: string[] = []
  const look = async (name: string) => {
    for (const size of sizes)
      for (const fault of await layoutFaults(page, size)) faults.push(`${name}: ${fault}`)
    for (const words of await unspoken(page)) faults.push(`${name}: ${words}`)
  }
  for (const name of pagesOfApp()) {
    await page.evaluate((url) => window.openPage(url), `/pages/${name}${addresses[name] ?? ''}`)
    await look(name)
  }
  // Those that nobody opens by an address, as they are come to; the phone may not say where it is.
  await page.evaluate((url) => window.openPage(url), '/pages/home/index')
  await page.evaluate(() => window.takeStep('#home-report'))
  await page.evaluate(() => window.takeStep('#kind-0603'))
  await look('a report with a photo')
  await page.evaluate(() => window.takeStep('#report-pin'))
  await page.evaluate(() => window.takeStep('#pin-north'))
  expect(await page.locator('#pin-words, .strong').allInnerTexts()).toContain('宝珠村 第3网格')
  await look('a pin')
  expect(faults).toEqual([])
})
