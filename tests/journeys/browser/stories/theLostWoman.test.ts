import { drawPhoto } from '../../../../config/screens/drawPhoto'
import { openCountyInTime, type CountyInTime } from '../../../support/browser/openCountyInTime'
import { nextAnswer, watchRows } from '../../../support/browser/watchRows'
import type { HubConsole } from '../../../support/pages/hubConsole'
import type { Phone } from '../../../support/pages/phone'
import { testCounty } from '../../../support/testCounty'

const { township, village, anotherVillage } = testCounty

/** 信息员 of 宝珠村, who finds her; 网格员 of 高山村, who knows her; and one of 宝珠村 who does not. */
const FINDER = `io-${village}-1`
const KNOWS_HER = `gw-${anotherVillage}001-1`
const WORKER_NEXT_DOOR = `gw-${village}004-1`
const HUB = `hub-${township}`
/** 走失、身份不明, worth ten points. */
const POINTS = '+10'
const LOOKS = '六十来岁，灰格子上衣，说本地话，提一只竹篮'

let county: CountyInTime
let officer: Phone
let worker: Phone
let hub: HubConsole
let matterId: string

beforeAll(async () => {
  county = await openCountyInTime()
  officer = await county.openPhone(FINDER)
  hub = await county.openConsole(HUB)
})

afterAll(() => county?.close())

test('an officer without signal reports a woman who cannot say who she is; the report waits in the phone', async () => {
  officer.faults.expect(/ERR_INTERNET_DISCONNECTED/)
  await officer.find('home-help').waitFor()
  await officer.page.context().setOffline(true)
  await officer.tap('home-help')
  await officer.waitForWords('人要紧，先拨 110')
  await officer.tapAndPick('photo-camera', [await drawPhoto('ditch', 1)])
  await officer.write('report-text', '村口榕树下坐着一位老人，说不清住在哪里')
  await officer.tap('report-send')
  await officer.waitForWords('还在手机里，有信号就发')
  await officer.tap('sent-home')
  await officer.waitForWords('1 条还在手机里')
  expect(await hub.find('inbox-row').count()).toBe(0)
})

test('with signal it leaves by itself, and the hub sees it within a second of its arrival', async () => {
  const rows = await watchRows(hub.page)
  const arriving = nextAnswer<{ matter: { matterId: string } }>(officer.page, 'reportMatter')
  await officer.page.context().setOffline(false)
  const { at, body } = await arriving
  matterId = body.matter.matterId
  const shownAfterMs = Math.round((await rows.seenAt(matterId)) - (at + county.now() - Date.now()))
  process.stdout.write(`the hub saw the lost woman ${shownAfterMs} ms after she was reported\n`)
  expect(shownAfterMs).toBeLessThan(1_000)
  expect(await hub.row(matterId).innerText()).toContain('内容敏感，打开再看')
})

test('the officer stays with her and says so', async () => {
  await officer.openMatter(matterId)
  await officer.waitForWords('请先陪着他')
  await officer.act('stay')
  await officer.find('action-checkIn').waitFor()
})

test('the hub looks at the photo and asks the workers of the whole township', async () => {
  await hub.open(matterId)
  await hub.find('photo').first().waitFor()
  await hub.take('openSearch', async (form) => {
    await form.chooseArea('ring', township)
    await form.write('looks', LOOKS)
  })
  await hub.matter(matterId, 'searching').waitFor()
})

test('a worker of 高山村 is told without a word about her, and sees no picture in any list', async () => {
  worker = await county.openPhone(KNOWS_HER)
  await worker.tap('home-news')
  await worker.waitForWords('身份查找')
  expect(await worker.text()).not.toMatch(/竹篮|榕树/)
  const listed = nextAnswer<{ items: { photos: unknown[]; text: string }[] }>(
    worker.page,
    'listMatters',
  )
  await worker.tap('news-around')
  expect((await listed).body.items).toMatchObject([{ photos: [], text: '' }])
  await worker.find('matter-0').waitFor()
  expect(await worker.page.locator('.screen:visible img[src*="files"]').count()).toBe(0)
})

