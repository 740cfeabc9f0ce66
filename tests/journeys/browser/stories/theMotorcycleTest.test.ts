import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { newId } from '../../../support/httpClient'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'
import { testCounty } from '../../../support/testCounty'

const { township } = testCounty

const HUB = `hub-${township}`
const SECRETARY = `vo-${township}215-1`
const WANTED = 20
const SCHEDULED = '人数够了，定下来了'
const REMINDED = '明天就办，记得带材料'
const WHERE = '宝珠村小学操场'
/** Two residents each of the villages around. */
const villages = ['201', '202', '203', '205', '206', '207', '209', '210', '211', '214', '215']
const residents = villages.flatMap((village) => [
  `re-${township}${village}-1`,
  `re-${township}${village}-2`,
])
const [first = '', ...others] = residents
const between = others.slice(0, WANTED - 2)
const [twentieth = '', twentyFirst = '', notComing = ''] = others.slice(WANTED - 2)
const signedUp = [first, ...between, twentieth, twentyFirst]

let county: CountyInTime
let hub: HubConsole
let firstPhone: Phone
let lastPhones: Phone[]
let matterId: string
let plannedAt: string

beforeAll(async () => {
  county = await openCountyInTime()
  hub = await county.openConsole(HUB)
  plannedAt = `${county.day(10)}T09:00`
})

afterAll(() => county?.close())

test('the township offers the motorcycle test in the village as soon as twenty have signed up', async () => {
  matterId = await hub.begin({ code: '2201', name: '送考下乡' }, async (form) => {
    await form.write('_text', '摩托车驾照考试送到村里来')
    await form.write('threshold', String(WANTED))
    await form.write('places', '30')
    await form.write('signUpUntil', county.day(7))
    await form.write('plannedAt', plannedAt)
    await form.write('where', WHERE)
    await form.write('papers', '身份证、体检表')
  })
  await hub.matter(matterId, 'collecting').waitFor()
})

test('the first resident finds it around and signs up', async () => {
  firstPhone = await county.openPhone(first)
  await openAround(firstPhone)
  await firstPhone.act('signUp')
  await firstPhone.waitForWords('还差 19 人')
})

test('eighteen more come from the villages around, and nineteen are not enough', async () => {
  for (const account of between)
    await county.ask(account, 'actOnMatter', {
      commandId: newId(),
      matterId,
      action: 'signUp',
      input: {},
    })
  await signUps('19/20').waitFor()
  expect(await hub.matter(matterId, 'collecting').count()).toBe(1)
})

test('the twentieth and the twenty-first come at the same moment, and the session is set exactly once', async () => {
  lastPhones = [await county.openPhone(twentieth), await county.openPhone(twentyFirst)]
  for (const phone of lastPhones) {
    await openAround(phone)
    await phone.tap('action-signUp')
    await phone.find('act-submit').waitFor()
  }
  await Promise.all(lastPhones.map((phone) => phone.tap('act-submit')))
  await signUps('21/20').waitFor()
  await hub.matter(matterId, 'scheduled').waitFor()
  const titles = await hub.titles()
  expect(titles.filter((title) => title === '我要报名')).toHaveLength(21)
  expect(titles.filter((title) => title === SCHEDULED)).toHaveLength(1)
})

test('everybody who signed up is told, and reads the day and the place', async () => {
  await firstPhone.openNews('notices')
  await firstPhone.waitForWords('送服务下乡 · 定下来了')
  await firstPhone.tap('notice-0')
  await firstPhone.waitForWords(WHERE)
  const [, month, day] = /-0?(\d+)-0?(\d+)T/.exec(plannedAt) ?? []
  expect(await firstPhone.text()).toContain(`${month}月${day}日 09:00`)
  for (const account of [first, ...between]) expect(await told(account)).toEqual([SCHEDULED])
  expect(await told(notComing)).toEqual([])
})

test('whoever of the two came last signed up for what was set already, and reads it there', async () => {
  const heard = [await told(twentieth), await told(twentyFirst)].flat()
  expect(heard).toEqual([SCHEDULED])
  for (const phone of lastPhones) {
    await phone.openMatter(matterId)
    await phone.waitForWords('人数够了，时间地点定了')
    expect(await phone.text()).toContain(WHERE)
  }
})

