import { DAY_MS, HOUR_MS } from '@domain/shared/instant'
import { openApp } from '@cloud/app'
import { makeReloadIfChanged } from '@cloud/reference/startReloading'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { settingsDesk } from './settingsDesk'

let county: TestApp
let desk: ReturnType<typeof settingsDesk>
beforeEach(async () => {
  county = await openTestApp({ demo: true })
  desk = settingsDesk(county)
}, 60_000)
afterEach(() => county.close())

const nothing = { flows: {}, kinds: {}, ownKinds: [] }
const hours = (count: number) => ({ hours: count, clock: 'elapsed' as const })

const ownKind = {
  code: '0191',
  name: '宗祠用地纠纷',
  urgency: 'U3' as const,
  accept: hours(2),
  handle: hours(24),
  basePoints: 3,
  selfClose: false,
  sensitivity: 'S1' as const,
  owner: '镇调委会',
}

function report(change: Record<string, unknown> = {}) {
  const sent = aReport({
    discoveredAt: new Date(county.app.context.now()).toISOString(),
    ...change,
  })
  return county.call(county.cast.informationOfficerTang, 'reportMatter', sent)
}

async function matterOf(change: Record<string, unknown> = {}) {
  return (await succeed(report(change))).matter
}

const inHours = (count: number) =>
  new Date(county.app.context.now() + count * HOUR_MS).toISOString()
const hoursLeft = (matter: any) =>
  (Date.parse(matter.dueAt) - Date.parse(matter.receivedAt)) / HOUR_MS

async function act(who: keyof TestApp['cast'], matterId: string, action: string, input = {}) {
  const body = { commandId: newId(), matterId, action, input }
  return county.call(county.cast[who], 'actOnMatter', body)
}

describe('a version and its time', () => {
  test('a limit changed from tomorrow leaves the matter of today alone and holds for that of tomorrow', async () => {
    await desk.save({ kinds: { '0301': { accept: hours(3) } } }, { effectiveFrom: inHours(24) })
    const today = await matterOf({ kind: '0301' })
    expect(hoursLeft(today)).toBe(1)
    county.moveClock(DAY_MS)
    const tomorrow = await matterOf({ kind: '0301' })
    expect(hoursLeft(tomorrow)).toBe(3)
    await succeed(act('hubOperatorOfXijiang', today.matterId, 'sendBack', { reason: '请说清楚' }))
    county.moveClock(HOUR_MS)
    const supplemented = await succeed(
      act('informationOfficerTang', today.matterId, 'supplement', { note: '在村口' }),
    )
    const { dueAt } = supplemented.matter
    expect((Date.parse(dueAt) - county.app.context.now()) / HOUR_MS).toBeLessThanOrEqual(1)
  })

  test('a limit of a status follows the version that the matter began with', async () => {
    const sentBack = async (matterId: string) =>
      (await succeed(act('hubOperatorOfXijiang', matterId, 'sendBack', { reason: '说不清' })))
        .matter
    const before = await matterOf()
    county.moveClock(1000)
    await desk.save({ flows: { incident: { limits: { sentBack: hours(5) } } } })
    const after = await matterOf()
    const left = async (matterId: string) =>
      (Date.parse((await sentBack(matterId)).dueAt) - county.app.context.now()) / HOUR_MS
    expect(await left(before.matterId)).toBe(168)
    expect(await left(after.matterId)).toBe(5)
  })

  test('versions are listed with who made them, when, from when and why, and none is lost', async () => {
    await desk.save({ kinds: { '0301': { basePoints: 6 } } }, { note: '先试' })
    county.moveClock(HOUR_MS)
    await desk.save({ kinds: { '0301': { basePoints: 7 } } }, { effectiveFrom: inHours(48) })
    county.moveClock(HOUR_MS)
    await desk.save({ kinds: { '0301': { basePoints: 8 } } }, { effectiveFrom: inHours(2) })
    const { versions, content } = await desk.read()
    expect(versions.map((one: any) => [one.version, one.state])).toEqual([
      [3, 'planned'],
      [2, 'skipped'],
      [1, 'inForce'],
    ])
    expect(versions[2]).toMatchObject({ madeBy: county.cast.countyAdmin.name, note: '先试' })
    expect(content.kinds['0301'].basePoints).toBe(8)
    expect((await desk.read(1)).content.kinds['0301'].basePoints).toBe(6)
    county.moveClock(3 * DAY_MS)
    expect((await desk.read()).versions.map((one: any) => one.state)).toEqual([
      'inForce',
      'skipped',
      'past',
    ])
  })

  test('after a restart the county is as it was set, and an open matter still has its own version', async () => {
    await desk.save({ kinds: { '0301': { accept: hours(3) } }, ownKinds: [ownKind] })
    const begun = await matterOf({ kind: '0191' })
    county.moveClock(HOUR_MS)
    await desk.save({ ...nothing })
    const { settings, database, log, now } = county.app.context
    const again = await openApp(settings, { database, log, now })
    const { reference, flows } = again.context
    expect(flows.settingsVersion()).toBe(2)
    expect(reference.findKind('0301')?.accept.hours).toBe(1)
    expect(reference.findKind('0191')).toBeUndefined()
    const seen = await succeed(
      again.dispatch(
        'getMatter',
        { matterId: begun.matterId },
        {
          actor: county.cast.hubOperatorOfXijiang,
        },
      ) as any,
    )
    expect(seen.matter.kind.name).toBe('宗祠用地纠纷')
    expect(
      await again.dispatch(
        'actOnMatter',
        { commandId: newId(), matterId: begun.matterId, action: 'accept', input: {} },
        { actor: county.cast.hubOperatorOfXijiang },
      ),
    ).toMatchObject({ status: 200 })
  })
})

