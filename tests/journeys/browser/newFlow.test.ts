import { allFlows } from '@domain/flows/allFlows'
import { borrowingFlow } from '../../support/borrowingFlow'
import { openCountyInTime, type CountyInTime } from '../../support/browser/openCountyInTime'
import { nextAnswer } from '../../support/browser/watchRows'
import type { HubConsole } from '../../support/pages/hubConsole'
import type { Phone } from '../../support/pages/phone'
import { testCounty } from '../../support/testCounty'

const { township, village } = testCounty

/** Both faces are built: neither has ever seen this table. */
let county: CountyInTime
let borrower: Phone
let neighbour: Phone
let hub: HubConsole
let matterId: string

beforeAll(async () => {
  county = await openCountyInTime({ flows: [...allFlows, borrowingFlow] })
  borrower = await county.openPhone(`re-${village}-1`)
  hub = await county.openConsole(`hub-${township}`)
})

afterAll(() => county?.close())

test('a resident finds the new system under 更多办事 and fills in its form', async () => {
  await borrower.tap('home-more')
  await borrower.waitForWords(borrowingFlow.purpose)
  await borrower.tap('begin-borrowing')
  await borrower.tap('form-tool-pump')
  await borrower.takeWheel('form-until')
  await borrower.waitForWords('宝珠村')
  expect(await borrower.find('photo-camera').count()).toBe(0)
  const arriving = nextAnswer<{ matter: { matterId: string } }>(borrower.page, 'reportMatter')
  await borrower.tap('report-send')
  matterId = (await arriving).body.matter.matterId
})

test('the township sees it come, reads what was asked, and lends', async () => {
  await hub.open(matterId)
  expect(await hub.row(matterId).innerText()).toContain('借用器材')
  await hub.page.locator('[data-field-name=tool]').getByText('抽水机').waitFor()
  await hub.take('lend', (form) => form.useTemplate('result'))
  await hub.matter(matterId, 'lent').waitFor()
  expect(await hub.find('checklist-row').allInnerTexts()).toHaveLength(3)
})

test('the borrower is told; a neighbour sees it around and waits for it', async () => {
  await borrower.openNews('notices')
  await borrower.waitForWords('借出：到村委会来拿')
  neighbour = await county.openPhone(`re-${village}-2`)
  await neighbour.openNews('around')
  await neighbour.tap('matter-0')
  await neighbour.waitForWords('抽水机')
  await neighbour.act('waitForIt')
  await hub.page.locator('[data-roll=waiting]').getByText('1', { exact: true }).waitFor()
})

test('when its day is over it is red at the hub and with whoever has it', async () => {
  await county.passUntil(Date.parse(`${county.day(1)}T00:01:00+08:00`))
  await hub.find('timeline').getByText('已超过期限').waitFor()
  expect((await hub.notices())[0]).toContain('说好的日子过了，请还回来')
  await borrower.openNews('notices')
  await borrower.waitForWords('▲ 已超期 借用器材 · 借出去了')
})

test('it comes back part by part, and with the last it ends by itself', async () => {
  for (const part of ['1', '2', '3']) {
    await hub.take('takeBack', (form) => form.choose('row', part))
    await hub.page
      .locator('[data-testid=checklist-row][data-state=done]')
      .nth(Number(part) - 1)
      .waitFor()
  }
  await hub.matter(matterId, 'returned').waitFor()
  expect(await hub.titles()).toEqual([
    '想借器材',
    '借出',
    '我也要借，排队',
    '已超过期限',
    '还回一样',
    '还回一样',
    '还回一样',
    '都还了',
  ])
  await borrower.openMatter(matterId)
  await borrower.waitForWords('都还了，谢谢')
})

test('the figures count it', async () => {
  await hub.find('nav-figures').click()
  const own = hub.find('flow-figures').filter({ hasText: '借用器材' })
  await own.getByTestId('rate-ended').getByText('1/1').waitFor()
  expect(await own.getByTestId('count-overdue').innerText()).toContain('1')
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})
