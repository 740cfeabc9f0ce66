import { DAY_MS, HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { sweepDeadlines } from '@cloud/deadlines/sweepDeadlines'
import { noisyPicture, sha256Of } from '../files/pictures'
import { cleanNextPhoto } from '@cloud/files/cleanPhotos'
import sharp from 'sharp'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { placeInBaozhu } from '../../support/testCounty'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp({ demo: true })
}, 60_000)
afterAll(() => county.close())
/** Each test in a day of its own, so that nothing is near what another reported. */
beforeEach(() => county.moveClock(3 * DAY_MS))

type Who = keyof TestApp['cast']

const ask = (who: Who, name: string, body: Record<string, unknown>) =>
  county.call(county.cast[who], name, body)

async function report(who: Who = 'informationOfficerTang'): Promise<string> {
  const body = aReport({ discoveredAt: new Date(county.app.context.now()).toISOString() })
  await succeed(ask(who, 'reportMatter', body))
  return body.matterId
}

const take = (who: Who, matterId: string, change: Record<string, unknown> = {}) =>
  ask(who, 'takeMatter', { commandId: newId(), matterId, does: 'take', ...change })

const act = (who: Who, matterId: string, action: string, change: Record<string, unknown> = {}) =>
  ask(who, 'actOnMatter', { commandId: newId(), matterId, action, input: {}, ...change })

const seen = async (who: Who, matterId: string) => succeed(ask(who, 'getMatter', { matterId }))

const sweep = () => sweepDeadlines(county.app.context, { limit: 100 })

const personOf = (who: Who) => county.cast[who].personId

async function noticesOf(who: Who, matterId: string): Promise<string[]> {
  const { items } = await succeed(ask(who, 'listNotices', { limit: 100 }))
  return items.filter((one: any) => one.matterId === matterId).map((one: any) => one.words)
}

describe('two officers at the desk', () => {
  test('of two who take it one has it, and the steps of the other are refused with the name', async () => {
    const matterId = await report()
    await succeed(take('hubOperatorOfXijiang', matterId))
    const second = await take('hubHeadOfXijiang', matterId)
    expect(second.body.code).toBe('matter.taken')
    expect(second.body.details.takenByName).toBe(county.cast.hubOperatorOfXijiang.name)
    expect((await act('hubHeadOfXijiang', matterId, 'accept')).body.code).toBe('matter.taken')
    await succeed(act('hubOperatorOfXijiang', matterId, 'accept'))
  })

  test('it changes hands by naming who has it, by leaving it, and by itself after a shift', async () => {
    const matterId = await report()
    await succeed(take('hubOperatorOfXijiang', matterId))
    const from = personOf('hubOperatorOfXijiang')
    await succeed(take('hubHeadOfXijiang', matterId, { from }))
    expect((await act('hubOperatorOfXijiang', matterId, 'accept')).body.code).toBe('matter.taken')
    await succeed(take('hubHeadOfXijiang', matterId, { does: 'leave' }))
    expect((await take('hubHeadOfXijiang', matterId, { does: 'leave' })).body.code).toBe(
      'matter.not-taken',
    )
    await succeed(take('hubHeadOfXijiang', matterId))
    county.moveClock(8 * HOUR_MS)
    await succeed(act('hubOperatorOfXijiang', matterId, 'accept'))
  })

  test('the same taking twice is one, and nobody without the desk may take', async () => {
    const matterId = await report()
    const request = { commandId: newId(), matterId, does: 'take' }
    const first = await succeed(ask('hubOperatorOfXijiang', 'takeMatter', request))
    const again = await succeed(ask('hubOperatorOfXijiang', 'takeMatter', request))
    expect(again.matter.version).toBe(first.matter.version)
    expect((await take('informationOfficerTang', matterId)).body.code).toBe('access.not-permitted')
    expect((await take('hubOperatorOfAnotherTownship', matterId)).body.code).toBe(
      'access.outside-jurisdiction',
    )
  })

  test('the reporter reads nothing of what the desk does among itself', async () => {
    const matterId = await report()
    await succeed(take('hubOperatorOfXijiang', matterId))
    const theirs = await seen('informationOfficerTang', matterId)
    expect(theirs.matter.taken).toBeUndefined()
    expect(theirs.history.map((row: any) => row.action)).toEqual(['report'])
    const desk = await seen('hubHeadOfXijiang', matterId)
    expect(desk.matter.taken.personId).toBe(personOf('hubOperatorOfXijiang'))
    expect(desk.history.at(-1).title).toBe('接手')
  })

  test('each sees who else is looking, until they leave or fall silent', async () => {
    const matterId = await report()
    const told: unknown[] = []
    const unlisten = county.app.context.presence.listen((news) => told.push(news))
    const attend = async (who: Who, change = {}) =>
      (await succeed(ask(who, 'attendMatter', { matterId, ...change }))).here.map(
        (one: any) => one.name,
      )
    expect(await attend('hubOperatorOfXijiang')).toEqual([])
    expect(await attend('hubHeadOfXijiang')).toEqual([county.cast.hubOperatorOfXijiang.name])
    expect(await attend('hubOperatorOfXijiang', { leaves: true })).toEqual([
      county.cast.hubHeadOfXijiang.name,
    ])
    expect(await attend('hubHeadOfXijiang')).toEqual([])
    expect(told).toHaveLength(4)
    county.moveClock(MINUTE_MS)
    expect(await attend('hubOperatorOfXijiang')).toEqual([])
    unlisten()
    expect((await ask('gridWorkerLi', 'attendMatter', { matterId })).body.code).toBe(
      'access.not-permitted',
    )
  })
})

