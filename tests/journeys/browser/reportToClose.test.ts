import { drawPhoto } from '../../../config/screens/drawPhoto'
import { openCounty, type County } from '../../support/browser/openCounty'
import { nextAnswer, watchRows } from '../../support/browser/watchRows'
import type { HubConsole } from '../../support/pages/hubConsole'
import type { Phone } from '../../support/pages/phone'

/** 暴露垃圾, worth two points once it is confirmed. */
const LITTER = '0501'
/** 网格员 of the demo, of 宝珠村. */
const WORKER = '吴海根'
const ROW_WITHIN_MS = 5_000

let county: County
let officer: Phone
let worker: Phone
let hub: HubConsole
let matterId: string

beforeAll(async () => {
  county = await openCounty()
  ;[officer, worker, hub] = await Promise.all([
    county.openPhone(),
    county.openPhone(),
    county.openConsole(),
  ])
  await Promise.all([officer.signInAs('officer'), worker.signInAs('gridWorker'), hub.signIn()])
})

afterAll(() => county?.close())

test('an officer reports with two photos: three taps, and one for the second photo', async () => {
  const rows = await watchRows(hub.page)
  const [first, second] = await Promise.all([drawPhoto('litter', 1), drawPhoto('litter', 2)])
  const tapsBefore = officer.taps()
  await officer.tapAndPick('home-report', [first])
  await officer.tapAndPick('photo-album', [second])
  await officer.tap(`kind-${LITTER}`)
  const answered = nextAnswer<{ matter: { matterId: string } }>(officer.page, 'reportMatter')
  await officer.tap('report-send')
  const extraPhotos = 1
  expect(officer.taps() - tapsBefore).toBe(3 + extraPhotos)

  const { at, body } = await answered
  matterId = body.matter.matterId
  const shownAfterMs = Math.round((await rows.seenAt(matterId)) - at)
  process.stdout.write(
    `the console showed the report ${shownAfterMs} ms after the phone had its answer\n`,
  )
  expect(shownAfterMs).toBeLessThan(ROW_WITHIN_MS)
  await officer.waitForWords('已送到西江镇')
  expect(await officer.text()).toContain('宝珠村')
})

test('the duty officer sees where it is and what it looks like', async () => {
  await hub.openByKeys(matterId)
  await hub.find('photo').nth(1).waitFor()
  expect(await hub.matter(matterId).innerText()).toContain('宝珠村')
  await hub.page.locator(`[data-marker-for="${matterId}"]`).waitFor()
})

test('the duty officer accepts and dispatches it without touching the mouse', async () => {
  await hub.act('a', { matterId, status: 'accepted' })
  await hub.press('d')
  await hub.find('owner-option').first().waitFor()
  await hub.type(WORKER)
  await hub.find('owner-option').filter({ hasText: WORKER }).first().waitFor()
  await hub.press('Enter')
  await hub.press('Control+Enter')
  await hub.matter(matterId, 'dispatched').waitFor()
})

test('the grid worker claims it and says with a photo and a line that it is done', async () => {
  await worker.tap('home-pool')
  await worker.tap('claim-0')
  await worker.waitForWords('在办，')
  await worker.tap('matter-0')
  await worker.tap('action-handle')
  await worker.write('act-result', '叫了环卫车，已经清走')
  await worker.tapAndPick('photo-camera', [await drawPhoto('cleared')])
  await worker.tap('act-submit')
  await worker.waitForWords('办好了，镇里正在核查')
})

test('the township checks it by the photo and closes it', async () => {
  await hub.matter(matterId, 'handled').waitFor()
  await hub.find('photo').nth(2).waitFor()
  await hub.act('i', { matterId, status: 'inspected' })
  await hub.act('c', { matterId, status: 'closed' }, '已经清走，谢谢您')
  const steps = ['report', 'accept', 'dispatch', 'claim', 'handle', 'inspectResult', 'close']
  expect((await hub.historyOf()).filter((step) => step && steps.includes(step))).toEqual(steps)
})

test('the officer reads each step in plain words and has the points', async () => {
  await officer.openMatter(matterId)
  await officer.waitForWords('办结了')
  const words = await officer.text()
  for (const step of [
    '受理',
    '派遣',
    '我来办',
    '办好了',
    '核查通过',
    '结案',
    '已经清走，谢谢您',
    WORKER,
  ])
    expect(words).toContain(step)
  await officer.page.goto(`${county.url}/#/pages/points/index`)
  await officer.waitForWords('+2')
  expect(await officer.find('points-balance').innerText()).toBe('2')
})

test('a resident cannot see what an officer has reported', async () => {
  const resident = await county.openPhone()
  await resident.signInAs('resident')
  resident.faults.expect(/status of 403/)
  await resident.openMatter(matterId)
  await resident.waitForWords('这件事不在您的辖区内')
  expect(await resident.text()).not.toContain('暴露垃圾')
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})
