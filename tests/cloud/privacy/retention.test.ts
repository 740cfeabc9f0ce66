import { DAY_MS, HOUR_MS } from '@domain/shared/instant'
import { sweepDeadlines } from '@cloud/deadlines/sweepDeadlines'
import { sweepFiles } from '@cloud/files/sweepFiles'
import { findFile } from '@cloud/store/fileStore'
import { testCounty } from '../../support/testCounty'
import { openPrivacyCounty, type PrivacyCounty } from './privacyCounty'

let county: PrivacyCounty
beforeAll(async () => {
  county = await openPrivacyCounty()
}, 60_000)
afterAll(() => county.close())

/** What the background of a server does in a day. */
async function sweepAll(): Promise<void> {
  const { context } = county.app
  await sweepDeadlines(context, { limit: 500 })
  let after: string | undefined
  do after = await sweepFiles(context, after)
  while (after !== undefined)
}

async function linksOf(fileId: string): Promise<number> {
  const rows = await county.app.context.database.query(
    'select 1 from matter_files where file_id = $1',
    [fileId],
  )
  return rows.length
}

const rowOf = (fileId: string) =>
  findFile(county.app.context.database, county.app.context.countyId, fileId as never)

/** Somebody was found, sat with, and fetched by the family. */
async function aClosedSearch(): Promise<{ matterId: string; fileId: string; keys: string[] }> {
  const { act, photoFrom, report } = county
  const fileId = await photoFrom('informationOfficerTang')
  const matterId = await report('informationOfficerTang', {
    kind: '0701',
    text: '老人说不清家在哪里',
    fileIds: [fileId],
  })
  const hub = 'hubOperatorOfXijiang'
  await act(hub, matterId, 'openSearch', { ring: testCounty.township, looks: '灰上衣，本地口音' })
  await act(hub, matterId, 'confirmKnown', { coming: '儿子阿强来接' })
  await act(hub, matterId, 'recordFamily', {
    receiver: '阿强',
    kinship: '儿子',
    receiverPhone: '13800000000',
  })
  await act(hub, matterId, 'closeFamily', { verified: true, result: '家里人已接到，谢谢您' })
  const [row] = await county.app.context.database.query<{ photo: string; small: string }>(
    'select photo_key as photo, thumbnail_key as small from files where file_id = $1',
    [fileId],
  )
  return { matterId, fileId, keys: [row?.photo ?? '', row?.small ?? ''] }
}

test('photos of a closed search are there for thirty days, and then gone: row, link and bytes', async () => {
  const { matterId, fileId, keys } = await aClosedSearch()
  const { blobs } = county.app.context
  county.moveClock(30 * DAY_MS - HOUR_MS)
  await sweepAll()
  expect((await county.seen('hubOperatorOfXijiang', matterId)).matter.photos).toHaveLength(1)
  expect(await linksOf(fileId)).toBe(1)
  for (const key of keys) expect(await blobs.get(key as never)).toBeDefined()
  county.moveClock(2 * HOUR_MS)
  await sweepAll()
  const { matter, history } = await county.seen('hubOperatorOfXijiang', matterId)
  expect(matter.photos).toEqual([])
  expect(history.at(-1)).toMatchObject({ title: '照片保存期满，已删除', by: { name: '系统' } })
  expect(await linksOf(fileId)).toBe(0)
  expect(await rowOf(fileId)).toBeUndefined()
  for (const key of keys) expect(await blobs.get(key as never)).toBeUndefined()
})

test('with the photos goes who fetched them and how to reach them; that it ended well stays', async () => {
  const { matterId } = await aClosedSearch()
  const words = async () =>
    JSON.stringify((await county.seen('hubOperatorOfXijiang', matterId)).matter)
  expect(await words()).toMatch(/阿强.*13800000000|13800000000.*阿强/)
  county.moveClock(30 * DAY_MS)
  await sweepAll()
  expect(await words()).not.toMatch(/阿强|13800000000|灰上衣/)
  expect(await words()).toContain('人已平安交接')
})