describe('several reports of one thing', () => {
  const merge = (into: string, matterIds: string[], commandId = newId()) =>
    ask('hubOperatorOfXijiang', 'mergeMatters', { commandId, into, matterIds })

  async function outboxOf(matterId: string): Promise<string[]> {
    const rows = await county.app.context.database.query<{ event: string }>(
      'select event from outbox_messages where matter_id = $1 order by version',
      [matterId],
    )
    return rows.map(({ event }) => event)
  }

  test('are joined when the minute is over, in the name of who said so, and only then told', async () => {
    const [into, one, other] = [await report(), await report('residentChen'), await report()]
    const { held, notDone } = await succeed(merge(into, [one, other]))
    expect(held).toHaveLength(2)
    expect(notDone).toEqual([])
    const before = await outboxOf(one)
    await sweep()
    expect((await seen('residentChen', one)).matter.ended).toBe(false)
    expect(await noticesOf('residentChen', one)).toEqual([])
    expect((await act('hubHeadOfXijiang', one, 'accept')).body.code).toBe('matter.merging')

    county.moveClock(MINUTE_MS)
    await sweep()
    const { matter, history } = await seen('hubOperatorOfXijiang', one)
    expect(matter).toMatchObject({ ended: true, joinedTo: { matterId: into } })
    expect(matter.merging).toBeUndefined()
    expect(history.at(-1).by.name).toBe(county.cast.hubOperatorOfXijiang.name)
    expect((await seen('hubOperatorOfXijiang', into)).matter.joinedReports).toBe(2)
    expect(await noticesOf('residentChen', one)).toHaveLength(1)
    expect(await outboxOf(one)).toEqual([...before, expect.stringContaining('joined')])
  })

  test('are as they were when it is undone within the minute, and nobody has heard of it', async () => {
    const [into, one, other] = [await report(), await report('residentChen'), await report()]
    const was = await seen('residentChen', one)
    const before = await outboxOf(one)
    await succeed(merge(into, [one, other]))
    const undo = { commandId: newId(), matterIds: [one, other] }
    expect((await succeed(ask('hubOperatorOfXijiang', 'undoMerge', undo))).undone).toHaveLength(2)
    expect((await succeed(ask('hubOperatorOfXijiang', 'undoMerge', undo))).undone).toHaveLength(2)
    county.moveClock(2 * MINUTE_MS)
    await sweep()
    const now = await seen('residentChen', one)
    expect(now.history).toEqual(was.history)
    expect({ ...now.matter, version: 0 }).toEqual({ ...was.matter, version: 0 })
    expect(await noticesOf('residentChen', one)).toEqual([])
    expect(await outboxOf(one)).toEqual(before)
    expect((await seen('hubOperatorOfXijiang', into)).matter.joinedReports).toBe(0)
    await succeed(act('hubOperatorOfXijiang', one, 'accept'))
  })

  test('each is answered by itself, the same merge twice is one, and after the minute it is too late', async () => {
    const [into, one, ended] = [await report(), await report(), await report()]
    await succeed(act('hubOperatorOfXijiang', ended, 'decline', { input: { reason: '已有' } }))
    const commandId = newId()
    const first = await succeed(merge(into, [one, ended, into], commandId))
    expect(first.held.map((line: any) => line.matterId)).toEqual([one])
    expect(first.notDone.map((line: any) => [line.matterId, line.code])).toEqual([
      [ended, 'matter.cannot-join'],
      [into, 'matter.cannot-join'],
    ])
    expect(await succeed(merge(into, [one, ended, into], commandId))).toEqual(first)
    county.moveClock(MINUTE_MS)
    const undo = { commandId: newId(), matterIds: [one] }
    const { notDone } = await succeed(ask('hubOperatorOfXijiang', 'undoMerge', undo))
    expect(notDone[0].code).toBe('matter.undo-too-late')
  })

  test('stand again as they stood when the other one has meanwhile ended', async () => {
    const [into, one] = [await report(), await report()]
    await succeed(merge(into, [one]))
    await succeed(act('hubOperatorOfXijiang', into, 'decline', { input: { reason: '已有' } }))
    county.moveClock(MINUTE_MS)
    await sweep()
    const { matter, history } = await seen('hubOperatorOfXijiang', one)
    expect(matter).toMatchObject({ ended: false, status: 'reported' })
    expect(history.at(-1).title).toBe('没有并案，各归各办')
    await succeed(act('hubOperatorOfXijiang', one, 'accept'))
  })
})

