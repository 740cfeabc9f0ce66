import { allFlows, checkFlows } from '@domain/flows/allFlows'
import { incidentFlow } from '@domain/flows/incident'
import { reportersOf } from '@domain/flow/relation'
import { evolveAll } from '@domain/matter/evolveMatter'
import { mayRead } from '@domain/matter/mayRead'
import {
  countyHub,
  gridWorkerLi,
  hubHeadHuang,
  hubOperatorChen,
  justiceOfficer,
  officerLin,
  policeOfficer,
  residentWang,
  supervisor,
} from '../../support/people'
import { monday9, picture, play } from './play'

/** A limit of 40 hours of every hour, so that the clock is easy to read. */
const kind = { handle: { hours: 40, clock: 'elapsed' } } as const
const HOUR = 3_600_000
const toLi = { owner: { kind: 'person', personId: gridWorkerLi.personId } } as const
const toPolice = { owner: { kind: 'department', departmentCode: '441882118-police' } } as const
const justice = { kind: 'department', departmentCode: '441882118-justice' } as const
const done = { result: '已清走', photos: [picture] }

const accepted = (of: object = kind) =>
  play(incidentFlow, { kind: of }).report(officerLin).does(hubOperatorChen, 'accept')
const dispatched = () => accepted().does(hubOperatorChen, 'dispatch', toLi)
const handling = () => dispatched().does(gridWorkerLi, 'claim')
const closed = () =>
  handling()
    .does(gridWorkerLi, 'handle', done)
    .does(hubOperatorChen, 'inspectResult')
    .does(hubOperatorChen, 'close', { result: '办好了' })

test('all tables are sound together', () => expect(checkFlows(allFlows)).toEqual([]))

describe('an objection', () => {
  const objected = () =>
    accepted()
      .does(hubOperatorChen, 'dispatch', toPolice)
      .does(policeOfficer, 'object', { reason: '不在职责内' })

  test('is made with a reason by those it was given to, and ruled by the head of the hub', () => {
    const given = accepted().does(hubOperatorChen, 'dispatch', toPolice)
    expect(given.refuses(policeOfficer, 'object', {})).toBe('matter.form-incomplete reason')
    expect(given.refuses(justiceOfficer, 'object', { reason: '不' })).toBe('access.not-permitted')
    expect(objected().refuses(hubOperatorChen, 'upholdObjection')).toBe('access.not-permitted')
  })

  test('that holds brings the matter back to the hub with nobody holding it', () => {
    const matter = objected().does(hubHeadHuang, 'upholdObjection').matter()
    expect(matter.status).toBe('accepted')
    expect(matter.task).toBeUndefined()
  })

  test('that does not hold is not made a second time', () => {
    const matter = objected().does(hubHeadHuang, 'overruleObjection', { reason: '按清单归你' })
    expect(matter.status()).toBe('dispatched')
    expect(matter.refuses(policeOfficer, 'object', { reason: '还是不归我' })).toBe(
      'matter.action-not-allowed',
    )
    expect(matter.does(policeOfficer, 'claim').status()).toBe('handling')
  })
})

describe('more time', () => {
  const asked = () => handling().does(gridWorkerLi, 'askExtension', { reason: '等材料' })

  test('is asked by whoever handles it and granted by another, half of the limit each', () => {
    const matter = asked()
    expect(matter.offers(gridWorkerLi)).not.toContain('askExtension')
    expect(matter.refuses(hubOperatorChen, 'grantExtension')).toBe('access.not-permitted')
    expect(matter.does(hubHeadHuang, 'grantExtension').matter().dueAt).toBe(monday9 + 60 * HOUR)
  })

  test('is granted twice at most, the second time half of the first limit again', () => {
    const matter = asked().does(hubHeadHuang, 'grantExtension')
    matter
      .does(gridWorkerLi, 'askExtension', { reason: '下雨' })
      .does(hubHeadHuang, 'grantExtension')
    expect(matter.matter().dueAt).toBe(monday9 + 80 * HOUR)
    matter.does(gridWorkerLi, 'askExtension', { reason: '还下' })
    expect(matter.refuses(hubHeadHuang, 'grantExtension')).toBe('matter.action-not-allowed')
    matter.does(hubHeadHuang, 'refuseExtension', { reason: '请按期' })
    expect(matter.matter().dueAt).toBe(monday9 + 80 * HOUR)
  })

  test('is not granted when nobody asked', () => {
    expect(handling().refuses(hubHeadHuang, 'grantExtension')).toBe('matter.action-not-allowed')
  })
})