test('whoever opens it is on record, sees her marked with their own name, and answers the hub alone', async () => {
  await worker.tap('matter-0')
  await worker.page.locator('.screen:visible .tile .watermark').first().waitFor()
  expect(await worker.text()).toContain(LOOKS)
  await worker.act('answerSearch', async () => {
    await worker.tap('act-known-yes')
    await worker.write('act-note', '是我们高山村潘家的老人，我去叫她女儿')
  })
  expect(await openings()).toEqual([await county.personIdOf(KNOWS_HER)])
  const other = await county.ask(WORKER_NEXT_DOOR, 'getMatter', { matterId })
  expect(other.matter.rolls).toEqual([])
  expect(other.history).toEqual([])
})

test('the hub reads who knows her, and says that somebody is coming', async () => {
  const answers = hub.page.locator('[data-testid=roll][data-roll=answers]')
  await answers.getByText('认识 1', { exact: true }).waitFor()
  await answers.getByTestId('roll-open').click()
  await hub.find('roll-names').getByText('我去叫她女儿').waitFor()
  const finder = await county.personIdOf(KNOWS_HER)
  await hub.take('confirmKnown', async (form) => {
    await form.findPerson('recogniser', '梁明昌', finder)
    await form.write('coming', '高山村潘家女儿，半小时到')
  })
  await hub.matter(matterId, 'known').waitFor()
})

test('a quarter of an hour in which the officer says nothing reaches the hub; then she says that all is well', async () => {
  await county.pass({ minutes: 16 })
  await hub.find('timeline').getByText('清单上有一项到期没办').waitFor()
  expect((await hub.notices()).join('\n')).toContain('清单上有一项到期还没有办')
  await officer.openMatter(matterId)
  await officer.waitForWords('有人认出来了，正在来接')
  await officer.act('checkIn')
})

test('her daughter fetches her, the hub calls back and closes', async () => {
  await county.pass({ minutes: 12 })
  await officer.act('handOverToFamily', async () => {
    await officer.write('act-receiver', '潘家女儿')
    await officer.write('act-kinship', '母女')
    await officer.write('act-receiverPhone', '19900000099')
  })
  await hub.matter(matterId, 'handedOver').waitFor()
  await hub.take('closeFamily', async (form) => {
    await form.agree('verified')
    await form.useTemplate('result')
  })
  await hub.matter(matterId, 'closed').waitFor()
})

test('the township reads the whole story afterwards', async () => {
  const titles = await hub.titles()
  // When the picture comes is up to the line and the cleaner; that it came is told once.
  expect(titles.filter((title) => title === '照片已送到')).toHaveLength(1)
  expect(titles.filter((title) => title !== '照片已送到')).toEqual([
    '有人需要帮助',
    '我守着',
    '问全镇网格员',
    '告诉镇里认不认识',
    '有人认识，正在来',
    '清单上有一项到期没办',
    '报平安',
    '家属接走了',
    '核对家属后结案',
  ])
})

test('whoever found her and whoever knew her have their points', async () => {
  for (const phone of [officer, worker]) {
    await phone.page.goto(`${county.url}/#/pages/points/index`)
    await phone.waitForWords(POINTS)
  }
  expect(await officer.find('points-balance').innerText()).toBe('10')
})

test('after thirty days her photo is gone, and that it was there is left', async () => {
  expect(await county.keptPhotos()).not.toEqual([])
  for (const screen of [hub, officer, worker]) screen.faults.expect(/status of 401/)
  await county.pass({ days: 31 })
  await hub.find('sign-in').waitFor()
  await hub.signIn(HUB)
  await hub.matter(matterId, 'closed').waitFor()
  await hub.find('timeline').getByText('照片保存期满，已删除').waitFor()
  expect(await hub.find('photo').count()).toBe(0)
  await county.signInAgain(officer)
  await officer.openMatter(matterId)
  await officer.waitForWords('人已平安交接，谢谢您')
  // The sweep of files comes by once a day.
  await county.pass({ days: 2 })
  expect(await county.keptPhotos()).toEqual([])
})

test('nothing went wrong unseen on any screen', () => {
  expect(county.faults()).toEqual([])
})

/** Who opened it of those who do not work on it, as the record has them. */
async function openings(): Promise<string[]> {
  const { database, countyId } = county.app.context
  const hubPerson = await county.personIdOf(HUB)
  const rows = await database.query<{ person_id: string }>(
    `select distinct person_id from audit_entries
     where county_id = $1 and matter_id = $2 and act = 'matter.read' and person_id <> $3`,
    [countyId, matterId, hubPerson],
  )
  return rows.map((row) => row.person_id)
}