test('after an alert the list of the people goes, and the sections that were walked stay', async () => {
  const hub = 'hubOperatorOfXijiang'
  const matterId = await county.report(hub, {
    kind: '1701',
    text: '',
    areaCode: testCounty.township,
    place: undefined,
    fields: { level: 'red', words: '快转移', sections: [{ title: '宝珠河堤' }] },
  })
  await county.act(hub, matterId, 'listMissing', { missing: [{ title: '覃无此人家两人' }] })
  const people = (await county.seen(hub, matterId)).matter.lists.find(
    ({ list }: { list: string }) => list === 'people',
  )
  await county.act(hub, matterId, 'accountFor', { row: people.rows[0].key, result: '平安，在家' })
  await county.act(hub, matterId, 'lift', { words: '可以回家了' })
  await county.act(hub, matterId, 'summarise', { moved: 2, rescued: 0, result: '没有人员伤亡' })
  county.moveClock(30 * DAY_MS - HOUR_MS)
  await sweepAll()
  expect(JSON.stringify((await county.seen(hub, matterId)).matter)).toContain('覃无此人')
  county.moveClock(2 * HOUR_MS)
  await sweepAll()
  const after = JSON.stringify((await county.seen(hub, matterId)).matter)
  expect(after).not.toContain('覃无此人')
  expect(after).toContain('宝珠河堤')
})

test('many sweeps at once delete once', async () => {
  const { matterId } = await aClosedSearch()
  county.moveClock(30 * DAY_MS)
  await Promise.all(Array.from({ length: 5 }, sweepAll))
  const { history } = await county.seen('hubOperatorOfXijiang', matterId)
  const deleted = history.filter(({ title }: { title: string }) => title.includes('已删除'))
  expect(deleted).toHaveLength(1)
})

async function aWarning(): Promise<string> {
  const matterId = await county.report('hubOperatorOfXijiang', {
    kind: '1501',
    text: '可能被骗',
    areaCode: testCounty.village,
    place: undefined,
    fields: { source: 'police', scam: 'loan', phone: '13900000000', address: '宝珠村一号' },
  })
  await county.act('hubOperatorOfXijiang', matterId, 'assess', { risk: 'high', tier: 'visit' })
  const owner = { kind: 'person', personId: county.cast.gridWorkerLi.personId }
  await county.act('hubOperatorOfXijiang', matterId, 'orderVisit', { owner })
  return matterId
}

const openSecret = (who: Parameters<PrivacyCounty['ask']>[0], matterId: string, field = 'phone') =>
  county.ask(who, 'openSecret', { matterId, field })

test('a secret is read by the one who was ordered, for two hours, and each opening is on record', async () => {
  const matterId = await aWarning()
  expect((await openSecret('gridWorkerLi', matterId)).body.code).toBe('secret.closed')
  await county.act('gridWorkerLi', matterId, 'sign')
  expect(await openSecret('gridWorkerLi', matterId)).toMatchObject({
    status: 200,
    body: { words: '13900000000' },
  })
  county.moveClock(2 * HOUR_MS - 1)
  expect((await openSecret('gridWorkerLi', matterId, 'address')).body.words).toBe('宝珠村一号')
  county.moveClock(1)
  expect((await openSecret('gridWorkerLi', matterId)).body.code).toBe('secret.closed')
  expect(await county.readsOf(matterId)).toEqual([
    ['gridWorkerLi', 'phone'],
    ['gridWorkerLi', 'address'],
  ])
})

test('nobody else opens a secret, and it stands in no page, list or history', async () => {
  const matterId = await aWarning()
  await county.act('gridWorkerLi', matterId, 'sign')
  for (const who of ['gridWorkerOfTheNextGrid', 'townLeaderOfXijiang', 'residentChen'] as const)
    expect((await openSecret(who, matterId)).status).not.toBe(200)
  const pages = [
    await county.seen('gridWorkerLi', matterId),
    await county.seen('hubOperatorOfXijiang', matterId),
    (await county.ask('gridWorkerLi', 'listTasks')).body,
    (await county.ask('hubOperatorOfXijiang', 'listMatters')).body,
  ]
  for (const page of pages) expect(JSON.stringify(page)).not.toMatch(/13900000000|宝珠村一号/)
  expect((await openSecret('hubOperatorOfXijiang', matterId)).status).toBe(200)
  expect(await county.readsOf(matterId)).toContainEqual(['hubOperatorOfXijiang', 'phone'])
})
