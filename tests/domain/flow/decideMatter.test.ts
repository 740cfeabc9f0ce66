import { availableActions } from '@domain/flow/availableActions'
import { incidentFlow } from '@domain/flows/incident'
import { mayRead } from '@domain/matter/mayRead'
import {
  accepted,
  after,
  decide,
  dispatchedToVillage,
  done,
  handled,
  handling,
  litter,
  monday9,
  report,
  surroundings,
  toLi,
} from '../../support/givenMatter'
import {
  gridWorkerLi,
  gridWorkerNextDoor,
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  officerLin,
  policeOfficer,
  residentWang,
} from '../../support/people'

const refused = (answer: unknown) => (answer as { refused?: string }).refused

describe('an incident on its way', () => {
  test('goes from the officer to the hub, the worker, the check and the end, and is confirmed once', () => {
    const closed = after(
      after(handled(), 'inspectResult', hubOperatorChen),
      'close',
      hubOperatorChen,
      { result: '办好了' },
    )
    expect(closed).toMatchObject({ status: 'closed', lastNote: '办好了', version: 7 })
    expect(closed.confirmedAt).toBeDefined()
    expect(closed.endedAt).toBeDefined()
    expect(closed.dueAt).toBeUndefined()
  })

  test('is the hub of its own township to accept, and nobody else’s', () => {
    for (const actor of [officerLin, gridWorkerLi, hubOperatorOfLongping, residentWang])
      expect(refused(decide(report(), 'accept', actor))).toBe('access.not-permitted')
    expect(refused(decide(report(), 'accept', hubOperatorChen))).toBeUndefined()
  })

  test('cannot be closed before somebody has inspected the result', () => {
    for (const matter of [report(), accepted(), dispatchedToVillage(), handling(), handled()])
      expect(refused(decide(matter, 'close', hubOperatorChen, { result: '好了' }))).toBe(
        'matter.action-not-allowed',
      )
  })

  test('cannot be inspected by the person who handled it, even if they also sit in the hub', () => {
    const both = { ...gridWorkerLi, posts: [...gridWorkerLi.posts, ...hubOperatorChen.posts] }
    expect(refused(decide(handled(), 'inspectResult', both))).toBe('access.not-permitted')
    expect(refused(decide(handled(), 'inspectResult', hubOperatorChen))).toBeUndefined()
  })

  test('goes back to the same worker when the work must be done again', () => {
    const again = after(handled(), 'rework', hubOperatorChen, { reason: '没扫干净' })
    expect(again).toMatchObject({
      status: 'handling',
      task: { state: 'claimed', claimedBy: gridWorkerLi.personId },
    })
    expect(refused(decide(again, 'handle', gridWorkerLi, done))).toBeUndefined()
  })

  test('goes back to the hub when the worker hands it back, with nobody holding it', () => {
    const back = after(handling(), 'handBack', gridWorkerLi, { reason: '不归我办' })
    expect(back.status).toBe('accepted')
    expect(back.task).toBeUndefined()
  })

  test('comes back from the reporter with what was missing', () => {
    const sentBack = after(report(), 'sendBack', hubOperatorChen, {
      reason: '照片太暗，请重新拍一张',
    })
    expect(refused(decide(sentBack, 'supplement', residentWang, { note: '补' }))).toBe(
      'access.not-permitted',
    )
    expect(after(sentBack, 'supplement', officerLin, { note: '补拍了' }).status).toBe('reported')
  })
})

describe('a task for a whole village', () => {
  test('is claimed by one, and the second is told who has it', () => {
    const answer = decide(handling(), 'claim', gridWorkerNextDoor)
    expect(answer).toMatchObject({
      refused: 'task.already-claimed',
      details: { claimedBy: gridWorkerLi.personId },
    })
  })

  test('is not for workers of another village or officers without tasks', () => {
    for (const actor of [gridWorkerOfAnotherVillage, officerLin, policeOfficer])
      expect(refused(decide(dispatchedToVillage(), 'claim', actor))).toBe('access.not-permitted')
  })

  test('is no business of a villager who merely lives there', () => {
    expect(mayRead(residentWang, dispatchedToVillage(), incidentFlow, monday9)).toBe(false)
    expect(refused(decide(dispatchedToVillage(), 'claim', residentWang))).toBe(
      'access.not-permitted',
    )
  })

  test('can be handled by nobody but the one who claimed it', () => {
    expect(refused(decide(handling(), 'handle', gridWorkerNextDoor, done))).toBe(
      'access.not-permitted',
    )
  })
})

describe('what an action demands', () => {
  test('sending back needs a reason and handling needs a photo', () => {
    expect(decide(report(), 'sendBack', hubOperatorChen, { reason: ' ' })).toMatchObject({
      refused: 'matter.form-incomplete',
      details: { field: 'reason' },
    })
    expect(decide(handling(), 'handle', gridWorkerLi, { result: '好了' })).toMatchObject({
      refused: 'matter.form-incomplete',
      details: { field: 'photos' },
    })
  })

  test('a text beyond its limit or a field the form does not have is refused by name', () => {
    expect(decide(report(), 'accept', hubOperatorChen, { note: '好'.repeat(501) })).toMatchObject({
      refused: 'matter.form-too-long',
      details: { field: 'note', max: 500 },
    })
    expect(decide(report(), 'accept', hubOperatorChen, toLi)).toMatchObject({
      refused: 'matter.form-unknown-field',
      details: { field: 'owner' },
    })
  })

  test('an action no flow knows is not confused with one whose time has not come', () => {
    expect(refused(decide(report(), 'abolish', hubOperatorChen))).toBe('matter.unknown-action')
  })
})

