import { drawPhoto } from '../../../../config/screens/drawPhoto'
import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { nextAnswer } from '../../../support/browser/watchRows'
import { newId } from '../../../support/httpClient'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'

/** 龙坪镇 and its 乌石村, where the worker of the first grid stands. */
const TOWNSHIP = '441882103'
const VILLAGE = `${TOWNSHIP}205`
const IN_THE_VILLAGE = { longitude: 112.6842, latitude: 24.8275 }

const WORKER = `gw-${VILLAGE}001-1`
const HUB = `hub-${TOWNSHIP}`
const COUNTY_HUB = 'hub-441882'
const RESIDENT_ELSEWHERE = `re-${TOWNSHIP}201-1`
const QUESTION = '有个“镇领导”加了村民的微信，聊了几天，说急用钱要她转账'

let county: CountyInTime
let worker: Phone
let hub: HubConsole
let matterId: string

beforeAll(async () => {
  county = await openCountyInTime({ at: '19:30' })
  worker = await county.openPhone(WORKER, IN_THE_VILLAGE)
  hub = await county.openConsole(HUB)
})

afterAll(() => county?.close())

test('a villager shows her worker the chat, and the worker asks the hub with a screenshot', async () => {
  await worker.tap('home-more')
  await worker.tap('begin-truthCheck')
  await worker.tapAndPick('photo-album', [await drawPhoto('lamp', 2)])
  await worker.tap('form-more')
  await worker.tap('form-paid-no')
  await worker.write('form-claims', '镇里的领导')
  await worker.tap('form-asked-yes')
  await worker.write('form-villager', '河边组的一位大嫂')
  await worker.waitForWords('乌石村')
  await worker.write('report-text', QUESTION)
  const arriving = nextAnswer<{ matter: { matterId: string } }>(worker.page, 'reportMatter')
  await worker.tap('report-send')
  matterId = (await arriving).body.matter.matterId
  await worker.waitForWords('已送到龙坪镇')
})

test('the hub looks at the screenshot, asks the police and answers within minutes', async () => {
  await hub.open(matterId)
  await hub.find('photo').first().waitFor()
  await hub.page.locator('[data-field-name=claims]').getByText('镇里的领导').waitFor()
  await county.pass({ minutes: 4 })
  await hub.take('judge', async (form) => {
    await form.choose('verdict', 'scam')
    await form.useTemplate('result')
    await form.choose('checked', 'police')
  })
  await hub.matter(matterId, 'judged').waitFor()
})

test('the worker reads the answer and tells her at her door', async () => {
  await worker.openNews('notices')
  await worker.waitForWords('求证 · 已有结论')
  await worker.tap('notice-0')
  await worker.waitForWords('是骗局')
  await worker.waitForWords('不要转账，不要点链接')
  await worker.act('tell', async () => {
    await worker.tap('act-outcome-kept')
    await worker.write('act-note', '她还没有转，已经把对方删了')
  })
  await hub.matter(matterId, 'told').waitFor()
})

test('the pattern goes to the whole township, and a resident elsewhere reads it without learning who asked', async () => {
  await hub.take('warnTownship', async (form) => {
    await form.useTemplate('pattern')
    await form.agree('anonymous')
  })
  const resident = await county.openPhone(RESIDENT_ELSEWHERE)
  await resident.waitForWords('1 条公告')
  await resident.tap('home-news')
  await resident.waitForWords('防骗提醒')
  const words = await resident.text()
  expect(words).toContain('有人冒充领导加微信')
  expect(words).not.toMatch(/乌石|骆永根|大嫂/)
})

test('the township reads the whole story afterwards', async () => {
  expect(await hub.titles()).toEqual([
    '这是骗局吗',
    '照片已送到',
    '下结论',
    '已当面告诉本人',
    '提醒全镇',
  ])
})

describe('a question that nobody answers', () => {
  beforeAll(async () => {
    matterId = newId()
    await county.ask(WORKER, 'reportMatter', {
      commandId: newId(),
      matterId,
      kind: '0901',
      text: '又来一个，说是县里的',
      gridCode: `${VILLAGE}001`,
      discoveredAt: new Date(county.now()).toISOString(),
    })
    await hub.open(matterId)
  })

  test('is warned of at the hub after five minutes', async () => {
    await county.pass({ minutes: 5 })
    await hub.find('timeline').getByText('时间已用去 50%').waitFor()
    expect((await hub.notices())[0]).toMatch(/求证 · 正在核实.*时间已用去一半/)
  })

  test('is red after ten, at the hub and in the county', async () => {
    await county.pass({ minutes: 5 })
    await hub.find('timeline').getByText('已超过期限').waitFor()
    expect((await hub.notices())[0]).toMatch(/已超期限.*求证/)
    await hub.page
      .locator(`[data-testid=matter] [data-testid=deadline][data-state=overdue]`)
      .waitFor()
    const { items } = await county.ask(COUNTY_HUB, 'listNotices', {})
    expect(items[0]).toMatchObject({ matterId, level: 'red', title: '求证 · 正在核实' })
  })

  test('is still answered', async () => {
    await hub.take('judge', async (form) => {
      await form.choose('verdict', 'scam')
      await form.useTemplate('result')
    })
    await hub.matter(matterId, 'judged').waitFor()
    expect(await hub.titles()).toEqual(['这是骗局吗', '时间已用去 50%', '已超过期限', '下结论'])
  })
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})