describe('a matter that has to wait', () => {
  test('stands still by the county’s word, says why, and goes on with the time it had left', () => {
    const matter = handling().waits(10)
    expect(matter.refuses(hubHeadHuang, 'suspend', { reason: '等资金' })).toBe(
      'access.not-permitted',
    )
    matter.does(countyHub, 'suspend', { reason: '要等资金到位' })
    expect(matter.matter().lastNote).toBe('要等资金到位')
    matter.waits(24 * 30)
    expect(matter.matter().late).toBeUndefined()
    matter.does(hubOperatorChen, 'resume')
    expect(matter.matter()).toMatchObject({
      status: 'handling',
      task: { claimedBy: gridWorkerLi.personId },
      dueAt: matter.now() + 30 * HOUR,
    })
    expect(matter.refuses(countyHub, 'suspend', { reason: '再等' })).toBe(
      'matter.action-not-allowed',
    )
  })
})

describe('lateness', () => {
  const late = () =>
    handling()
      .waits(41)
      .does(gridWorkerLi, 'handle', done)
      .does(hubOperatorChen, 'inspectResult')
      .does(hubOperatorChen, 'close', { result: '办好了' })

  test('is told at half, at four fifths, at the end, and to the county at one and a half', () => {
    const matter = handling()
    matter.news()
    expect(matter.waits(60).news()).toEqual([
      '50 %: assignee',
      '80 %: assignee inCharge',
      '100 %: assignee inCharge',
      '150 %: inCharge county',
    ])
    expect(matter.matter().late).toHaveLength(1)
  })

  test('that the rain excuses is reviewed twice, no longer counts, and stays a fact', () => {
    const matter = late().does(gridWorkerLi, 'appealTimeout', { reason: '暴雨断路' })
    expect(matter.refuses(countyHub, 'excuseTimeout')).toBe('matter.action-not-allowed')
    matter.does(hubHeadHuang, 'backAppeal').does(countyHub, 'excuseTimeout')
    expect(matter.matter().late).toEqual([
      { status: 'handling', stage: 'handle', dueAt: monday9 + 40 * HOUR, excused: true },
    ])
    expect(matter.refuses(gridWorkerLi, 'appealTimeout', { reason: '再' })).toBe(
      'matter.action-not-allowed',
    )
  })

  test('whose appeal the county rejects counts, and nobody appeals when nothing was late', () => {
    const matter = late()
      .does(gridWorkerLi, 'appealTimeout', { reason: '联系不上' })
      .does(hubHeadHuang, 'backAppeal')
      .does(supervisor, 'rejectAppeal', { reason: '理由不成立' })
    expect(matter.matter().late?.some(({ excused }) => excused)).toBe(false)
    expect(closed().refuses(gridWorkerLi, 'appealTimeout', { reason: '雨' })).toBe(
      'matter.action-not-allowed',
    )
  })
})

describe('after the end', () => {
  test('the reporter says once within 15 days that it is not solved, and the same worker has half the time', () => {
    const matter = closed().waits(24 * 14)
    expect(matter.refuses(residentWang, 'reopen', { reason: '没好' })).toBe('access.not-permitted')
    matter.does(officerLin, 'reopen', { reason: '还是老样子' })
    expect(matter.matter()).toMatchObject({
      status: 'handling',
      task: { state: 'claimed', claimedBy: gridWorkerLi.personId },
      dueAt: matter.now() + 20 * HOUR,
    })
    expect(matter.matter().endedAt).toBeUndefined()
    matter
      .does(gridWorkerLi, 'handle', done)
      .does(hubOperatorChen, 'inspectResult')
      .does(hubOperatorChen, 'close', { result: '这次好了' })
    expect(matter.refuses(officerLin, 'reopen', { reason: '又' })).toBe('matter.action-not-allowed')
    expect(
      closed()
        .waits(24 * 15 + 1)
        .offers(officerLin),
    ).not.toContain('reopen')
  })

  test('the reporter rates once within 7 days, and the end stays where it was', () => {
    const matter = closed().waits(24)
    const end = matter.matter().endedAt
    matter.does(officerLin, 'rate', { solved: true, satisfaction: 'satisfied' })
    expect(matter.matter()).toMatchObject({
      endedAt: end,
      fields: { solved: true, satisfaction: 'satisfied' },
    })
    expect(matter.refuses(officerLin, 'rate', { solved: false, satisfaction: 'fair' })).toBe(
      'matter.action-not-allowed',
    )
    expect(
      closed()
        .waits(24 * 7 + 1)
        .offers(officerLin),
    ).not.toContain('rate')
    expect(closed().refuses(hubOperatorChen, 'rate', { solved: true, satisfaction: 'fair' })).toBe(
      'access.not-permitted',
    )
  })
})

