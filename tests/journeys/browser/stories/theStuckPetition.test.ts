import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { newId } from '../../../support/httpClient'
import { nextAnswer } from '../../../support/browser/watchRows'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'
import { testCounty } from '../../../support/testCounty'

const { code, township, village, anotherVillage } = testCounty

const PETITIONER = `re-${village}-1`
const HUB = `hub-${township}`
/** Who decides on petitions in the township, and who watches over all of them in the county. */
const HEAD = `head-${township}`
const COUNTY_HUB = `hub-${code}`
const SUPERVISOR = `super-${code}`
const UNIT = { account: `dept-${township}-housing`, code: `${township}-housing` }
/** 人大代表, an officer of another village in daily life. */
const DEPUTY = { account: `io-${anotherVillage}-1`, says: '路边的排水沟也要一起做完' }

const TEXT = '修路占了我家菜地，说好的补偿一年了没有给'
const SOLVED = '补偿款已经打到账上，排水沟也做完了'

let county: CountyInTime
let petitioner: Phone
let unit: Phone
let deputy: Phone
let head: HubConsole
let supervisor: HubConsole
let petitionId: string
let supervisionId: string

beforeAll(async () => {
  county = await openCountyInTime()
  petitioner = await county.openPhone(PETITIONER)
  head = await county.openConsole(HEAD)
})

afterAll(() => county?.close())

test('a villager chooses the formal way and reads by when the township must answer', async () => {
  await petitioner.tap('home-more')
  await petitioner.tap('begin-petition')
  await petitioner.tap('begin-1201')
  await petitioner.waitForWords('我选择把这件事作为信访事项提出')
  await petitioner.tap('form-chosen')
  await petitioner.write('form-demand', '请把说好的补偿给我')
  await petitioner.write('form-representatives', '1')
  await petitioner.write('report-text', TEXT)
  const arriving = nextAnswer<{ matter: { matterId: string } }>(petitioner.page, 'reportMatter')
  await petitioner.tap('report-send')
  petitionId = (await arriving).body.matter.matterId
  await petitioner.openMatter(petitionId)
  await petitioner.waitForWords('前告诉您受理不受理')
})

test('past its term once: nobody accepted it, and on the sixteenth day the county is told too', async () => {
  for (const [days, words] of [
    [8, '时间已用去一半'],
    [5, '快到期限'],
    [3, '已超期限'],
  ] as const) {
    await county.pass({ days })
    const [latest] = await head.notices()
    expect(latest).toContain('信访')
    expect(latest).toContain(words)
  }
  await head.page.goto(`${county.url}/hub/#/matters/${petitionId}`)
  await head.matter(petitionId, 'filed').waitFor()
  await head.find('timeline').getByText('已超过期限').waitFor()
  const { items } = await county.ask(COUNTY_HUB, 'listNotices', {})
  expect(items[0]).toMatchObject({ matterId: petitionId, level: 'red' })
})

test('past its term twice and three times: accepted at last, it is not answered in sixty days, nor in thirty more', async () => {
  const firstReceiver = await county.personIdOf(HUB)
  const owner = { kind: 'department', departmentCode: UNIT.code } as const
  await step(HUB, 'receive', { firstReceiver })
  await step(HEAD, 'accept', { owner, note: '已受理，六十日内书面答复您' })
  await step(UNIT.account, 'claim', {})
  await petitioner.openMatter(petitionId)
  await petitioner.waitForWords('前书面答复您')
  // Three months later whoever comes back signs in anew.
  await petitioner.page.context().close()
  await head.page.context().close()
  await county.pass({ days: 61 })
  expect(await timesLate()).toBe(2)
  await step(HEAD, 'extend', { reason: '情况复杂，还要调查核实，延长 30 天' })
  await county.pass({ days: 31 })
  expect(await timesLate()).toBe(3)
})

test('the supervisor of the county puts it on the ledger', async () => {
  supervisor = await county.openConsole(SUPERVISOR)
  await show(supervisor, petitionId, 'handling')
  await supervisor.take('supervise', async (form) => {
    await form.choose('whyUnsolved', 'overdue')
    await form.write('summary', '宝珠村修路补偿，受理、办理、延期三次都超了期')
  })
  await supervisor.find('linked-matter').first().click()
  const opened = supervisor.page.locator('[data-testid=matter][data-status=listed]')
  supervisionId = (await opened.getAttribute('data-matter-id')) ?? ''
  await supervisor.matter(supervisionId, 'listed').waitFor()
})

