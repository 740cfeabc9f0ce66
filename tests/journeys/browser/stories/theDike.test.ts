import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { drawPhoto } from '../../../../config/screens/drawPhoto'
import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { newId } from '../../../support/httpClient'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'
import { testCounty } from '../../../support/testCounty'

const { township, village } = testCounty

const HUB = `hub-${township}`
/** 村支书 and 网格员 of 宝珠村, who walk the dike; 水利所 and 派出所 of the township, who are whistled for. */
const SECRETARY = `vo-${village}-1`
const WORKER = `gw-${village}003-1`
const WATER = { account: `dept-${township}-waterAffairs`, code: `${township}-waterAffairs` }
const POLICE = { account: `dept-${township}-police`, code: `${township}-police` }
const SECTIONS = ['渡口到水闸', '水闸到宝珠桥', '宝珠桥到下坪'] as const
const SEEP = '水闸下游三十米堤脚渗水，水是浑的'

type Input = NonNullable<RequestInputOf<Operations['actOnMatter']>['input']>

let county: CountyInTime
let hub: HubConsole
let secretary: Phone
let worker: Phone
let alertId: string
let whistleId: string

beforeAll(async () => {
  county = await openCountyInTime({ at: '19:30' })
  hub = await county.openConsole(HUB)
  secretary = await county.openPhone(SECRETARY)
  worker = await county.openPhone(WORKER)
})

afterAll(() => county?.close())

test('the hub issues the alert with the sections to walk before midnight', async () => {
  alertId = await hub.begin({ code: '1701', name: '防汛' }, async (form) => {
    await form.choose('level', 'orange')
    await form.write('words', '今晚水位还要涨，河边的人家不要下河')
    await form.writeRows(
      'sections',
      SECTIONS.map((title) => ({ title, due: county.day() })),
    )
  })
  await hub.matter(alertId, 'alerted').waitFor()
  expect(await hub.find('checklist-row').count()).toBe(SECTIONS.length)
})

test('a patrol of two finds the alert, and each walks a section with its place and a photo', async () => {
  await openAlert(secretary)
  await walk(secretary, '1', 0)
  await openAlert(worker)
  await walk(worker, '2', 2)
  await hub.page.locator('[data-testid=checklist-row][data-state=done]').nth(1).waitFor()
  await hub.find('photo').nth(1).waitFor()
})

test('the seep that the worker found becomes a hazard of its own at the hub', async () => {
  await worker.act('floodHazard', () => worker.write('act-hazard', SEEP))
  await hub.find('linked-matter').first().waitFor()
  expect(await hub.find('linked-matter').first().innerText()).toContain('事件 · 已上报')
})

test('the hub blows the emergency whistle for 水利所 and 派出所', async () => {
  await hub.take('blowWhistle', async (form) => {
    await form.write('hazard', SEEP)
    await form.findOwner('owners', '水利', WATER.code)
    await form.findOwner('owners', '派出所', POLICE.code)
  })
  const whistle = hub.find('linked-matter').filter({ hasText: '吹哨报到' })
  whistleId = (await whistle.getAttribute('data-matter-id')) ?? ''
  await whistle.click()
  await hub.matter(whistleId, 'blown').waitFor()
  expect(await hub.find('called').count()).toBe(2)
})

test('both sign, make contact, report in on site and answer', async () => {
  const [water, police] = await Promise.all([
    county.openPhone(WATER.account),
    county.openPhone(POLICE.account),
  ])
  for (const phone of [water, police]) {
    await phone.tap('home-news')
    await phone.waitForWords('吹哨报到')
    await phone.tap('notice-0')
    await phone.act('signCall')
  }
  await hub.matter(whistleId, 'contacting').waitFor()
  for (const phone of [water, police])
    await phone.act('contact', () => phone.write('act-spokenTo', '守堤的网格员'))
  await hub.matter(whistleId, 'arriving').waitFor()
  await county.pass({ minutes: 12 })
  for (const phone of [water, police]) await phone.act('reportIn')
  await hub.matter(whistleId, 'handling').waitFor()
  await county.pass({ minutes: 70 })
  await answer(water, '铺了反滤料，围了养水盆，渗水变清了')
  await answer(police, '堤边路口已封，劝离了看水的人')
  await hub.matter(whistleId, 'answered').waitFor()
})

