import { cardsOf } from '@domain/flow/cardsOf'
import { truthCheckFlow } from '@domain/flows/truthCheck'
import {
  gridWorkerLi,
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  officerLin,
  policeOfficer,
  residentWang,
} from '../../support/people'
import { picture, play } from './play'

const suspectedFraud = {
  code: '0901',
  name: '疑似诈骗求证',
  urgency: 'U2',
  basePoints: 2,
} as const
const minutes = (count: number) => count / 60

const check = (fields = {}) =>
  play(truthCheckFlow, { kind: suspectedFraud }).report(gridWorkerLi, fields)
const scam = { verdict: 'scam', result: '不要转账，不要点链接，把对方拉黑' }
const judged = (verdict: Record<string, string> = scam) =>
  check().does(hubOperatorChen, 'judge', verdict)
const pattern = { pattern: '有人冒充领导加微信，借口要你转账', anonymous: true }

describe('"is this a fraud?"', () => {
  test('is asked in three taps: nothing must be filled in', () => {
    const own = play(truthCheckFlow, { kind: suspectedFraud })
    expect(own.refusesReport(residentWang)).toBeUndefined()
    expect(own.report(residentWang, {}, { photos: [picture] }).status()).toBe('asked')
  })

  test('is asked by the worker for a villager, and the answer reaches both', () => {
    const doubt = check({ paid: 'no', claims: '镇里的领导', villager: '老陈' })
    doubt.news()
    doubt.does(hubOperatorChen, 'judge', scam)
    expect(doubt.news()).toEqual(['judge: reporter area'])
    expect(doubt.matter().lastNote).toBe('是骗局')
    doubt.does(gridWorkerLi, 'tell', { outcome: 'kept' })
    expect(doubt.matter()).toMatchObject({ status: 'told', fields: { outcome: 'kept' } })
  })

  test('is answered within ten minutes of any hour of the night, with a mark at half of it', () => {
    const night = Date.parse('2026-11-29T03:00:00+08:00')
    const doubt = play(truthCheckFlow, { kind: suspectedFraud, now: night }).report(residentWang)
    doubt.news()
    expect(doubt.waits(minutes(4.9)).news()).toEqual([])
    expect(doubt.waits(minutes(0.1)).news()).toEqual(['50 %: inCharge'])
    expect(doubt.waits(minutes(5)).news()).toEqual(['100 %: inCharge county'])
    expect(doubt.waits(24).news()).toEqual([])
  })

  test('comes before everything else while the money is moving', () => {
    const doubt = check({ paid: 'moving' })
    expect(doubt.first(hubOperatorChen)).toBe('stopTransfer')
    expect(doubt.matter().dueAt).toBe(doubt.now() + 60_000)
    doubt.does(hubOperatorChen, 'stopTransfer', { scam: 'acquaintance', phone: '13800000000' })
    const begun = doubt.events().find(({ type }) => type === 'ChildOpened')
    expect(begun).toMatchObject({ flow: 'fraudDissuasion' })
    expect(doubt.first(hubOperatorChen)).toBe('judge')
    expect(doubt.matter().fields?.source).toBe('village')
  })

  test('tells whoever waits which numbers to ring', () => {
    for (const { sentence } of [truthCheckFlow.statuses.asked, truthCheckFlow.statuses.judged])
      expect(sentence).toMatch(/110 或 96110/)
  })

  test('sends somebody to the door when a phone call shows how far it has gone', () => {
    const doubt = check({ paid: 'paid' })
    expect(doubt.offers(hubOperatorChen)).toContain('dissuade')
    expect(doubt.offers(hubOperatorChen)).not.toContain('stopTransfer')
    expect(doubt.refuses(hubOperatorChen, 'dissuade', { scam: 'loan' })).toBe(
      'matter.form-incomplete phone',
    )
  })

  test('is judged by the hub of the township and by nobody who asked', () => {
    for (const other of [gridWorkerLi, residentWang, policeOfficer, hubOperatorOfLongping])
      expect(check().refuses(other, 'judge', scam)).toBe('access.not-permitted')
    const asker = { ...hubOperatorChen, personId: gridWorkerLi.personId }
    expect(check().refuses(asker, 'judge', scam)).toBe('access.not-permitted')
  })

  test('is no one else’s to read', () => {
    for (const other of [residentWang, officerLin, gridWorkerOfAnotherVillage, policeOfficer])
      expect(check().reading(other)).toBeUndefined()
  })
})

describe('a verdict', () => {
  test('that finds nothing wrong still says not to pay', () => {
    const doubt = judged({ verdict: 'clear', result: '先不要转账，打原来的号码问本人' })
    expect(doubt.matter().lastNote).toBe('未见异常，但请勿转账')
  })

  test('needs advice beside it', () => {
    expect(check().refuses(hubOperatorChen, 'judge', { verdict: 'scam' })).toBe(
      'matter.form-incomplete result',
    )
  })

  test('that nobody has told the villager is brought up after half an hour', () => {
    const doubt = judged()
    doubt.news()
    expect(doubt.waits(0.25).news()).toEqual(['50 %: area'])
    expect(doubt.waits(0.25).news()).toEqual(['100 %: area inCharge'])
    expect(doubt.does(hubOperatorChen, 'tellByPhone').status()).toBe('told')
  })

  test('is heard by the villager who asked for herself', () => {
    const doubt = play(truthCheckFlow, { kind: suspectedFraud })
      .report(residentWang)
      .does(hubOperatorChen, 'judge', scam)
      .does(residentWang, 'understood')
    expect(doubt.status()).toBe('told')
    expect(doubt.offers(residentWang)).toEqual(['rate'])
  })

  test('can be put right, and the villager is told anew', () => {
    const doubt = judged({ verdict: 'clear', result: '先不要转账' })
    doubt.waits(0.4).does(hubOperatorChen, 'judgeAgain', scam)
    expect(doubt.matter()).toMatchObject({ status: 'judged', lastNote: '是骗局' })
    expect(doubt.matter().dueAt).toBe(doubt.now() + 30 * 60_000)
  })

  test('earns the one who asked in time their points, once', () => {
    const doubt = judged().does(hubOperatorChen, 'judgeAgain', scam)
    expect(doubt.events().filter(({ type }) => type === 'ReportConfirmed')).toHaveLength(1)
  })
})

describe('a warning card', () => {
  test('shows the pattern to the village and to the township, once each', () => {
    const doubt = judged().does(hubOperatorChen, 'warnTownship', pattern)
    expect(cardsOf(truthCheckFlow, doubt.matter(), doubt.rows().at(-1) ?? [])).toEqual([
      { areaCode: '441882118', title: '防骗提醒', words: pattern.pattern },
    ])
    doubt.does(gridWorkerLi, 'tell').does(hubOperatorChen, 'warnVillage', pattern)
    expect(doubt.refuses(hubOperatorChen, 'warnTownship', pattern)).toBe(
      'matter.action-not-allowed',
    )
  })

  test('goes out only when nobody can be known from it', () => {
    expect(judged().refuses(hubOperatorChen, 'warnVillage', { ...pattern, anonymous: false })).toBe(
      'matter.form-incomplete anonymous',
    )
  })

  test('is not made of what turned out to be true', () => {
    const doubt = judged({ verdict: 'genuine', result: '是真的，可以照办' })
    expect(doubt.refuses(hubOperatorChen, 'warnVillage', pattern)).toBe('matter.action-not-allowed')
  })
})