test('the reporter is told in one line beside any step, and once for the same request', async () => {
  const matterId = await report('residentChen')
  const words = '已派人去看，今天下午给您回话'
  const request = { commandId: newId(), matterId, words }
  await succeed(ask('hubOperatorOfXijiang', 'tellReporter', request))
  await succeed(ask('hubOperatorOfXijiang', 'tellReporter', request))
  expect(await noticesOf('residentChen', matterId)).toEqual([`镇里告诉您：${words}`])
  const { matter, history } = await seen('residentChen', matterId)
  expect(matter).toMatchObject({ lastNote: words, status: 'reported' })
  expect(history.at(-1)).toMatchObject({ title: '告诉上报人', note: words })
  const asked = { ...request, commandId: newId() }
  expect((await ask('residentChen', 'tellReporter', asked)).body.code).toBe('access.not-permitted')
})

describe('what the desk writes beside a matter', () => {
  const call = {
    kind: 'call',
    callee: '村主任',
    phone: '199-0000-5678',
    result: 'answered',
    words: '马上去看',
  }

  test('notes and calls are read by the desk alone, numbers in full only where they may be', async () => {
    const matterId = await report('residentChen')
    const write = (entry: object, commandId = newId()) =>
      ask('hubOperatorOfXijiang', 'writeDeskEntry', { commandId, matterId, entry })
    const commandId = newId()
    await succeed(write({ kind: 'note', words: '上月也报过' }, commandId))
    await succeed(write({ kind: 'note', words: '上月也报过' }, commandId))
    expect((await write({ kind: 'note', words: '别的' }, commandId)).body.code).toBe(
      'command.id-reused',
    )
    county.moveClock(MINUTE_MS)
    await succeed(write(call))
    const list = async (who: Who) => ask(who, 'listDeskEntries', { matterId })
    const { items } = await succeed(list('hubHeadOfXijiang'))
    expect(items.map((one: any) => [one.kind, one.words, one.phone])).toEqual([
      ['call', '马上去看', '199-0000-5678'],
      ['note', '上月也报过', undefined],
    ])
    const leaders = await succeed(list('townLeaderOfXijiang'))
    expect(leaders.items[0].phone).toBe('199****5678')
    for (const who of ['residentChen', 'gridWorkerLi', 'hubOperatorOfAnotherTownship'] as const)
      expect((await list(who)).status).toBe(403)
    expect(JSON.stringify(await seen('residentChen', matterId))).not.toContain('上月也报过')
  })

  test('a shift note says what it said, and is signed by somebody else, once', async () => {
    const areaCode = '441882118'
    const words = '老桥封路，白班接着盯'
    const note = { commandId: newId(), areaCode, words }
    await succeed(ask('hubOperatorOfXijiang', 'writeShiftNote', note))
    await succeed(ask('hubOperatorOfXijiang', 'writeShiftNote', note))
    const sign = (who: Who) => ask(who, 'signShiftNote', { noteId: note.commandId })
    expect((await sign('hubOperatorOfXijiang')).body.code).toBe('shift.own-note')
    expect((await sign('hubOperatorOfAnotherTownship')).status).toBe(403)
    await succeed(sign('hubHeadOfXijiang'))
    const first = await succeed(sign('hubHeadOfXijiang'))
    county.moveClock(HOUR_MS)
    expect(await succeed(sign('hubHeadOfXijiang'))).toEqual(first)
    const { items } = await succeed(ask('hubHeadOfXijiang', 'listShiftNotes', { areaCode }))
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ words, own: false, signedByMe: true })
    expect(items[0].signatures).toEqual([
      { by: county.cast.hubHeadOfXijiang.name, at: expect.any(String) },
    ])
  })

  test("filters are a person's own, twenty at the most", async () => {
    const content = { view: 'due', statuses: ['reported'], search: '' }
    const save = (filterId: string, name: string, who: Who = 'hubOperatorOfXijiang') =>
      ask(who, 'saveFilter', { filterId, name, content })
    const first = newId()
    await succeed(save(first, '等受理'))
    const { items } = await succeed(save(first, '等我受理'))
    expect(items).toEqual([{ filterId: first, name: '等我受理', content }])
    expect((await succeed(ask('hubHeadOfXijiang', 'listFilters', {}))).items).toEqual([])
    for (let n = 2; n <= 20; n++) await succeed(save(newId(), `第 ${n} 个`))
    expect((await save(newId(), '太多了')).body.code).toBe('filter.too-many')
    const dropped = await succeed(ask('hubOperatorOfXijiang', 'dropFilter', { filterId: first }))
    expect(dropped.items).toHaveLength(19)
    expect((await save(newId(), '居民', 'residentChen')).status).toBe(403)
  })

  test('what lies open within a few hundred metres is named, whatever its kind', async () => {
    const one = async (metres: number, kind: string) => {
      const latitude = placeInBaozhu.latitude + metres / 111_195
      const body = aReport({
        kind,
        place: { ...placeInBaozhu, latitude },
        discoveredAt: new Date(county.app.context.now()).toISOString(),
      })
      await succeed(ask('informationOfficerTang', 'reportMatter', body))
      return body.matterId as string
    }
    const [here, lamp, far] = [
      await one(450, '0501'),
      await one(570, '0602'),
      await one(1350, '0602'),
    ]
    const { items } = await succeed(ask('hubOperatorOfXijiang', 'listNear', { matterId: here }))
    const ids = items.map((near: any) => near.matterId)
    expect(ids).not.toContain(far)
    expect(ids).not.toContain(here)
    const near = items.find((line: any) => line.matterId === lamp)
    expect(near.metres).toBeGreaterThan(110)
    expect(near.metres).toBeLessThan(130)
    expect((await ask('residentChen', 'listNear', { matterId: here })).status).toBe(403)
  })
})

