import { DAY_MS } from '@domain/shared/instant'
import {
  aMatterIn,
  aReport,
  newId,
  openTestApp,
  succeed,
  type TestApp,
} from '../../support/openTestApp'
import { placeInBaozhu, testCounty } from '../../support/testCounty'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp({ demo: true })
}, 60_000)
afterAll(() => county.close())
/** Nobody has anything in hand when a test begins. */
beforeEach(() => county.app.context.database.query('delete from matter_tasks'))

type Who = keyof TestApp['cast']

const personOf = (who: Who) => county.cast[who].personId

const leaving = `gw-${testCounty.grid}-1`

const handOver = (owner: object, who: Who = 'hubHeadOfXijiang', commandId = newId()) =>
  county.call(county.cast[who], 'handOverTasks', { commandId, account: leaving, owner })

const act = (who: Who, matterId: string, action: string, input: Record<string, unknown> = {}) =>
  succeed(
    county.call(county.cast[who], 'actOnMatter', { commandId: newId(), matterId, action, input }),
  )

const seen = (matterId: string) =>
  succeed(county.call(county.cast.hubOperatorOfXijiang, 'getMatter', { matterId }))

async function box(who: Who, name: string): Promise<string[]> {
  const { items } = await succeed(county.call(county.cast[who], 'listTasks', { box: name }))
  return items.map(({ matterId }: { matterId: string }) => matterId)
}

test('to a person: it is theirs at once, with the same deadline and all that happened before', async () => {
  const matterId = await aMatterIn('handling', county)
  const before = await seen(matterId)
  county.moveClock(DAY_MS / 2)
  const answer = await succeed(
    handOver({ kind: 'person', personId: personOf('gridWorkerOfTheNextGrid') }),
  )
  expect(answer).toMatchObject({ moved: [{ matterId, number: before.matter.number }], left: 0 })
  const after = await seen(matterId)
  expect(after.matter).toMatchObject({ dueAt: before.matter.dueAt, status: 'handling' })
  expect(after.matter.task).toMatchObject({
    taskId: before.matter.task.taskId,
    state: 'claimed',
    claimedBy: { personId: personOf('gridWorkerOfTheNextGrid') },
  })
  expect(after.history.slice(0, -1)).toEqual(before.history)
  expect(after.history.at(-1)).toMatchObject({
    title: '任务已交接',
    by: { personId: personOf('hubHeadOfXijiang') },
  })
  expect(await box('gridWorkerLi', 'mine')).toEqual([])
  expect(await box('gridWorkerOfTheNextGrid', 'mine')).toEqual([matterId])
  await act('gridWorkerOfTheNextGrid', matterId, 'handle', { result: '已清走', photos: [newId()] })
})

test.each([
  ['a pool', { kind: 'area', areaCode: testCounty.village }, 'gridWorkerOfTheNextGrid'],
  [
    'a post',
    { kind: 'post', role: 'villageOfficer', areaCode: testCounty.village },
    'villageOfficerOfBaozhu',
  ],
  [
    'a department',
    { kind: 'department', departmentCode: testCounty.policeDepartment },
    'policeOfficerOfXijiang',
  ],
] as const)('to %s: it waits there until somebody claims it', async (_what, owner, next) => {
  const matterId = await aMatterIn('handling', county)
  const { dueAt } = (await seen(matterId)).matter
  expect((await succeed(handOver(owner))).moved).toHaveLength(1)
  const { matter } = await seen(matterId)
  expect(matter).toMatchObject({ dueAt, task: { state: 'open', owner } })
  expect(matter.task).not.toHaveProperty('claimedBy')
  expect(await box('gridWorkerLi', 'mine')).toEqual([])
  expect(await box(next, 'pool')).toEqual([matterId])
  await act(next, matterId, 'claim')
  expect((await seen(matterId)).matter).toMatchObject({ dueAt, status: 'handling' })
  expect(await box(next, 'mine')).toEqual([matterId])
})

test('what was given to them by name and not yet taken goes along, what they had done does not', async () => {
  const done = await aMatterIn('handled', county)
  const waiting = await aMatterIn('accepted', county)
  const owner = { kind: 'person', personId: personOf('gridWorkerLi') }
  await act('hubOperatorOfXijiang', waiting, 'dispatch', { owner })
  const { moved } = await succeed(
    handOver({ kind: 'person', personId: personOf('gridWorkerOfTheNextGrid') }),
  )
  expect(moved.map((one: any) => one.matterId)).toEqual([waiting])
  expect((await seen(waiting)).matter.task.state).toBe('open')
  expect(await box('gridWorkerLi', 'done')).toContain(done)
})

test('whom the new owner does not serve stays, and is counted', async () => {
  const matterId = await aMatterIn('handling', county)
  const elsewhere = { kind: 'area', areaCode: testCounty.anotherTownship }
  const refused = await handOver(elsewhere)
  expect(refused).toMatchObject({ status: 422, body: { code: 'matter.unknown-owner' } })
  expect((await seen(matterId)).matter.task.claimedBy.personId).toBe(personOf('gridWorkerLi'))
})

test('some that the new owner serves go, the others stay and are counted', async () => {
  const usual = await aMatterIn('handling', county)
  const alone = await aSearchWith('gridWorkerLi')
  const { moved, left } = await succeed(handOver({ kind: 'area', areaCode: testCounty.village }))
  expect(moved.map((one: any) => one.matterId)).toEqual([usual])
  expect(left).toBe(1)
  expect((await seen(alone)).matter.task.claimedBy.personId).toBe(personOf('gridWorkerLi'))
})

/** S3: what one person may know is given to a person, never to a pool. */
async function aSearchWith(who: Who): Promise<string> {
  const report = aReport({ kind: '0701', text: '一位老人', place: placeInBaozhu })
  await succeed(county.call(county.cast.informationOfficerTang, 'reportMatter', report))
  const owner = { kind: 'person', personId: personOf(who) }
  await act('hubOperatorOfXijiang', report.matterId, 'sendCompanion', { owner })
  await act(who, report.matterId, 'goStay')
  return report.matterId
}

test('the same again moves nothing twice, also from several processes at once', async () => {
  const matterIds = [await aMatterIn('handling', county), await aMatterIn('handling', county)]
  const owner = { kind: 'person', personId: personOf('gridWorkerOfTheNextGrid') }
  const commandId = newId()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => handOver(owner, 'hubHeadOfXijiang', commandId)),
  )
  expect(answers.map(({ status }) => status)).toContain(200)
  expect((await succeed(handOver(owner, 'hubHeadOfXijiang', commandId))).left).toBe(0)
  for (const matterId of matterIds) {
    const { history } = await seen(matterId)
    expect(history.filter((row: any) => row.title === '任务已交接')).toHaveLength(1)
  }
})

test('only by whoever manages the people there', async () => {
  await aMatterIn('handling', county)
  const owner = { kind: 'person', personId: personOf('gridWorkerOfTheNextGrid') }
  for (const who of ['gridWorkerLi', 'hubOperatorOfXijiang', 'residentChen'] as const)
    expect((await handOver(owner, who)).status).not.toBe(200)
  expect((await handOver(owner, 'hubHeadOfAnotherTownship')).status).toBe(404)
})