describe('several departments on one matter', () => {
  const withJustice = () =>
    accepted()
      .does(hubOperatorChen, 'dispatch', { ...toPolice, owners: [justice] })
      .does(policeOfficer, 'claim')

  test('each sign and answer for themselves, while the main one handles', () => {
    const matter = withJustice()
    expect(matter.refuses(justiceOfficer, 'answerCall', { result: '到了' })).toBe(
      'access.not-permitted',
    )
    matter.does(justiceOfficer, 'signCall').does(justiceOfficer, 'answerCall', { result: '已到场' })
    expect(matter.matter()).toMatchObject({
      status: 'handling',
      task: { state: 'claimed', claimedBy: policeOfficer.personId },
      called: [{ owner: justice, state: 'done', answer: '已到场', claimedAt: monday9 }],
    })
    expect(matter.refuses(policeOfficer, 'signCall')).toBe('access.not-permitted')
  })

  test('nobody who helped inspects, and what they add does not push the deadline away', () => {
    const matter = withJustice()
    const { dueAt } = matter.matter()
    matter.waits(5).does(justiceOfficer, 'signCall')
    matter.does(justiceOfficer, 'answerCall', { result: '已到场' })
    expect(matter.matter().dueAt).toBe(dueAt)
    expect(matter.matter().handlers).toEqual([justiceOfficer.personId])
  })
})

describe('the same thing reported twice', () => {
  test('is joined into the first, whose reporters both hear of it from then on', () => {
    const second = accepted()
    const into = '00000000-0000-7000-8000-0000000000a9'
    expect(second.refuses(hubOperatorChen, 'join', { into: second.matter().id })).toBe(
      'matter.cannot-join',
    )
    second.does(hubOperatorChen, 'join', { into })
    expect(second.matter()).toMatchObject({ status: 'joined', joinedTo: into })
    const report = {
      matterId: second.matter().id,
      number: 'E2',
      reporter: { personId: residentWang.personId, earnsPoints: true },
      text: '也看见了',
      at: monday9,
    }
    const first = closed()
    const both = evolveAll(first.matter(), [
      { type: 'ReportJoined', report, photos: [], at: monday9 },
    ])
    expect(both && reportersOf(both)).toEqual([officerLin.personId, residentWang.personId])
    expect(both && mayRead(residentWang, both, incidentFlow, monday9)).toBe(true)
    expect(mayRead(residentWang, first.matter(), incidentFlow, monday9)).toBe(false)
  })
})

describe('what an incident begins beside itself', () => {
  test('is a whistle by the hub, a hard one only by its head, and it stays where it is itself', () => {
    const words = { owners: [justice], whistleFor: '一起到场' }
    for (const matter of [accepted(), handling()]) {
      const { status } = matter.matter()
      matter.does(hubOperatorChen, 'whistleDaily', words)
      expect(matter.matter().status).toBe(status)
      expect(matter.events().at(-1)).toMatchObject({ type: 'ChildOpened', flow: 'whistle' })
      expect(matter.refuses(hubOperatorChen, 'whistleHard', words)).toBe('access.not-permitted')
      expect(matter.refuses(hubHeadHuang, 'whistleHard', words)).toBeUndefined()
      expect(matter.refuses(gridWorkerLi, 'whistleEmergency', words)).toBe('access.not-permitted')
    }
  })

  test('is a number at the civil clinic when it is a quarrel, and only then', () => {
    expect(accepted().refuses(hubOperatorChen, 'toClinic')).toBe('matter.action-not-allowed')
    const quarrel = accepted({ ...kind, code: '0101' }).does(hubOperatorChen, 'toClinic')
    expect(quarrel.events().at(-1)).toMatchObject({ type: 'ChildOpened', flow: 'civilClinic' })
    expect(quarrel.matter().fields).toMatchObject({ onBehalf: 'worker' })
  })

  test('is a line on the ledger of supervision, whose deadline is not the incident’s', () => {
    const matter = handling()
    const { dueAt } = matter.matter()
    matter.waits(24 * 3)
    const line = { whyUnsolved: 'overdue', summary: '垃圾三天没人清' }
    expect(matter.refuses(hubHeadHuang, 'supervise', line)).toBe('access.not-permitted')
    matter.does(supervisor, 'supervise', line)
    expect(matter.matter()).toMatchObject({ status: 'handling', dueAt })
  })
})