test('a formal letter goes to the unit, which must reply in writing', async () => {
  await supervisor.take('sendLetter', async (form) => {
    await form.write('letterNumber', '连督函〔2026〕7号')
    await form.findOwner('owner', '住建', UNIT.code)
    await form.write('demand', '三个工作日内说明为什么没有办、哪天前办好')
  })
  await supervisor.matter(supervisionId, 'lettered').waitFor()
  unit = await county.openPhone(UNIT.account)
  await unit.openNews('notices')
  await unit.tap('notice-0')
  await unit.waitForWords('连督函〔2026〕7号')
  await unit.act('reply', () => unit.write('act-result', '款项在镇财政，手续没有人跑，下周办'))
  await supervisor.matter(supervisionId, 'replied').waitFor()
})

test('a deputy is asked along, and reads of it until the day that was said', async () => {
  const deputyId = await county.personIdOf(DEPUTY.account)
  const name = await county.nameOf(DEPUTY.account)
  await supervisor.take('inspectJointly', async (form) => {
    await form.write('inspectOn', county.day(3))
    await form.findPerson('deputies', name, deputyId)
    await form.write('guestsUntil', county.day(10))
  })
  await supervisor.matter(supervisionId, 'inspecting').waitFor()
  deputy = await county.openPhone(DEPUTY.account)
  await deputy.openNews('notices')
  await deputy.tap('notice-0')
  await deputy.waitForWords('宝珠村修路补偿')
  await county.pass({ days: 3 })
  await deputy.act('deputyWord', () => deputy.write('act-deputySays', DEPUTY.says))
  await supervisor.find('timeline').getByText('代表、委员意见').waitFor()
})

test('after the inspection the supervisor sets a date', async () => {
  await supervisor.take('recordInspection', async (form) => {
    await form.write('attendance', '督查专员、人大代表、村镇建设办')
    await form.write('findings', '补偿没有付，排水沟没有做完')
  })
  await supervisor.take('setDate', (form) => form.write('solveBy', county.day(14)))
  await supervisor.matter(supervisionId, 'dated').waitFor()
})

test('the day of the guests over, the deputy reads nothing more', async () => {
  await county.pass({ days: 9 })
  await expect(
    county.ask(DEPUTY.account, 'getMatter', { matterId: supervisionId }),
  ).rejects.toThrow(/40[34]/)
})

test('the unit pays, answers the petition in writing and says that it is done', async () => {
  await step(UNIT.account, 'answer', { answerNumber: '西信复〔2026〕1号', result: SOLVED })
  await unit.openMatter(supervisionId)
  await unit.act('reportDone', () => unit.write('act-result', SOLVED))
  await supervisor.matter(supervisionId, 'toConfirm').waitFor()
})

test('it is struck off when the petitioner confirms on the phone', async () => {
  petitioner = await county.openPhone(PETITIONER)
  await petitioner.openMatter(petitionId)
  await petitioner.waitForWords(SOLVED)
  await petitioner.openNews('notices')
  await petitioner.waitForWords('督查 · 待确认')
  await petitioner.tap('notice-0')
  await petitioner.waitForWords('请您看看是不是真的解决了')
  await petitioner.act('confirmSolved')
  await supervisor.matter(supervisionId, 'struckOff').waitFor()
})

test('the county reads the ledger and the petition afterwards', async () => {
  expect(await storyOf(supervisor)).toEqual([
    '列入督查',
    '发督办函',
    '书面答复',
    '约联合督查',
    '代表、委员意见',
    '记督查',
    '定期限',
    '解决了',
    '确实解决了',
  ])
  await show(supervisor, petitionId, 'answered')
  expect(await storyOf(supervisor)).toEqual([
    '作为信访事项提出',
    '首接登记',
    '受理',
    '我来办',
    '延长 30 天',
    '列入督查',
    '书面答复',
  ])
  expect(await timesLate()).toBe(3)
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})

async function show(console: HubConsole, matterId: string, status: string): Promise<void> {
  await console.page.goto(`${county.url}/hub/#/matters/${matterId}`)
  await console.matter(matterId, status).waitFor()
}

/** What people did; the clock's own lines come between them. */
async function storyOf(console: HubConsole): Promise<string[]> {
  return (await console.titles()).filter((title) => !/^(时间已|已超过)/.test(title))
}

/** How often the clock found it past its term, as everybody who works on it can read. */
async function timesLate(): Promise<number> {
  const { history } = await county.ask(COUNTY_HUB, 'getMatter', { matterId: petitionId })
  return history.filter(({ title }) => title === '已超过期限').length
}

async function step(account: string, action: string, input: Record<string, any>): Promise<void> {
  const command = { commandId: newId(), matterId: petitionId, action, input }
  await county.ask(account, 'actOnMatter', command)
}
