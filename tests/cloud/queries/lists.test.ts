import { aMatterIn, aReport, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
  for (let i = 0; i < 25; i++) {
    county.moveClock(1000)
    await succeed(
      county.call(
        county.cast.informationOfficerTang,
        'reportMatter',
        aReport({ text: `第${i}件 100%` }),
      ),
    )
  }
}, 60_000)
afterAll(() => county.close())

async function allPages(
  who: TestApp['cast'][keyof TestApp['cast']],
  body: Record<string, unknown>,
) {
  const pages: Record<string, any>[][] = []
  let after: string | undefined
  do {
    const page = await succeed(
      county.call(who, 'listMatters', { ...body, ...(after ? { after } : {}) }),
    )
    pages.push(page.items)
    after = page.next ?? undefined
  } while (after)
  return pages
}

test('pages follow each other without a gap or a repeat, in both orders', async () => {
  for (const order of ['received', 'due']) {
    const pages = await allPages(county.cast.hubOperatorOfXijiang, { order, limit: 10 })
    const ids = pages.flat().map((matter) => matter.matterId)
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5])
    expect(new Set(ids).size).toBe(25)
  }
})

test('an officer sees what they reported, whatever they ask for', async () => {
  const { call, cast } = county
  expect(
    (await succeed(call(cast.informationOfficerTang, 'listMatters', { limit: 100 }))).items,
  ).toHaveLength(25)
  expect(
    (await succeed(call(cast.residentChen, 'listMatters', { filter: { areaCode: '441882' } })))
      .items,
  ).toEqual([])
})

test('a search takes what was typed as it stands, and finds a matter by its number', async () => {
  const { call, cast } = county
  const search = async (text: string) =>
    (
      await succeed(
        call(cast.hubOperatorOfXijiang, 'listMatters', { filter: { search: text }, limit: 100 }),
      )
    ).items
  expect(await search('第7件')).toHaveLength(1)
  expect(await search('100%')).toHaveLength(25)
  expect(await search('_')).toHaveLength(0)
  const [one] = await search('第7件')
  expect(await search(one.number)).toHaveLength(1)
})

test('a page key somebody made up is refused, not guessed at', async () => {
  const { body } = await county.call(county.cast.hubOperatorOfXijiang, 'listMatters', {
    after: 'zzz',
  })
  expect(body.code).toBe('request.invalid')
})

test('a matter about a missing person is not in a grid worker’s lists unless it was given to them', async () => {
  const { call, cast } = county
  const report = aReport({ kind: '0701', text: '有位老人说不清自己是谁' })
  await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
  const seenBy = async (who: TestApp['cast'][keyof TestApp['cast']]) =>
    (await succeed(call(who, 'listMatters', { limit: 100 }))).items.some(
      (item: any) => item.matterId === report.matterId,
    )
  expect(await seenBy(cast.gridWorkerLi)).toBe(false)
  expect(
    (await call(cast.gridWorkerLi, 'getMatter', { matterId: report.matterId })).body.code,
  ).toBe('access.outside-jurisdiction')
  expect(await seenBy(cast.hubOperatorOfXijiang)).toBe(true)
})

test('a worker’s boxes hold what is theirs to claim, to do, and done', async () => {
  const { call, cast } = county
  const [pool, mine, done] = [
    await aMatterIn('dispatched', county),
    await aMatterIn('handling', county),
    await aMatterIn('handled', county),
  ]
  const box = async (name: string) =>
    (await succeed(call(cast.gridWorkerLi, 'listTasks', { box: name }))).items.map(
      (item: any) => item.matterId,
    )
  expect(await box('pool')).toEqual([pool])
  expect(await box('mine')).toEqual([mine])
  expect(await box('done')).toEqual([done])
  expect((await call(cast.residentChen, 'listTasks', {})).body.code).toBe('access.not-permitted')
})

test('the change feed tells each person every step of what they may see, once and in order', async () => {
  const { call, cast } = county
  const start = (await succeed(call(cast.informationOfficerTang, 'listChanges'))).cursor
  const matterId = await aMatterIn('handled', county)
  const own = await succeed(call(cast.informationOfficerTang, 'listChanges', { after: start }))
  expect(own.items.map((item: any) => item.action)).toEqual([
    'report',
    'accept',
    'dispatch',
    'claim',
    'handle',
  ])
  expect(own.items.every((item: any) => item.matter.matterId === matterId)).toBe(true)
  expect(
    (await succeed(call(cast.informationOfficerTang, 'listChanges', { after: own.cursor }))).items,
  ).toEqual([])
  expect((await succeed(call(cast.residentChen, 'listChanges', { after: start }))).items).toEqual(
    [],
  )
  expect((await call(cast.residentChen, 'listChanges', { after: 'x' })).body.code).toBe(
    'hub.cursor-invalid',
  )
})

test('whom a matter can be sent to starts with the worker of its own grid', async () => {
  const { call, cast } = county
  const matterId = await aMatterIn('accepted', county)
  const { people, areas, departments } = await succeed(
    call(cast.hubOperatorOfXijiang, 'listAssignees', { matterId }),
  )
  expect(people[0].area.name).toBe('宝珠村 第3网格')
  expect(areas.map((area: any) => area.name)).toEqual(['宝珠村', '西江镇'])
  expect(departments).toHaveLength(8)
  expect((await call(cast.gridWorkerLi, 'listAssignees', { matterId })).body.code).toBe(
    'access.not-permitted',
  )
})

test('whoever supervises or decides on petitions sees to whom a letter or a task may go', async () => {
  const { call, cast } = county
  const inTheTownship = { areaCode: '441882118' }
  for (const who of [cast.supervisor, cast.townLeaderOfXijiang]) {
    const { departments } = await succeed(call(who, 'listAssignees', inTheTownship))
    expect(departments).toHaveLength(8)
  }
})

test('whom a whistle calls can be chosen before there is a matter, and only in the own township', async () => {
  const { call, cast } = county
  const inTheTownship = { areaCode: '441882118' }
  const { people, areas, departments } = await succeed(
    call(cast.hubOperatorOfXijiang, 'listAssignees', inTheTownship),
  )
  expect(people.length).toBeGreaterThan(10)
  expect(areas.map((area: any) => area.name)).toEqual(['西江镇'])
  expect(departments).toHaveLength(8)
  const elsewhere = { areaCode: '441882103' }
  expect((await call(cast.hubOperatorOfXijiang, 'listAssignees', elsewhere)).body.code).toBe(
    'access.not-permitted',
  )
})
