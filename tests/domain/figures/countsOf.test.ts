import { figuresOf } from '@domain/figures/figuresOf'
import { sayRate } from '@domain/figures/rate'
import { deliberationFlow } from '@domain/flows/deliberation'
import { incidentFlow } from '@domain/flows/incident'
import { isRefusal } from '@domain/shared/refusal'
import {
  countyHub,
  gridWorkerLi,
  hubHeadHuang,
  hubOperatorChen,
  officerLin,
  policeOfficer,
  residentWang,
  villageSecretary,
} from '../../support/people'
import { picture, play, type Play } from '../flows/play'
import { begin, decide, diceOf, write } from '../flows/wander'
import { tallyOf, type Rows } from './tallyOf'

/** A limit of 40 hours of every hour, so that the clock is easy to read. */
const kind = { handle: { hours: 40, clock: 'elapsed' } } as const
const toLi = { owner: { kind: 'person', personId: gridWorkerLi.personId } } as const
const toPolice = { owner: { kind: 'department', departmentCode: '441882118-police' } } as const
const done = { result: '已清走', photos: [picture] }

const reported = () => play(incidentFlow, { kind }).report(officerLin)
const accepted = () => reported().does(hubOperatorChen, 'accept')
const handling = () =>
  accepted().does(hubOperatorChen, 'dispatch', toLi).does(gridWorkerLi, 'claim')
const close = (matter: Play) =>
  matter
    .does(gridWorkerLi, 'handle', done)
    .does(hubOperatorChen, 'inspectResult')
    .does(hubOperatorChen, 'close', { result: '办好了' })

const tally = (matter: Play, flow = incidentFlow as never) => tallyOf(flow, matter.rows())
const due = (matter: Play) =>
  Object.fromEntries(
    Object.entries(tally(matter)).filter(([figure]) => /^(due|late|excused)\./.test(figure)),
  )

/** The rates as people read them, by their Chinese name. */
function said(rows: Rows): Record<string, string> {
  const { rates } = figuresOf(incidentFlow, new Map(Object.entries(tallyOf(incidentFlow, rows))))
  return Object.fromEntries(rates.map((rate) => [rate.title, sayRate(rate)]))
}

test('a matter that went as it should was in time at every stage, once each', () => {
  expect(tally(close(handling().waits(3)))).toMatchObject({
    reported: 1,
    accepted: 1,
    dispatched: 1,
    handled: 1,
    closed: 1,
    finished: 1,
    ended: 1,
    'due.accept': 1,
    'due.dispatch': 1,
    'due.handle': 1,
    'due.inspect': 1,
    'due.close': 1,
  })
  expect(said(close(handling()).rows())).toMatchObject({
    办结率: '100.00 %（1/1）',
    按时处置率: '100.00 %（1/1）',
    退回率: '0.00 %（0/1）',
    重开率: '0.00 %（0/1）',
  })
})

