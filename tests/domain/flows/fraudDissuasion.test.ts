import { checkFlow } from '@domain/flow/checkFlow'
import { fraudDissuasionFlow } from '@domain/flows/fraudDissuasion'
import {
  countyHub,
  gridWorkerLi,
  gridWorkerNextDoor,
  hubOperatorChen,
  hubOperatorOfLongping,
  policeOfficer,
  residentWang,
  village,
} from '../../support/people'
import { picture, play, type Play } from './play'

const MINUTE = 1 / 60
const warning = {
  source: 'police',
  scam: 'acquaintance',
  phone: '13900000001',
  address: '3 组 12 号',
}
const toLi = { owner: { kind: 'person', personId: gridWorkerLi.personId } } as const
const toPolice = { owner: { kind: 'person', personId: policeOfficer.personId } } as const

const warned = () => play(fraudDissuasionFlow).report(hubOperatorChen, warning)
const assessed = (tier: string) =>
  warned().does(hubOperatorChen, 'assess', { risk: 'high', tier, note: '公安推送' })
const ordered = () => assessed('visit').does(hubOperatorChen, 'orderVisit', toLi)
const signed = () => ordered().does(gridWorkerLi, 'sign')

function reaches(start: Play): Play {
  return start
    .does(gridWorkerLi, 'phoned', { reached: 'busy' })
    .does(gridWorkerLi, 'judged', { risk: 'happening' })
    .does(gridWorkerLi, 'visited')
    .does(gridWorkerLi, 'verified', { isThePerson: true, hasPaid: false })
    .does(gridWorkerLi, 'met', { note: '讲了冒充领导的骗法' })
}

const saved = { outcome: 'intercepted', moneySaved: 2_889_000, result: '当面拦下，没有转钱' }

const steps = (of: Play) =>
  of.matter().lists?.steps?.map(({ title, doneAt }) => `${title}${doneAt ? '✓' : ''}`)

test('the table of dissuasion is sound', () => expect(checkFlow(fraudDissuasionFlow)).toEqual([]))

test('somebody about to pay is met in time, and the money saved is on record to the fen', () => {
  const matter = reaches(signed()).does(gridWorkerLi, 'feedback', saved)
  expect(steps(matter)).toEqual(['签收✓', '电话✓', '研判✓', '上门✓', '核实✓', '见面宣防✓', '反馈✓'])
  matter.does(hubOperatorChen, 'close')
  expect(matter.matter()).toMatchObject({
    status: 'closed',
    fields: { outcome: 'intercepted', moneySaved: 2_889_000 },
  })
  expect(matter.matter().late).toBeUndefined()
})

test('a warning is passed on within the minute: after it those in charge hear of it, and then the county', () => {
  const matter = warned()
  matter.news()
  expect(matter.waits(0.9 * MINUTE).news()).toEqual([])
  expect(matter.waits(0.2 * MINUTE).news()).toEqual(['100 %: inCharge'])
  expect(matter.waits(5 * MINUTE).news()).toEqual(['500 %: inCharge county'])
})

test('an order nobody signs presses whoever has it and the hub before and after its five minutes', () => {
  const matter = ordered()
  matter.news()
  expect(matter.waits(4.1 * MINUTE).news()).toEqual(['50 %: assignee', '80 %: assignee inCharge'])
  expect(matter.waits(1 * MINUTE).news()).toEqual(['100 %: assignee inCharge'])
  expect(matter.matter().late).toMatchObject([{ status: 'ordered' }])
})

test('somebody is met within half an hour of signing, or the lateness stays on record', () => {
  const late = signed().waits(31 * MINUTE)
  expect(late.matter().late).toMatchObject([{ status: 'dissuading', stage: 'handle' }])
  const inTime = reaches(signed().waits(20 * MINUTE)).waits(20 * MINUTE)
  expect(inTime.matter().late).toBeUndefined()
})

test('the seven steps come one after the other, each offered when it is its turn', () => {
  const matter = signed()
  expect(matter.first(gridWorkerLi)).toBe('phoned')
  expect(matter.refuses(gridWorkerLi, 'met')).toBe('matter.action-not-allowed')
  expect(matter.refuses(gridWorkerLi, 'feedback', saved)).toBe('matter.action-not-allowed')
  matter.does(gridWorkerLi, 'phoned', { reached: 'no' })
  expect(matter.first(gridWorkerLi)).toBe('judged')
})

test('an order goes to one person, never to a pool that would all read the address', () => {
  const matter = assessed('visit')
  const pool = { owner: { kind: 'area', areaCode: village } } as const
  const post = { owner: { kind: 'post', role: 'gridWorker', areaCode: village } } as const
  for (const owner of [pool, post])
    expect(matter.refuses(hubOperatorChen, 'orderVisit', owner)).toBe(
      'matter.form-wrong-value owner',
    )
  expect(ordered().refuses(gridWorkerNextDoor, 'sign')).toBe('access.not-permitted')
})

