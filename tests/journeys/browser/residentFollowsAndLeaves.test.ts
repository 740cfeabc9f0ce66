import { readFile } from 'node:fs/promises'
import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { openCounty, type County } from '../../support/browser/openCounty'
import { readQr } from '../../support/browser/readQr'
import { tokenOf } from '../../support/browser/sendReport'
import { seriousFindings } from '../../support/browser/seriousFindings'
import { nextAnswer } from '../../support/browser/watchRows'
import { ask, newId } from '../../support/httpClient'
import type { Phone } from '../../support/pages/phone'
import { testCounty } from '../../support/testCounty'

const LITTER = '0501'
const WORDS = '老唐家门口的垃圾堆了一个星期'

let county: County
let resident: Phone
/** Somebody of the family, who has no account. */
let daughter: Phone
let matterId: string
let code: string
/** What the square on the resident's screen says to a camera. */
let held: readonly string[]

beforeAll(async () => {
  county = await openCounty()
  ;[resident, daughter] = await Promise.all([county.openPhone(), county.openPhone()])
  await resident.signInAs('resident')
})

afterAll(() => county?.close())

const step = async (
  who: 'hubOperator' | 'gridWorker',
  action: string,
  input: RequestInputOf<Operations['actOnMatter']>['input'] = {},
) => {
  const token = await tokenOf(county.url, who)
  await ask(county.url, 'actOnMatter', { commandId: newId(), matterId, action, input }, token)
}

test('a resident finds the grid worker of the village, whom one tap would call', async () => {
  await resident.tap('home-contacts')
  await resident.waitForWords('宝珠村的值班电话')
  expect(await resident.find('contact-call-0').innerText()).toMatch(/拨打\s+0763-000\d{4}/)
  expect(await resident.text()).toContain('镇综治中心值班员')
  expect(await seriousFindings(resident.page)).toEqual([])
  await resident.tap('top-back')
  await resident.tap('home-guides')
  await resident.waitForWords('城乡居民医保参保')
  await resident.tap('top-back')
})

test('they say what is wrong, and hold the code and its square in their hand at once', async () => {
  await resident.tap('home-report')
  await resident.tap(`kind-${LITTER}`)
  await resident.write('report-text', WORDS)
  const answered = nextAnswer<{ matter: { matterId: string; followCode: string } }>(
    resident.page,
    'reportMatter',
  )
  await resident.tap('report-send')
  const { matter } = (await answered).body
  matterId = matter.matterId
  code = matter.followCode
  await resident.waitForWords('已送到西江镇')
  expect((await resident.find('follow-own').innerText()).replace(/\s/g, '')).toBe(code)
  await resident.tap('follow-show')
  const square = resident.find('follow-qr')
  await square.waitFor()
  expect((await square.boundingBox())?.width).toBeGreaterThan(200)
  held = await readQr(square)
  expect(held).toEqual([`${county.url}/#/pages/follow/index?code=${code}`])
})

test('the daughter follows it by the address in the square, signed out, and reads nothing private', async () => {
  const owner = { kind: 'area', areaCode: testCounty.village } as const
  await step('hubOperator', 'accept')
  await step('hubOperator', 'dispatch', { owner })
  await step('gridWorker', 'claim')
  await daughter.page.goto(held[0] ?? '')
  await daughter.waitForWords('有人在办')
  const words = await daughter.text()
  for (const seen of ['西江镇', '已上报', '已受理', '处置中']) expect(words).toContain(seen)
  for (const hidden of [WORDS, '老唐', '宝珠', '网格']) expect(words).not.toContain(hidden)
  expect(await seriousFindings(daughter.page)).toEqual([])
})

test('a code that is wrong by one letter shows nothing', async () => {
  daughter.faults.expect(/status of 404/)
  const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
  await daughter.write('follow-code', wrong)
  await daughter.tap('follow-look')
  await daughter.waitForWords('没有查到')
  expect(await daughter.find('follow-status').count()).toBe(0)
})

test('it is answered; the resident says that it is not solved, and it is opened again', async () => {
  const fileId = newId()
  await step('gridWorker', 'handle', { result: '已经清走', photos: [fileId] })
  await step('hubOperator', 'inspectResult')
  await step('hubOperator', 'close', { result: '您反映的事已经办好' })
  await resident.openMatter(matterId)
  await resident.waitForWords('办结了')
  await resident.act('rate', async () => {
    await resident.tap('act-solved-no')
    await resident.tap('act-satisfaction-unsatisfied')
  })
  await resident.act('reopen', () => resident.write('act-reason', '还是老样子'))
  await resident.waitForWords('在办')
  await daughter.write('follow-code', code)
  await daughter.tap('follow-look')
  await daughter.waitForWords('有人在办')
})

test('they take along all that is theirs, and close the account', async () => {
  await resident.page.goto(`${county.url}/#/pages/my-data/index`)
  await resident.waitForWords('同意记录')
  expect(await seriousFindings(resident.page)).toEqual([])
  const [saved] = await Promise.all([
    resident.page.waitForEvent('download'),
    resident.tap('my-export'),
  ])
  const exported = JSON.parse(await readFile(await saved.path(), 'utf8')) as {
    matters: { text: string; number: string }[]
    points: unknown[]
  }
  expect(exported.matters.map(({ text }) => text)).toEqual([WORDS])
  expect(exported.points).toMatchObject([{ points: 2, kindName: '暴露垃圾与垃圾满溢' }])
  await resident.tap('my-close')
  const asked = resident.page.getByText('注销账号', { exact: true }).filter({ visible: true })
  await asked.last().tap()
  await resident.find('home-sign-in').waitFor()
  await daughter.tap('follow-look')
  await daughter.waitForWords('有人在办')
  const token = await tokenOf(county.url, 'hubOperator')
  const { matter } = await ask(county.url, 'getMatter', { matterId }, token)
  expect(matter.reporter).toMatchObject({ name: '已注销' })
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})