test('boxes over a photo are burnt into what everybody is shown; the original is opened by few, on record', async () => {
  const { context } = county.app
  const picture = await noisyPicture(200, 100)
  const fileId = newId()
  const upload = { fileId, offset: 0, bytes: picture.length, sha256: sha256Of(picture) }
  await succeed(ask('residentChen', 'uploadChunk', { ...upload, data: picture.toString('base64') }))
  const body = aReport({
    discoveredAt: new Date(context.now()).toISOString(),
    fileIds: [fileId],
  })
  await succeed(ask('residentChen', 'reportMatter', body))
  while (await cleanNextPhoto(context)) continue
  const { matterId } = body
  const photoOf = async (who: Who) => (await seen(who, matterId)).matter.photos[0]
  const keyIn = (url: string) => /photos\/[0-9a-f]+\.jpg/.exec(url)?.[0] ?? ''
  const original = keyIn((await photoOf('residentChen')).url)

  const boxes = [{ left: 0.5, top: 0, width: 0.5, height: 1 }]
  const mask = { commandId: newId(), matterId, fileId, boxes }
  expect((await ask('residentChen', 'maskPhoto', mask)).status).toBe(403)
  await succeed(ask('hubOperatorOfXijiang', 'maskPhoto', mask))
  await succeed(ask('hubOperatorOfXijiang', 'maskPhoto', mask))
  const shown = await photoOf('residentChen')
  expect(shown.masked).toBe(true)
  for (const url of [shown.url, shown.thumbnailUrl]) {
    expect(keyIn(url)).not.toBe(original)
    const bytes = await context.blobs.get(keyIn(url))
    const half = { left: 120, top: 10, width: 70, height: 80 }
    const cut = await sharp(bytes).extract(half).png().toBuffer()
    const { channels } = await sharp(cut).stats()
    expect(Math.max(...channels.map(({ max }) => max))).toBeLessThan(16)
  }

  const open = (who: Who) => ask(who, 'openOriginal', { matterId, fileId })
  expect((await open('townLeaderOfXijiang')).status).toBe(403)
  const opened = await succeed(open('hubHeadOfXijiang'))
  expect(keyIn(opened.url)).toBe(original)
  expect(opened.boxes).toEqual(boxes)
  const log = await context.database.query<{ person_id: string; details: string }>(
    `select person_id, details from audit_entries where matter_id = $1 and act = 'photo.opened'`,
    [matterId],
  )
  const details = JSON.stringify({ fileId })
  expect(log).toEqual([{ person_id: personOf('hubHeadOfXijiang'), details }])

  const masked = keyIn(shown.url)
  await succeed(ask('hubHeadOfXijiang', 'maskPhoto', { ...mask, commandId: newId(), boxes: [] }))
  expect(keyIn((await photoOf('residentChen')).url)).toBe(original)
  expect(await context.blobs.get(masked)).toBeUndefined()
})