test('address and phone are secrets of two hours, and forgotten when it is over', () => {
  const secrets = fraudDissuasionFlow.report.form.filter(({ secretHours }) => secretHours === 2)
  expect(secrets.map(({ name }) => name)).toEqual(['phone', 'address'])
  const ends = [
    reaches(signed()).does(gridWorkerLi, 'feedback', saved).does(hubOperatorChen, 'close'),
    assessed('sms').does(hubOperatorChen, 'sendSms'),
    warned().does(hubOperatorChen, 'dismiss', { reason: '本人正常转账' }),
  ]
  for (const end of ends) {
    expect(end.status()).toBe('closed')
    expect(end.matter().fields).not.toHaveProperty('phone')
    expect(end.matter().fields).not.toHaveProperty('address')
  }
})

test('a telephone call has no visit among its steps, and becomes one when it does not help', () => {
  const matter = assessed('phone').does(hubOperatorChen, 'orderPhone', toLi)
  expect(matter.refuses(hubOperatorChen, 'orderVisit', toLi)).toBe('matter.action-not-allowed')
  matter.does(gridWorkerLi, 'sign').does(gridWorkerLi, 'phoned', { reached: 'no' })
  expect(steps(matter)).toEqual(['签收✓', '电话✓', '研判', '核实', '反馈'])
  matter.does(hubOperatorChen, 'raise', toPolice)
  expect(steps(matter)).toEqual(['签收✓', '电话✓', '研判', '上门', '核实', '见面宣防', '反馈'])
  expect(matter.status()).toBe('ordered')
  expect(matter.matter().fields?.tier).toBe('visit')
  expect(matter.does(policeOfficer, 'sign').first(policeOfficer)).toBe('judged')
})

test('a text message needs nobody at the door', () => {
  const matter = assessed('sms')
  expect(matter.offers(hubOperatorChen)).toEqual(['sendSms', 'reassess', 'dismiss'])
})

test('whoever cannot be found is fed back at once, and the hub may send again', () => {
  const matter = signed().does(gridWorkerLi, 'unreachable', { reason: '电话不接，家里没人' })
  expect(matter.matter()).toMatchObject({
    status: 'answered',
    fields: { outcome: 'unreachable' },
  })
  matter.does(hubOperatorChen, 'orderVisit', toPolice)
  expect(matter.does(policeOfficer, 'sign').status()).toBe('dissuading')
})

test('whoever cannot go says so, and the order is open again at once', () => {
  const before = ordered().does(gridWorkerLi, 'handBack', { reason: '不在本地' })
  expect([before.status(), before.matter().task]).toEqual(['assessed', undefined])
  const after = signed().does(gridWorkerLi, 'handBack', { reason: '正在别处出警' })
  expect(after.status()).toBe('assessed')
})

test('the feedback says how it went, and money is neither forgotten half nor negative', () => {
  const matter = reaches(signed())
  expect(matter.refuses(gridWorkerLi, 'feedback', { result: '劝住了' })).toBe(
    'matter.form-incomplete outcome',
  )
  expect(matter.refuses(gridWorkerLi, 'feedback', { ...saved, moneySaved: -1 })).toBe(
    'matter.form-too-small moneySaved',
  )
  expect(matter.refuses(gridWorkerLi, 'feedback', { ...saved, moneySaved: 0.5 })).toBe(
    'matter.form-wrong-value moneySaved',
  )
})

test('whoever went to the door does not close it', () => {
  const both = { ...gridWorkerLi, posts: [...gridWorkerLi.posts, ...hubOperatorChen.posts] }
  const matter = reaches(signed()).does(gridWorkerLi, 'feedback', saved)
  expect(matter.refuses(both, 'close')).toBe('access.not-permitted')
  expect(matter.refuses(hubOperatorChen, 'close')).toBeUndefined()
})

test('only those who assess fraud see warnings come in, and no picture comes with them', () => {
  for (const actor of [residentWang, gridWorkerLi])
    expect(play(fraudDissuasionFlow).refusesReport(actor, warning)).toBe('access.not-permitted')
  expect(warned().refuses(hubOperatorOfLongping, 'assess', { risk: 'low', tier: 'sms' })).toBe(
    'access.not-permitted',
  )
  expect(warned().refuses(countyHub, 'assess', { risk: 'low', tier: 'sms' })).toBeUndefined()
  expect(() =>
    play(fraudDissuasionFlow).report(hubOperatorChen, warning, { photos: [picture] }),
  ).toThrow('matter.too-many-photos')
})