test('it is closed by nothing but the rating of each answer by whoever blew', async () => {
  for (const { code } of [WATER, POLICE]) {
    await hub.take('rateAnswer', async (form) => {
      await form.findOwner('owner', code === WATER.code ? '水利' : '派出所', code)
      await form.choose('satisfaction', 'satisfied')
    })
  }
  await hub.matter(whistleId, 'closed').waitFor()
  expect(await hub.titles()).toEqual([
    '吹哨',
    '签收',
    '签收',
    '都签收了',
    '联系上了',
    '联系上了',
    '都联系上了',
    '到场报到',
    '到场报到',
    '都报到了',
    '答复',
    '答复',
    '都答复了',
    '评价答复',
    '评价答复',
    '都评价了，销哨',
  ])
})

test('a section that nobody walked is red after its time, at the hub and on the phone', async () => {
  await hub.page.goto(`${county.url}/hub/#/matters/${alertId}`)
  await hub.matter(alertId).waitFor()
  await county.passUntil(Date.parse(`${county.day(1)}T00:05:00+08:00`))
  const red = hub.page.locator('[data-testid=checklist-row][data-state=overdue]')
  await red.getByText(SECTIONS[2]).waitFor()
  expect(await red.count()).toBe(1)
  expect((await hub.notices())[0]).toContain(`“${SECTIONS[2]}”到期还没有办`)
  await openAlert(secretary)
  await secretary.waitForWords('▲ 已超期')
})

test('whoever is missing keeps the alert from being lifted until they are accounted for', async () => {
  await secretary.act('reportMissing', () => secretary.write('act-missing-0', '下坪组成家，两口人'))
  await hub.find('checklist').getByText('下坪组成家，两口人').waitFor()
  await hub.find('action-accountFor').waitFor()
  expect(await hub.find('action-lift').count()).toBe(0)
  await hub.take('accountFor', async (form) => {
    await form.choose('row', '1')
    await form.write('result', '平安，已转移')
  })
  await walk(secretary, '3', 0)
  await hub.find('photo').nth(2).waitFor()
  await hub.take('lift', (form) => form.write('words', '水退了，可以回家'))
  await hub.matter(alertId, 'lifted').waitFor()
})

test('the hazard itself is handled, inspected by another, and closed', async () => {
  const { children } = await county.ask(HUB, 'getMatter', { matterId: alertId })
  const hazard = children.find(({ matterId }) => matterId !== whistleId)
  const matterId = hazard?.matterId ?? ''
  const owner = { kind: 'department', departmentCode: WATER.code } as const
  const steps = [
    [HUB, 'accept', {}],
    [HUB, 'dispatch', { owner }],
    [WATER.account, 'claim', {}],
    [WATER.account, 'handle', { result: '堤脚已加固，派人守着', photos: [newId()] }],
    [HUB, 'inspectResult', {}],
    [HUB, 'close', { result: '险情已排除，谢谢您' }],
  ] satisfies [string, string, Input][]
  for (const [account, action, input] of steps)
    await county.ask(account, 'actOnMatter', { commandId: newId(), matterId, action, input })
  await worker.openMatter(matterId)
  await worker.waitForWords('险情已排除，谢谢您')
})

test('the township reads the whole night afterwards', async () => {
  await hub.take('summarise', async (form) => {
    await form.write('moved', '2')
    await form.write('rescued', '0')
    await form.useTemplate('result')
  })
  await hub.matter(alertId, 'closed').waitFor()
  const titles = (await hub.titles()).filter((title) => title !== '照片已送到')
  expect(titles).toEqual([
    '发布预警',
    '这一段走完了',
    '这一段走完了',
    '发现险情',
    '吹应急哨',
    '清单上有一项到期没办',
    '有人失联或被困',
    '找到了',
    '这一段走完了',
    '解除预警',
    '写小结',
  ])
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})

async function openAlert(phone: Phone): Promise<void> {
  await phone.openNews('around')
  await phone.tap('matter-0')
  await phone.waitForWords('预警有效，巡查和值守在进行')
}

/** A section, where one stands, what it looks like, and what one sees. */
async function walk(phone: Phone, section: string, seen: number): Promise<void> {
  await phone.act('walk', async () => {
    await phone.tap(`act-row-${section}`)
    await phone.tap('act-where')
    await phone.waitForWords('误差约')
    await phone.tapAndPick('photo-camera', [await drawPhoto('ditch', Number(section))])
    await phone.tap(`act-note-template-${seen}`)
  })
}

async function answer(phone: Phone, result: string): Promise<void> {
  await phone.act('answerCall', async () => {
    await phone.takeWheel('act-acceptedOn')
    await phone.write('act-spokenTo', '守堤的网格员')
    await phone.write('act-result', result)
    await phone.takeWheel('act-solveBy')
  })
}