describe('a deadline', () => {
  test('that passes undone is due and late at once, and the step after it is not counted again', () => {
    const late = handling().waits(40)
    expect(due(late)).toMatchObject({ 'due.handle': 1, 'late.handle': 1 })
    expect(due(late.waits(100))).toMatchObject({ 'due.handle': 1, 'late.handle': 1 })
    expect(due(close(late))).toMatchObject({ 'due.handle': 1, 'late.handle': 1 })
  })

  test('still ahead is not due', () => {
    expect(due(reported())).toEqual({})
    expect(said(reported().rows())['按时受理率']).toBe('没有可算的')
  })

  test('that nobody had noticed when the step came is late by the clock of the step', () => {
    const wanderer = begin(incidentFlow, diceOf([]))!
    wanderer.now = wanderer.matter.dueAt!
    const late = decide(wanderer, hubOperatorChen, 'accept', {})
    if (isRefusal(late)) throw new Error(late.refused)
    write(wanderer, late)
    expect(tallyOf(incidentFlow, wanderer.rows)).toMatchObject({
      'due.accept': 1,
      'late.accept': 1,
    })
  })

  test('met one moment before it passes is met', () => {
    const wanderer = begin(incidentFlow, diceOf([]))!
    wanderer.now = wanderer.matter.dueAt! - 1
    const events = decide(wanderer, hubOperatorChen, 'accept', {})
    if (isRefusal(events)) throw new Error(events.refused)
    write(wanderer, events)
    const { 'late.accept': late, 'due.accept': dueOnce } = tallyOf(incidentFlow, wanderer.rows)
    expect([dueOnce, late]).toEqual([1, undefined])
  })

  test('excused stays a fact, and is above no line and below none', () => {
    const excused = close(handling().waits(41))
      .does(gridWorkerLi, 'appealTimeout', { reason: '暴雨断路' })
      .does(hubHeadHuang, 'backAppeal')
      .does(countyHub, 'excuseTimeout')
    expect(due(excused)).toMatchObject({ 'late.handle': 1, 'excused.handle': 1 })
    expect(said(excused.rows())['按时处置率']).toBe('没有可算的')
    const { counts } = figuresOf(incidentFlow, new Map(Object.entries(tally(excused))))
    expect(counts).toContainEqual({ name: 'overdue', title: '超期次数（含免计）', count: 1 })
    expect(counts).toContainEqual({ name: 'excused', title: '其中免计', count: 1 })
  })

  test('put off by an extension is due when the longer one is', () => {
    const extended = handling()
      .does(gridWorkerLi, 'askExtension', { reason: '等材料' })
      .does(hubHeadHuang, 'grantExtension')
      .waits(50)
    expect(due(close(extended))).toMatchObject({ 'due.handle': 1 })
    expect(due(extended)['late.handle']).toBeUndefined()
  })

  test('missed before it was extended stays missed, and the work done after it is not counted again', () => {
    const extended = handling()
      .waits(41)
      .does(gridWorkerLi, 'askExtension', { reason: '等材料' })
      .does(hubHeadHuang, 'grantExtension')
    expect(due(close(extended))).toMatchObject({ 'due.handle': 1, 'late.handle': 1 })
  })

  test('of work that has to be done again is another deadline', () => {
    const again = handling()
      .does(gridWorkerLi, 'handle', done)
      .does(hubOperatorChen, 'rework', { reason: '没有办好' })
    expect(due(close(again))).toMatchObject({ 'due.handle': 2, 'due.inspect': 2, 'due.close': 1 })
  })

  test('of a vote is meant to run out, and makes nobody late or in time', () => {
    const voted = play(deliberationFlow)
      .report(residentWang, { topic: '村口要不要装路灯' })
      .does(villageSecretary, 'openTopic', {
        topic: '村口要不要装路灯',
        voteBy: 'person',
        voteUntil: '2026-11-30',
      })
      .waits(8 * 24 - 9)
    expect(voted.status()).toBe('counted')
    expect(tally(voted, deliberationFlow as never)).not.toHaveProperty('due.handle')
  })
})

describe('a stage is not done by whoever', () => {
  test('sends the report back for more; what comes back is due anew', () => {
    const back = reported().does(hubOperatorChen, 'sendBack', { reason: '照片太暗' })
    expect(due(back)).toEqual({})
    const again = back
      .does(officerLin, 'supplement', { note: '村口' })
      .does(hubOperatorChen, 'accept')
    expect(due(again)).toEqual({ 'due.accept': 1 })
    expect(said(again.rows())['退回率']).toBe('100.00 %（1/1）')
  })

  test('takes the report back', () => {
    expect(due(reported().does(officerLin, 'withdraw'))).toEqual({})
  })

  test('hands the task back or to another', () => {
    const { 'due.handle': given } = due(handling().does(hubOperatorChen, 'dispatch', toPolice))
    const { 'due.handle': back } = due(
      handling().does(gridWorkerLi, 'handBack', { reason: '去不了' }),
    )
    expect([given, back]).toEqual([undefined, undefined])
  })

  test('lets the time stand still; it is due when the work goes on and is done', () => {
    const resting = handling().waits(10).does(countyHub, 'suspend', { reason: '等资金' }).waits(500)
    expect(tally(resting)).toMatchObject({ suspended: 1, standing: 1 })
    expect(due(resting)['due.handle']).toBeUndefined()
    const over = close(resting.does(hubOperatorChen, 'resume').waits(20))
    expect(due(over)).toMatchObject({ 'due.handle': 1 })
    expect(tally(over)).not.toHaveProperty('standing')
  })
})

