import { checkFlow } from '@domain/flow/checkFlow'
import { mediationFlow } from '@domain/flows/mediation'
import {
  gridWorkerLi,
  hubOperatorChen,
  mediator,
  officerLin,
  policeOfficer,
  residentWang,
} from '../../support/people'
import { monday9, picture, play } from './play'

const DAY = 24 * 3_600_000
const sides = { oneSide: '老王', otherSide: '老赵', agrees: true }
const pool = { kind: 'post', role: 'mediator', areaCode: '441882118' } as const
const named = { kind: 'person', personId: mediator.personId } as const

const applied = () => play(mediationFlow).report(residentWang, sides)
const assigned = () => applied().does(hubOperatorChen, 'accept', { otherAgrees: true, owner: pool })
const mediating = () => assigned().does(mediator, 'claim')
const agreement = {
  agreement: '老赵赔两千，拆掉棚子',
  amount: 200_000,
  performBy: '2027-02-01',
  photos: [picture],
}
const agreed = () => mediating().does(mediator, 'agree', agreement)
const referred = (fields: object) =>
  play(mediationFlow, { kind: '1102' }).report(policeOfficer, { ...sides, ...fields })

test('the table of mediation is sound', () => expect(checkFlow(mediationFlow)).toEqual([]))

test('two neighbours are brought to a written agreement, and it is seen that it is kept', () => {
  const matter = mediating()
    .does(mediator, 'session', { heldOn: '2026-11-24', minutes: '各说各的' })
    .does(mediator, 'agree', agreement)
    .does(mediator, 'performed', { result: '钱付了，棚子拆了' })
    .does(residentWang, 'rate', { solved: true, satisfaction: 'satisfied' })
  expect(matter.matter()).toMatchObject({
    status: 'performed',
    counts: { session: 1 },
    fields: { agreement: '老赵赔两千，拆掉棚子', amount: 200_000 },
    handlers: [mediator.personId],
  })
})

test('nobody is mediated without their own consent and the other side’s', () => {
  const { agrees: _own, ...unwilling } = sides
  expect(play(mediationFlow).refusesReport(residentWang, unwilling)).toBe(
    'matter.form-incomplete agrees',
  )
  expect(applied().refuses(hubOperatorChen, 'accept', { otherAgrees: false, owner: pool })).toBe(
    'matter.form-incomplete otherAgrees',
  )
  const refused = applied().does(hubOperatorChen, 'mayNot', {
    channel: 'court',
    reason: '老赵不愿意',
  })
  expect(refused.matter()).toMatchObject({
    status: 'notMediated',
    lastNote: '老赵不愿意',
    fields: { channel: 'court' },
  })
  expect(refused.offers(hubOperatorChen)).toEqual([])
})

test('the police hand a dispute over only when both sides have agreed', () => {
  const one = referred({})
  expect(one.refuses(hubOperatorChen, 'acceptReferral', { owner: pool })).toBe(
    'matter.action-not-allowed',
  )
  expect(one.refuses(hubOperatorChen, 'accept', { otherAgrees: true, owner: pool })).toBe(
    'matter.action-not-allowed',
  )
  const both = referred({ otherAgrees: true })
  expect(both.does(hubOperatorChen, 'acceptReferral', { owner: named }).status()).toBe('assigned')
  for (const somebody of [residentWang, gridWorkerLi, mediator])
    expect(
      play(mediationFlow, { kind: '1102' }).refusesReport(somebody, {
        ...sides,
        otherAgrees: true,
      }),
    ).toBe('access.not-permitted')
})

test('a mediator claims it from the pool; a grid worker of the township neither sees nor claims it', () => {
  expect(assigned().refuses(gridWorkerLi, 'claim')).toBe('access.not-permitted')
  expect(assigned().reading(gridWorkerLi)).toBeUndefined()
  expect(assigned().reading(mediator)).toBe('insider')
  expect(mediating().matter().task).toMatchObject({ claimedBy: mediator.personId })
})

test('a mediator who is kin steps back, and the thirty days run on', () => {
  const matter = mediating().waits(48).does(mediator, 'recuse', { reason: '和一方是亲戚' })
  expect(matter.matter().task).toBeUndefined()
  matter.does(hubOperatorChen, 'appoint', { owner: named }).does(mediator, 'claim')
  expect(matter.matter().dueAt).toBe(monday9 + 30 * DAY)
})

test('who is to mediate is pressed after two days, and the thirty days are told on their way', () => {
  const matter = assigned()
  matter.news()
  expect(matter.waits(48).news()).toEqual(['7 %: taskOwner inCharge'])
  matter.does(mediator, 'claim').news()
  expect(matter.waits(24 * 28).news()).toEqual([
    '50 %: assignee',
    '80 %: assignee inCharge',
    '100 %: assignee inCharge',
  ])
  expect(matter.matter().overdueSince).toBe(monday9 + 30 * DAY)
})

test('either side may stop at any time, and is told where else to go', () => {
  for (const matter of [assigned(), mediating()])
    expect(matter.does(residentWang, 'noMore').status()).toBe('notMediated')
})

test('both sides are reminded of the court’s confirmation, and after thirty days only the promise remains', () => {
  const matter = agreed()
  matter.news()
  expect(matter.waits(24 * 15).news()).toEqual(['50 %: reporter assignee'])
  expect(matter.waits(24 * 15).news()).toEqual([
    '80 %: reporter assignee',
    '100 %: assignee inCharge',
    'windowClosed: assignee',
  ])
  expect(matter.matter()).toMatchObject({
    status: 'performing',
    dueAt: Date.parse('2027-02-02T00:00:00+08:00'),
  })
  matter.does(hubOperatorChen, 'brokenByHub', { channel: 'court', reason: '没有付钱' })
  expect(matter.status()).toBe('broken')
})

test('an agreement the court has confirmed carries the number of the ruling', () => {
  const matter = agreed().does(mediator, 'confirmed', { rulingNumber: '（2026）粤1882民特1号' })
  expect(matter.matter()).toMatchObject({
    status: 'performing',
    fields: { rulingNumber: '（2026）粤1882民特1号' },
  })
})

test('an agreement needs its words and a day, and what failed shows the way to court or arbitration', () => {
  expect(mediating().refuses(mediator, 'agree', { agreement: '和好' })).toBe(
    'matter.form-incomplete performBy',
  )
  const failed = mediating().does(mediator, 'fail', { channel: 'arbitration', reason: '谈不拢' })
  expect(failed.matter()).toMatchObject({ status: 'failed', fields: { channel: 'arbitration' } })
})

test('mediation pays nobody and asks nobody for money', () => {
  expect(JSON.stringify(mediationFlow)).not.toMatch(/"pays"|费用/)
  expect(mediating().refuses(officerLin, 'agree', agreement)).toBe('access.not-permitted')
})
