import { openCounty, type County } from '../../support/browser/openCounty'
import { sendReport, tokenOf } from '../../support/browser/sendReport'
import type { Phone } from '../../support/pages/phone'

const MATTERS = 200

let county: County
let officer: Phone

beforeAll(async () => {
  county = await openCounty()
  await sendReport(county.url, await tokenOf(county.url, 'officer'), '路灯不亮')
  officer = await county.openPhone()
})

afterAll(() => county?.close())

type Page = { items: { matterId: string; number: string }[]; next: string | null }

/** One matter of the server, two hundred times over: what is looked at is the list and not what stands in it. */
async function fillList(): Promise<void> {
  await officer.page.route('**/api/v1/listMatters', async (route) => {
    const asked = route.request().postDataJSON() as { limit: number; after?: string }
    const answer = await route.fetch({ postData: { filter: { mine: true }, limit: 1 } })
    const [one] = ((await answer.json()) as Page).items
    const from = Number(asked.after ?? 0)
    const items = Array.from({ length: Math.min(asked.limit, MATTERS - from) }, (_, n) => ({
      ...one,
      matterId: `m-${from + n}`,
    }))
    const next = from + items.length < MATTERS ? String(from + items.length) : null
    await route.fulfill({ json: { items, next } })
  })
}

const rowsDrawn = () => officer.page.locator('.matter-card:visible').count()

/** As a thumb does it, a little back before each fling: Taro tells of an end only to whoever had left it. */
const fling = (to: 'end' | 'top') =>
  officer.page.evaluate(async (where) => {
    const moved = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const [scrolled] = [...document.querySelectorAll('.taro_page')].filter(
      (one) => one.scrollHeight > one.clientHeight && one.checkVisibility(),
    )
    scrolled?.scrollBy(0, -200)
    await moved()
    await moved()
    scrolled?.scrollTo(0, where === 'end' ? scrolled.scrollHeight : 0)
    await moved()
  }, to)

test('two hundred matters scroll to their end and back, and the screen never holds them all', async () => {
  await fillList()
  await officer.signInAs('officer')
  await officer.openTab('事项')
  await officer.find('matter-0').waitFor()
  const drawn: number[] = []
  while (!(await officer.find(`matter-${MATTERS - 1}`).isVisible())) {
    await fling('end')
    await officer.page.waitForTimeout(50)
    drawn.push(await rowsDrawn())
    expect(drawn.length).toBeLessThan(400)
  }
  expect(Math.max(...drawn)).toBeLessThanOrEqual(50)
  expect(await officer.find('matter-0').isVisible()).toBe(false)

  await fling('top')
  await officer.find('matter-0').waitFor()
  expect(await officer.find('matter-0').isVisible()).toBe(true)
  expect(await officer.find(`matter-${MATTERS - 1}`).isVisible()).toBe(false)
  expect(county.faults()).toEqual([])
})
