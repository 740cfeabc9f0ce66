import { DAY_MS, HOUR_MS } from '@domain/shared/instant'
import {
  aMatterIn,
  aReport,
  newId,
  openTestApp,
  succeed,
  type TestApp,
} from '../../support/openTestApp'
import { placeInBaozhu } from '../../support/testCounty'

let county: TestApp
beforeAll(async () => void (county = await openTestApp()), 60_000)
afterAll(() => county.close())
/** Each test in a day of its own, so that nothing is near what another reported. */
beforeEach(() => county.moveClock(3 * DAY_MS))

type Who = keyof TestApp['cast']

async function report(who: Who, change: Record<string, unknown> = {}) {
  const at = new Date(county.app.context.now()).toISOString()
  const body = aReport({ discoveredAt: at, ...change })
  await succeed(county.call(county.cast[who], 'reportMatter', body))
  return body as { matterId: string; kind: string }
}

const alsoSee = (who: Who, matterId: string, into: string) =>
  county.call(county.cast[who], 'actOnMatter', {
    commandId: newId(),
    matterId,
    action: 'alsoSeen',
    input: { into },
  })

const joinableNear = async (who: Who, kind = '0501') => {
  const { items } = await succeed(
    county.call(county.cast[who], 'findSimilar', { kind, place: placeInBaozhu }),
  )
  return items.map(({ joinable }: { joinable?: string }) => joinable)
}

const resident: Who = 'residentChen'

describe('whoever sees what was reported already', () => {
  test('adds their photo to it by their own hand, and is told of it from there', async () => {
    const first = await report('informationOfficerTang', { fileIds: [newId()] })
    county.moveClock(HOUR_MS)
    expect(await joinableNear(resident)).toEqual([first.matterId])
    const mine = await report(resident, { fileIds: [newId()] })
    const joined = await succeed(alsoSee(resident, mine.matterId, first.matterId))
    expect(joined.matter.status).toBe('joined')
    const seen = await succeed(
      county.call(county.cast[resident], 'getMatter', { matterId: first.matterId }),
    )
    expect(seen.matter.photos).toHaveLength(2)
    expect(seen.matter.joinedReports).toBe(1)
    expect(seen.actions.map(({ action }: { action: string }) => action)).not.toContain('alsoSeen')
  })

  test('is shown no button for it: it comes with a report', async () => {
    const mine = await report(resident)
    const { actions } = await succeed(
      county.call(county.cast[resident], 'getMatter', { matterId: mine.matterId }),
    )
    expect(actions.map(({ action }: { action: string }) => action)).toEqual(['withdraw'])
  })

  test('joins nothing that lies elsewhere, is of another kind, is a day old, or is not open to all', async () => {
    const far = { place: { ...placeInBaozhu, latitude: placeInBaozhu.latitude + 0.002 } }
    const elsewhere = await report('informationOfficerTang', far)
    const otherKind = await report('informationOfficerTang', { kind: '0502' })
    const guarded = await report('informationOfficerTang', { kind: '0305' })
    expect(await joinableNear(resident, '0305')).toEqual([undefined])
    const mine = await report(resident)
    for (const { matterId } of [elsewhere, otherKind])
      expect((await alsoSee(resident, mine.matterId, matterId)).body.code).toBe(
        'matter.cannot-join',
      )
    const guardedMine = await report(resident, { kind: '0305' })
    const answer = await alsoSee(resident, guardedMine.matterId, guarded.matterId)
    expect(answer.body.code).toBe('matter.cannot-join')
    county.moveClock(25 * HOUR_MS)
    const late = await report('informationOfficerTang')
    expect((await alsoSee('informationOfficerTang', late.matterId, mine.matterId)).body.code).toBe(
      'matter.cannot-join',
    )
  })

  test('moves nobody else’s report', async () => {
    const first = await report('informationOfficerTang')
    const second = await report('anotherResident')
    expect((await alsoSee(resident, second.matterId, first.matterId)).body.code).toBe(
      'access.outside-jurisdiction',
    )
  })
})

test('a worker asks the hub from the task, and the answer is theirs and not the reporter’s', async () => {
  const matterId = await aMatterIn('handling', county)
  const { call, cast } = county
  const input = { question: '这件事该找哪个部门？' }
  const command = { commandId: newId(), matterId, action: 'askHub', input }
  await succeed(call(cast.gridWorkerLi, 'actOnMatter', command))
  const { children } = await succeed(call(cast.gridWorkerLi, 'getMatter', { matterId }))
  expect(children).toHaveLength(1)
  const question = children[0].matterId
  const answer = {
    commandId: newId(),
    matterId: question,
    action: 'answer',
    input: { result: '找水利站' },
  }
  await succeed(call(cast.hubOperatorOfXijiang, 'actOnMatter', answer))
  const read = await succeed(call(cast.gridWorkerLi, 'getMatter', { matterId: question }))
  expect(read.matter).toMatchObject({ text: input.question, lastNote: '找水利站' })
  const refused = await call(cast.informationOfficerTang, 'getMatter', { matterId: question })
  expect(refused.body.code).toBe('access.outside-jurisdiction')
  const { matter } = await succeed(call(cast.gridWorkerLi, 'getMatter', { matterId }))
  expect(matter.status).toBe('handling')
})