describe('a kind of the county’s own', () => {
  test('0191 is listed, reported and handled with its own limits and points', async () => {
    await desk.save({ ownKinds: [ownKind] })
    const { items } = await succeed(county.call(county.cast.residentChen, 'listKinds'))
    expect(items.find(({ code }: any) => code === '0191')).toMatchObject({
      name: '宗祠用地纠纷',
      categoryName: '矛盾纠纷',
      flow: 'incident',
      mayReport: true,
    })
    const matter = await matterOf({ kind: '0191' })
    expect(matter).toMatchObject({ kind: { code: '0191', name: '宗祠用地纠纷' }, urgency: 'U3' })
    expect(hoursLeft(matter)).toBe(2)
    const { matterId } = matter
    const owner = { kind: 'area', areaCode: '441882118215' }
    await succeed(act('hubOperatorOfXijiang', matterId, 'accept'))
    await succeed(act('hubOperatorOfXijiang', matterId, 'dispatch', { owner }))
    await succeed(act('gridWorkerLi', matterId, 'claim'))
    const done = { result: '已说和', photos: [newId()] }
    const handled = await succeed(act('gridWorkerLi', matterId, 'handle', done))
    expect(handled.matter.status).toBe('handled')
  })

  test('switched off it is reported no more, and an open one keeps its name', async () => {
    await desk.save({ ownKinds: [ownKind] })
    const matter = await matterOf({ kind: '0191' })
    county.moveClock(1000)
    await desk.save({ ownKinds: [{ ...ownKind, off: true }] })
    expect((await report({ kind: '0191' })).body).toMatchObject({ code: 'matter.unknown-kind' })
    const accepted = await succeed(act('hubOperatorOfXijiang', matter.matterId, 'accept'))
    expect(accepted.matter).toMatchObject({ status: 'accepted', kind: { name: '宗祠用地纠纷' } })
  })
})

test('a field the county adds is asked, demanded, and shown with the matter', async () => {
  const witness = {
    name: 'ownWitness',
    title: '见证人',
    type: 'text' as const,
    required: true,
    max: 20,
  }
  await desk.save({
    flows: { incident: { forms: { report: { adds: [{ ...witness, shownToReporter: true }] } } } },
  })
  const { items } = await succeed(county.call(county.cast.residentChen, 'listKinds'))
  expect(items.find(({ code }: any) => code === '0501').form.at(-1)).toMatchObject({
    name: 'ownWitness',
    title: '见证人',
    required: true,
  })
  expect((await report()).body).toMatchObject({ code: 'matter.form-incomplete' })
  const matter = await matterOf({ fields: { ownWitness: '老王' } })
  expect(JSON.stringify(matter.fields)).toContain('见证人')
  const seen = await succeed(
    county.call(county.cast.hubOperatorOfXijiang, 'getMatter', { matterId: matter.matterId }),
  )
  expect(JSON.stringify(seen.matter.fields)).toContain('老王')
})

test('a flow that is switched off begins no more, leaves the list, and its open matters go on', async () => {
  const open = await matterOf()
  await desk.save({ flows: { incident: { off: true } } })
  expect(await report()).toMatchObject({ status: 409, body: { code: 'matter.flow-off' } })
  const { items } = await succeed(county.call(county.cast.residentChen, 'listKinds'))
  expect(items.filter(({ flow }: any) => flow === 'incident')).toEqual([])
  const hub = county.cast.hubOperatorOfXijiang
  const listed = await succeed(county.call(hub, 'listMatters', { filter: {}, order: 'received' }))
  expect(listed.items.map(({ matterId }: any) => matterId)).toContain(open.matterId)
  const accepted = await succeed(act('hubOperatorOfXijiang', open.matterId, 'accept'))
  expect(accepted.matter.status).toBe('accepted')
})