test('dispatched wrong at first is told by the objection that was upheld', () => {
  const objected = accepted()
    .does(hubOperatorChen, 'dispatch', toPolice)
    .does(policeOfficer, 'object', { reason: '不在职责内' })
    .does(hubHeadHuang, 'upholdObjection')
    .does(hubOperatorChen, 'dispatch', toLi)
  expect(said(objected.rows())['一次派准率']).toBe('0.00 %（0/1）')
  expect(said(handling().rows())['一次派准率']).toBe('100.00 %（1/1）')
})

test('a matter joined into another is a duplicate and ended otherwise', () => {
  const joined = reported().does(hubOperatorChen, 'join', {
    into: '00000000-0000-7000-8000-0000000000a9',
  })
  expect(tally(joined)).toMatchObject({ joined: 1, endedOtherwise: 1, 'due.accept': 1 })
  expect(said(joined.rows())['重复率']).toBe('100.00 %（1/1）')
})

describe('the word of the reporter', () => {
  const answered = (solved: boolean, satisfaction: string) =>
    close(handling()).does(officerLin, 'rate', { solved, satisfaction })

  test('that never came is no word for satisfied', () => {
    expect(said(close(handling()).rows())).toMatchObject({
      评价率: '0.00 %（0/1）',
      解决率: '没有可算的',
      满意率: '没有可算的',
    })
  })

  test('is a share of those who spoke', () => {
    expect(said(answered(true, 'fair').rows())).toMatchObject({
      评价率: '100.00 %（1/1）',
      解决率: '100.00 %（1/1）',
      满意率: '0.00 %（0/1）',
      基本满意率: '100.00 %（1/1）',
    })
    expect(said(answered(false, 'unsatisfied').rows())).toMatchObject({ 解决率: '0.00 %（0/1）' })
  })
})

test('a matter taken up again has not ended any more, and its hours are those of the last end', () => {
  const reopened = close(handling().waits(2)).does(officerLin, 'reopen', { reason: '还是老样子' })
  expect(tally(reopened)).toMatchObject({ finished: 1, reopened: 1 })
  expect(tally(reopened)).not.toHaveProperty('ended')
  expect(tally(reopened)).not.toHaveProperty('asked')
  const { hours, rates } = figuresOf(
    incidentFlow,
    new Map(Object.entries(tally(close(reopened.waits(10))))),
  )
  expect(hours.count).toBe(1)
  expect(Math.abs(hours.median! - 12) / 12).toBeLessThan(0.013)
  expect(rates.find(({ name }) => name === 'reopened')).toMatchObject({
    numerator: 1,
    denominator: 1,
  })
})

test('the middle of three ends is the second, and nine of ten were done by the ninth', () => {
  const tallied = new Map<string, number>()
  for (let hours = 1; hours <= 10; hours++)
    for (const [figure, count] of Object.entries(tally(close(handling().waits(hours)))))
      tallied.set(figure, (tallied.get(figure) ?? 0) + count)
  const { hours } = figuresOf(incidentFlow, tallied)
  expect(hours.count).toBe(10)
  expect(Math.abs(hours.median! - 5) / 5).toBeLessThan(0.013)
  expect(Math.abs(hours.p90! - 9) / 9).toBeLessThan(0.013)
})

test('a photo that arrives counts nothing', () => {
  const rows = reported().rows()
  expect(tallyOf(incidentFlow, [...rows, [{ type: 'PhotoArrived', fileId: picture }]])).toEqual(
    tallyOf(incidentFlow, rows),
  )
})

test('closed on the spot is a share of all that was done', () => {
  const spot = play(incidentFlow, { kind: { ...kind, selfClose: true } })
    .report(gridWorkerLi)
    .does(gridWorkerLi, 'closeOnSpot', { result: '当场处理好了' })
  expect(said(spot.rows())['就地办结占比']).toBe('100.00 %（1/1）')
  expect(said(close(handling()).rows())['就地办结占比']).toBe('0.00 %（0/1）')
})