test('the day before, everybody is reminded once; somebody says that they come', async () => {
  await county.passUntil(Date.parse(`${plannedAt}:00+08:00`) - 24 * 3_600_000 - 60_000)
  await hub.matter(matterId, 'scheduled').waitFor()
  await county.pass({ minutes: 2 })
  await hub.matter(matterId, 'reminded').waitFor()
  for (const account of signedUp)
    expect((await told(account)).filter((words) => words !== SCHEDULED)).toEqual([REMINDED])
  expect(await told(notComing)).toEqual([])
  await firstPhone.openMatter(matterId)
  await firstPhone.waitForWords('已提醒大家，到时候见')
  await firstPhone.act('confirm', () => firstPhone.tap('act-coming-yes'))
})

test('on the day attendance is taken, everybody once', async () => {
  await county.passUntil(Date.parse(`${plannedAt}:00+08:00`))
  await hub.matter(matterId, 'underway').waitFor()
  await attendAtConsole(first)
  await attendOnPhone(twentieth)
  for (const account of between.slice(1)) await attend(account)
  await expect(attend(first)).rejects.toThrow('matter.entered-before')
  await hub.page.locator('[data-roll=attendance]').getByText('19', { exact: true }).waitFor()
  await hub.page.locator('[data-roll=attendance]').getByTestId('roll-open').click()
  await hub
    .find('roll-names')
    .getByText(await county.nameOf(first))
    .waitFor()
})

test('the result is told to everybody who signed up', async () => {
  await hub.take('hold', async (form) => {
    await form.write('attended', '19')
    await form.write('succeeded', '17')
    await form.useTemplate('result')
  })
  await hub.matter(matterId, 'held').waitFor()
  await lastPhones[0]?.openMatter(matterId)
  await lastPhones[0]?.waitForWords('都办好了，证件当天发')
  for (const account of signedUp) expect((await told(account))[0]).toMatch(/办完了/)
})

test('the township reads the whole story afterwards', async () => {
  const titles = await hub.titles()
  const once = titles.filter((title, at) => title !== titles[at - 1])
  expect(once.filter((title) => title !== '我要报名')).toEqual([
    '发起报名',
    SCHEDULED,
    '时间到了',
    REMINDED,
    '去不去',
    '时间到了',
    '到时间了，开始办',
    '到场一人',
    '办完了',
  ])
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})

async function openAround(phone: Phone): Promise<void> {
  await phone.openNews('around')
  await phone.tap('matter-0')
  await phone.waitForWords('正在报名，人数够了就定下来')
}

function signUps(tally: string) {
  return hub.page.locator('[data-roll=signUps]').getByText(tally, { exact: true })
}

async function attendAtConsole(account: string): Promise<void> {
  const [name, personId] = [await county.nameOf(account), await county.personIdOf(account)]
  await hub.take('attend', (form) => form.findPerson('attendee', name, personId))
}

/** The village's officer at the door of the school, who finds residents only among those who signed up. */
async function attendOnPhone(account: string): Promise<void> {
  const phone = await county.openPhone(SECRETARY)
  await phone.openMatter(matterId)
  await phone.act('attend', async () => {
    await phone.write('act-attendee', await county.nameOf(notComing))
    await phone.tap('act-attendee-find')
    await phone.waitForWords('没有')
    await phone.write('act-attendee', await county.nameOf(account))
    await phone.tap('act-attendee-find')
    await phone.tap(`act-attendee-found-${await county.personIdOf(account)}`)
  })
}

async function attend(account: string): Promise<void> {
  const input = { attendee: await county.personIdOf(account) }
  await county.ask(HUB, 'actOnMatter', { commandId: newId(), matterId, action: 'attend', input })
}

/** What somebody has been told of it, the latest first. */
async function told(account: string): Promise<string[]> {
  const { items } = await county.ask(account, 'listNotices', {})
  return items.map(({ words }) => words)
}