describe('two at once, and twice the same', () => {
  test('of two who edit at once the second is told, and the first is kept', async () => {
    const first = await desk.request({ kinds: { '0301': { basePoints: 6 } } })
    const second = await desk.request({ kinds: { '0301': { basePoints: 9 } } })
    const { call, cast } = county
    const answers = await Promise.all(
      [first, second].map((body) => call(cast.countyAdmin, 'changeCountySettings', body)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      code: 'settings.changed-meanwhile',
      details: { version: 1 },
    })
    expect((await desk.read()).versions).toHaveLength(1)
  })

  test('a version nobody has made yet cannot be built upon', async () => {
    expect(await desk.trySaving({}, { basedOn: 7 })).toMatchObject({
      status: 409,
      body: { code: 'settings.changed-meanwhile' },
    })
  })

  test('the same command twice is one version, and its id for something else is refused', async () => {
    const body = await desk.request({ kinds: { '0301': { basePoints: 6 } } })
    const { call, cast } = county
    const answers = [
      await succeed(call(cast.countyAdmin, 'changeCountySettings', body)),
      await succeed(call(cast.countyAdmin, 'changeCountySettings', body)),
    ]
    expect(answers[1]).toEqual(answers[0])
    expect((await desk.read()).versions).toHaveLength(1)
    const other = { ...body, note: '另一份' }
    expect((await call(cast.countyAdmin, 'changeCountySettings', other)).body).toMatchObject({
      code: 'command.id-reused',
    })
  })
})

test('before saving one sees what changes in words, and how many open matters keep what they began with', async () => {
  await matterOf({ kind: '0301' })
  await matterOf({ kind: '0301' })
  await matterOf({ kind: '0501' })
  const change = {
    flows: { question: { off: true as const } },
    kinds: { '0301': { accept: hours(3) }, '0501': { off: true as const } },
    ownKinds: [ownKind],
  }
  const seen = await desk.preview(change)
  expect(seen.problems).toEqual([])
  expect(seen.openMatters).toBe(3)
  expect(seen.flows).toEqual([
    { flow: 'question', title: expect.any(String), switched: 'off', words: [], openMatters: 0 },
  ])
  expect(seen.kinds).toEqual([
    {
      code: '0301',
      name: '占用堵塞消防通道',
      words: ['受理时限：1小时改为3小时'],
      openMatters: 2,
    },
    { code: '0501', name: '暴露垃圾与垃圾满溢', switched: 'off', words: [], openMatters: 1 },
    { code: '0191', name: '宗祠用地纠纷', switched: 'added', words: [], openMatters: 0 },
  ])
  expect((await desk.read()).versions).toEqual([])
})

test('the preview says which planned version is overtaken, and what is wrong without refusing to look', async () => {
  await desk.save({ kinds: { '0301': { basePoints: 6 } } }, { effectiveFrom: inHours(48) })
  const seen = await desk.preview({ kinds: { '0301': { basePoints: 101 } } })
  expect(seen.skips).toEqual([1])
  expect(seen.problems).toMatchObject([
    { path: 'kinds.0301.basePoints', code: 'points-out-of-range' },
  ])
})

describe('several processes', () => {
  const shared = { sharedWithOtherProcesses: true } as const

  test('another process knows a version before its time comes, at its next look', async () => {
    const { settings, database, log, now } = county.app.context
    const beside = { ...database, capabilities: shared }
    const other = await openApp(settings, { database: beside, log, now })
    const look = makeReloadIfChanged(other.context)
    await look()
    await desk.save({ kinds: { '0301': { accept: hours(3) } } })
    expect(other.context.reference.findKind('0301')?.accept.hours).toBe(1)
    await look()
    expect(other.context.reference.findKind('0301')?.accept.hours).toBe(3)
    expect(other.context.flows.settingsVersion()).toBe(1)
  })

  test('where others must learn of it first, at once means in two minutes', async () => {
    const { settings, database, log, now } = county.app.context
    const beside = { ...database, capabilities: shared }
    const other = await openApp(settings, { database: beside, log, now })
    const body = await desk.request({ kinds: { '0301': { accept: hours(3) } } })
    const { version } = await succeed(
      other.dispatch('changeCountySettings', body, { actor: county.cast.countyAdmin }) as any,
    )
    expect(Date.parse(version.effectiveFrom) - now()).toBe(2 * 60_000)
    expect(version.state).toBe('planned')
    expect(other.context.flows.settingsVersion()).toBeUndefined()
    county.moveClock(2 * 60_000)
    expect(other.context.flows.settingsVersion()).toBe(1)
  })
})