describe('settling on the spot', () => {
  test('is the grid’s own worker’s, for kinds that allow it', () => {
    expect(after(report(), 'closeOnSpot', gridWorkerLi, { result: '当场扫了' })).toMatchObject({
      status: 'closed',
      handlers: [gridWorkerLi.personId],
    })
    expect(
      refused(decide(report(), 'closeOnSpot', gridWorkerOfAnotherVillage, { result: '扫了' })),
    ).toBe('access.not-permitted')
    const strict = { ...litter, selfClose: false }
    expect(
      refused(
        decide(report(officerLin, strict), 'closeOnSpot', gridWorkerLi, { result: '扫了' }, strict),
      ),
    ).toBe('matter.action-not-allowed')
  })
})

test('the buttons a person sees are exactly the actions the rules accept from them', () => {
  const offered = (matter = report(), actor = hubOperatorChen) =>
    availableActions(incidentFlow, matter, actor, surroundings()).map((action) => action.action)
  expect(offered()).toEqual(['accept', 'sendBack', 'decline', 'join'])
  expect(offered(report(), officerLin)).toEqual(['withdraw'])
  expect(offered(handling(), gridWorkerLi)).toEqual([
    'handle',
    'closeOnSpot',
    'handBack',
    'askHub',
    'askExtension',
  ])
  expect(offered(dispatchedToVillage(), residentWang)).toEqual([])
})

test('a matter about a child is read by the hub, its reporter and whoever has the task, not by other workers', () => {
  const child = { ...litter, sensitivity: 'S3' as const, selfClose: false }
  const matter = report(officerLin, child)
  expect(mayRead(gridWorkerLi, matter, incidentFlow, monday9)).toBe(false)
  expect(mayRead(officerLin, matter, incidentFlow, monday9)).toBe(true)
  expect(mayRead(hubOperatorChen, matter, incidentFlow, monday9)).toBe(true)
  const given = after(
    after(matter, 'accept', hubOperatorChen, {}, child),
    'dispatch',
    hubOperatorChen,
    toLi,
    child,
  )
  expect(mayRead(gridWorkerLi, given, incidentFlow, monday9)).toBe(true)
  expect(mayRead(gridWorkerNextDoor, given, incidentFlow, monday9)).toBe(false)
})

describe('words and who reads them', () => {
  test('what the hub tells a worker, or a worker the hub, does not reach the reporter', () => {
    const given = after(accepted(), 'dispatch', hubOperatorChen, {
      ...toLi,
      note: '内部：别惊动当事人',
    })
    expect(given.lastNote).toBeUndefined()
    const back = after(handling(), 'handBack', gridWorkerLi, { reason: '不归我办' })
    expect(back.lastNote).toBeUndefined()
    expect(after(report(), 'sendBack', hubOperatorChen, { reason: '照片太暗' }).lastNote).toBe(
      '照片太暗',
    )
  })
})

describe('a matter in the wrong hands', () => {
  test('is given to somebody else when the worker who has it falls ill', () => {
    const moved = after(handling(), 'dispatch', hubOperatorChen, {
      owner: { kind: 'person', personId: gridWorkerNextDoor.personId },
    })
    expect(moved).toMatchObject({ status: 'dispatched', task: { state: 'open' } })
    expect(refused(decide(moved, 'handle', gridWorkerLi, done))).toBe('access.not-permitted')
  })

  test('is accepted all the same when it was sent back by mistake', () => {
    const sentBack = after(report(), 'sendBack', hubOperatorChen, { reason: '点错了' })
    expect(sentBack.dueAt).toBeDefined()
    expect(after(sentBack, 'accept', hubOperatorChen).status).toBe('accepted')
  })

  test('is no longer read by a pool once one of it has claimed it', () => {
    expect(mayRead(gridWorkerNextDoor, dispatchedToVillage(), incidentFlow, monday9)).toBe(true)
    expect(mayRead(gridWorkerNextDoor, handling(), incidentFlow, monday9)).toBe(false)
  })
})

describe('deadlines', () => {
  test('are not pushed away by confirming, which is done once', () => {
    const before = accepted()
    const confirmed = after(before, 'confirmReport', hubOperatorChen)
    expect(confirmed.dueAt).toBe(before.dueAt)
    expect(refused(decide(confirmed, 'confirmReport', hubOperatorChen))).toBe(
      'matter.action-not-allowed',
    )
  })

  test('are half as long for work that must be done again', () => {
    const first = handling()
    const again = after(handled(), 'rework', hubOperatorChen, { reason: '没扫干净' })
    expect((again.dueAt ?? 0) - monday9).toBeLessThan((first.dueAt ?? 0) - monday9)
  })

  test('nobody confirms what they reported themselves', () => {
    expect(
      refused(
        decide(
          after(report(hubOperatorChen), 'accept', hubOperatorChen),
          'confirmReport',
          hubOperatorChen,
        ),
      ),
    ).toBe('access.not-permitted')
  })
})

test('what must not be pictured can be handled without a photo', () => {
  const violence = { ...litter, sensitivity: 'S3' as const, selfClose: false }
  const given = after(
    after(report(officerLin, violence), 'accept', hubOperatorChen, {}, violence),
    'dispatch',
    hubOperatorChen,
    toLi,
    violence,
  )
  const claimed = after(given, 'claim', gridWorkerLi, {}, violence)
  expect(after(claimed, 'handle', gridWorkerLi, { result: '已送到医院' }, violence).status).toBe(
    'handled',
  )
})

test('a name every object inherits is no action', () => {
  for (const name of ['constructor', '__proto__', 'toString'])
    expect(refused(decide(report(), name, hubOperatorChen))).toBe('matter.unknown-action')
})
