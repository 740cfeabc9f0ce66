import { placeInBaozhu } from '../../support/testCounty'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
}, 60_000)
afterAll(() => county.close())

const countOf = async (table: string) => {
  const [row] = await county.app.context.database.query<{ n: number }>(
    `select count(*)::int as n from ${table}`,
  )
  return row?.n
}

describe('a report', () => {
  test('is filed in the grid under the point, with a number and the time it must be accepted by', async () => {
    const { call, cast } = county
    const { matter } = await succeed(call(cast.informationOfficerTang, 'reportMatter', aReport()))
    expect(matter).toMatchObject({
      status: 'reported',
      area: { code: '441882118215003', name: '宝珠村 第3网格' },
      township: { name: '西江镇' },
      reporter: { roleTitle: '信息员' },
      kind: { name: '暴露垃圾与垃圾满溢' },
    })
    expect(matter.number).toMatch(/^E441882\d{14}$/)
    expect(Date.parse(matter.dueAt)).toBeGreaterThan(Date.parse(matter.receivedAt))
  })

  test('goes to the grid the person named, even where the point says otherwise', async () => {
    const { call, cast } = county
    const report = aReport({ gridCode: '441882118215001' })
    const { matter } = await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    expect(matter.area.name).toBe('宝珠村 第1网格')
  })

  test('keeps that its place was a pin set by hand', async () => {
    const { call, cast } = county
    const { longitude, latitude, datum } = placeInBaozhu
    const report = aReport({ place: { longitude, latitude, datum, byHand: true } })
    const { matter } = await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    expect(matter.place).toEqual({ longitude, latitude, datum, byHand: true })
    const read = await succeed(
      call(cast.hubOperatorOfXijiang, 'getMatter', { matterId: report.matterId }),
    )
    expect(read.matter.place).toEqual(matter.place)
  })

  test('sent sixteen times at once is one matter and sixteen equal successes', async () => {
    const { call, cast } = county
    const report = aReport()
    const before = await countOf('outbox_messages')
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => call(cast.informationOfficerTang, 'reportMatter', report)),
    )
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    const rows = await county.app.context.database.query(
      'select 1 from matter_history where matter_id = $1',
      [report.matterId],
    )
    expect(rows).toHaveLength(1)
    expect(await countOf('outbox_messages')).toBe((before ?? 0) + 1)
  })

  test('sent again after it has moved on gets the answer it got the first time', async () => {
    const { call, cast } = county
    const report = aReport()
    const first = await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    await succeed(
      call(cast.hubOperatorOfXijiang, 'actOnMatter', {
        commandId: newId(),
        matterId: report.matterId,
        action: 'accept',
      }),
    )
    expect(await succeed(call(cast.informationOfficerTang, 'reportMatter', report))).toEqual(first)
  })

  test('sent again with a phone clock that is by now far off is still the report it was', async () => {
    const { call, cast, moveClock } = county
    const report = aReport()
    await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    moveClock(90 * 86_400_000)
    expect((await call(cast.informationOfficerTang, 'reportMatter', report)).status).toBe(200)
    moveClock(-90 * 86_400_000)
  })
})

describe('a phone whose clock is wrong', () => {
  test.each([
    ['three days ahead', 3],
    ['a year behind', -366],
  ])('and that knows how far, %s, reports when it really was', async (_how, days) => {
    const { call, cast } = county
    const clockAheadMs = days * 86_400_000
    const right = aReport()
    const discoveredAt = new Date(Date.parse(right.discoveredAt) + clockAheadMs).toISOString()
    const report = { ...right, discoveredAt, clockAheadMs }
    const { matter } = await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    expect(Date.parse(matter.discoveredAt)).toBe(Date.parse(right.discoveredAt))
    expect(matter.clockAheadMs).toBe(clockAheadMs)
  })
})

describe('what cannot be filed is answered with its own code, and nothing is written', () => {
  const far = { longitude: 113.26, latitude: 23.13, datum: 'gcj02' }
  test.each([
    ['a kind nobody knows', { kind: '9999' }, 'matter.unknown-kind'],
    ['a point in another city', { place: far }, 'matter.place-outside-county'],
    ['no place and no grid', { place: undefined }, 'matter.place-missing'],
    ['a grid that does not exist', { gridCode: '441882118215999' }, 'matter.unknown-grid'],
    ['ten thousand characters', { text: '多'.repeat(10_000) }, 'matter.text-too-long'],
    ['a clock a year behind', { discoveredAt: '2020-01-01T00:00:00Z' }, 'matter.clock-off'],
    ['a clock a year ahead', { discoveredAt: '2099-01-01T00:00:00Z' }, 'matter.clock-off'],
    ['ten photos', { fileIds: Array.from({ length: 10 }, newId) }, 'matter.too-many-photos'],
    ['four voices', { voiceIds: Array.from({ length: 4 }, newId) }, 'matter.too-many-voices'],
    ['an id that is none', { matterId: '17' }, 'request.invalid'],
    ['a latitude beyond the pole', { place: { ...far, latitude: 91 } }, 'request.invalid'],
    ['a NUL in the text', { text: 'a\u0000b' }, 'request.invalid'],
  ])('%s', async (_what, change, code) => {
    const before = await Promise.all(['matters', 'matter_history', 'outbox_messages'].map(countOf))
    const { status, body } = await county.call(
      county.cast.informationOfficerTang,
      'reportMatter',
      aReport(change),
    )
    expect(body).toMatchObject({ code, status })
    expect(body.title).toMatch(/[\u4e00-\u9fff]/)
    expect(['never', 'later', 'after-edit']).toContain(body.retry)
    expect(
      await Promise.all(['matters', 'matter_history', 'outbox_messages'].map(countOf)),
    ).toEqual(before)
  })

  test('the same command with another text', async () => {
    const { call, cast } = county
    const report = aReport()
    await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    const { body } = await call(cast.informationOfficerTang, 'reportMatter', {
      ...report,
      text: '别的事',
    })
    expect(body.code).toBe('command.id-reused')
  })

  test('the same command from another person', async () => {
    const { call, cast } = county
    const report = aReport()
    await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    expect((await call(cast.residentChen, 'reportMatter', report)).body.code).toBe(
      'command.id-reused',
    )
  })

  test('a new command for a matter that is there already', async () => {
    const { call, cast } = county
    const report = aReport()
    await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
    const { body } = await call(cast.informationOfficerTang, 'reportMatter', {
      ...report,
      commandId: newId(),
    })
    expect(body.code).toBe('matter.id-taken')
  })
})
