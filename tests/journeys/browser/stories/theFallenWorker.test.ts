import { drawPhoto } from '../../../../config/screens/drawPhoto'
import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { newId } from '../../../support/httpClient'
import type { HubConsole } from '../../../support/pages/hubConsole'
import { testCounty } from '../../../support/testCounty'

const { township, village } = testCounty

const HUB = `hub-${township}`
const JUSTICE = { account: `dept-${township}-justice`, code: `${township}-justice` }
const POLICE = { account: `dept-${township}-police`, code: `${township}-police` }
const MEDIATOR = { account: `me-${township}-1`, name: '邓庆敏' }
const AGREEMENT = '包工头付六成，房主付四成，一共八万六千元，分两次付清'

let county: CountyInTime
let hub: HubConsole
let matterId: string
/** The days of the visits count from the prescription. */
let prescribedAt: number

beforeAll(async () => {
  county = await openCountyInTime()
  hub = await county.openConsole(HUB)
})

afterAll(() => county?.close())

test('the family comes to the street office, and the hub registers it at the console', async () => {
  matterId = await hub.begin({ code: '2104', name: '损害赔偿' }, async (form) => {
    await form.chooseArea('_area', village)
    await form.write('_text', '在宝珠村盖房从脚手架上摔下来，包工头和房主都说不归自己')
    await form.choose('onBehalf', 'family')
    await form.write('oneSide', '伤者的妻子')
    await form.write('otherSide', '包工头、房主')
  })
  await hub.matter(matterId, 'registered').waitFor()
})

test('within the hour there is an appointment for the same day, and no later one is taken', async () => {
  await expect(
    act(HUB, 'triageSoon', {
      table: 'damages',
      meetAt: `${county.day(3)}T10:00:00+08:00`,
      team: [await county.personIdOf(MEDIATOR.account)],
    }),
  ).rejects.toThrow('matter.form')
  const mediator = await county.personIdOf(MEDIATOR.account)
  await hub.take('triageSoon', async (form) => {
    await form.choose('table', 'damages')
    await form.write('meetAt', `${county.day()}T15:00`)
    await form.findPerson('team', MEDIATOR.name, mediator)
  })
  await hub.matter(matterId, 'booked').waitFor()
})

test('司法所 and 派出所 are called to the joint meeting, sign on their phones and answer', async () => {
  await hub.take('callDepartments', async (form) => {
    await form.findOwner('owners', '司法', JUSTICE.code)
    await form.findOwner('owners', '派出所', POLICE.code)
  })
  await hub.find('called').nth(1).waitFor()
  const justice = await county.openPhone(JUSTICE.account)
  await justice.openNews('notices')
  await justice.waitForWords('民事诊所')
  await justice.tap('notice-0')
  await justice.act('signCall')
  await justice.act('answerCall', () => justice.write('act-result', '三方责任的依据已备好'))
  await act(POLICE.account, 'signCall')
  await act(POLICE.account, 'answerCall', { result: '现场和工友的笔录已带来' })
  await hub.page.locator('[data-testid=called][data-state=done]').nth(1).waitFor()
})

test('the meeting is held at the hour, and its minutes are filed', async () => {
  await county.passUntil(Date.parse(`${county.day()}T15:00:00+08:00`))
  await hub.take('meet', async (form) => {
    await form.write('attendance', '伤者的妻子、包工头、房主、司法所、派出所、调解员')
    await form.write('minutes', '没有系安全绳，脚手架是包工头搭的，房主知道没有资质')
  })
  await hub.matter(matterId, 'met').waitFor()
})

test('the prescription says who does what by when, with the signed paper of the agreement', async () => {
  await hub.take('prescribe', async (form) => {
    await form.writeRows('steps', [
      { title: '包工头付第一笔', due: county.day(2) },
      { title: '房主付清', due: county.day(20) },
    ])
    await form.write('agreement', AGREEMENT)
    await form.write('amount', '86000')
    await form
      .field('signature')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'signed.jpg',
        mimeType: 'image/jpeg',
        buffer: await drawPhoto('ditch', 1),
      })
    await form.field('signature').getByText('已传到').waitFor()
  })
  prescribedAt = county.now()
  // The links of pictures end while the console stays open for weeks.
  hub.faults.expect(/status of 403 .*\/photos\//)
  await hub.matter(matterId, 'prescribed').waitFor()
  expect(await hub.find('checklist-row').count()).toBe(2)
  await hub.find('photo').first().waitFor()
  await hub.find('filled-fields').getByText(AGREEMENT).waitFor()
})

test('the first payment is made in time and ticked; after seven days the hub is told to visit', async () => {
  await county.pass({ days: 1 })
  await hub.take('tickStep', (form) => form.choose('row', '1'))
  await hub.page.locator('[data-testid=checklist-row][data-state=done]').waitFor()
  await passUntilDay(7)
  expect((await hub.notices())[0]).toMatch(/民事诊所/)
  await hub.take('revisit', (form) => form.choose('effect', 'better'))
  await hub.matter(matterId, 'followed').waitFor()
})

test('the second payment is overdue, red, and then made', async () => {
  await passUntilDay(22)
  await hub.page
    .locator('[data-testid=checklist-row][data-state=overdue]')
    .getByText('房主付清')
    .waitFor()
  await hub.take('tickStep', (form) => form.choose('row', '2'))
  await hub.page.locator('[data-testid=checklist-row][data-state=done]').nth(1).waitFor()
})

test('after thirty days the hub is told again, visits and finds it settled', async () => {
  await passUntilDay(29)
  expect(await overdueNotices()).not.toContain('已回访一次')
  hub.faults.expect(/status of 401/)
  await passUntilDay(30)
  await hub.find('sign-in').waitFor()
  await hub.signIn(HUB)
  await hub.matter(matterId, 'followed').waitFor()
  expect(await overdueNotices()).toContain('已回访一次')
  await hub.take('settle', (form) => form.useTemplate('result'))
  await hub.matter(matterId, 'settled').waitFor()
})

test('whoever registered it rates it, and the township reads the whole story afterwards', async () => {
  await hub.take('rate', async (form) => {
    await form.choose('solved', 'yes')
    await form.choose('satisfaction', 'satisfied')
  })
  await hub.find('timeline').getByText('评价').first().waitFor()
  expect(await hub.titles()).toEqual([
    '挂号',
    '分诊',
    '请部门一起会诊',
    '签收',
    '反馈结果',
    '签收',
    '反馈结果',
    '时间已用去 80%',
    '已超过期限',
    '记会诊',
    '开方',
    '照片已送到',
    '这一条做到了',
    '时间已用去 80%',
    '已超过期限',
    '回访（第 7 天）',
    '清单上有一项到期没办',
    '这一条做到了',
    '时间已用去 80%',
    '已超过期限',
    '回访（第 30 天），化解了',
    '评价',
  ])
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})

async function passUntilDay(day: number): Promise<void> {
  await county.passUntil(prescribedAt + day * 24 * 3_600_000 + 60_000)
}

/** What the hub is told because a time is over. */
async function overdueNotices(): Promise<string> {
  const { items } = await county.ask(HUB, 'listNotices', {})
  const red = items.filter((item) => item.matterId === matterId && item.level === 'red')
  return red.map(({ title, words }) => `${title} ${words}`).join('\n')
}

async function act(
  account: string,
  action: string,
  input: Record<string, any> = {},
): Promise<void> {
  await county.ask(account, 'actOnMatter', { commandId: newId(), matterId, action, input })
}
