import { checkFlow } from '@domain/flow/checkFlow'
import type { FlowTable } from '@domain/flow/flowTable'
import { VISIT_DAYS_APART, visitFlow } from '@domain/flows/visit'
import { sameWords } from '@domain/form/sameWords'
import { DAY_MS } from '@domain/shared/instant'
import {
  gridWorkerLi,
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  officerLin,
  residentOfAnotherVillage,
  residentWang,
  villageSecretary,
} from '../../support/people'
import { monday9, picture, play } from './play'

const HOUR = 3_600_000
const home = { household: '3组12号', met: 'family', needs: 'none' }
const visit = (fields = {}, setting = {}) =>
  play(visitFlow, setting).report(gridWorkerLi, { ...home, ...fields })
const at = (hour: number) => ({ now: monday9 + (hour - 9) * HOUR })
const threeDaysAgo = { lastWith: () => monday9 - 3 * DAY_MS }

describe('a visit', () => {
  test('without a need is recorded and asks nothing more of anybody', () => {
    const done = visit()
    expect(done.matter()).toMatchObject({ status: 'done', endedAt: done.now() })
    expect(done.matter().dueAt).toBeUndefined()
  })

  test('that found nobody at home, or was not let in, is recorded without a word against them', () => {
    expect(visit({ met: 'nobody' }).status()).toBe('done')
    expect(visit({ met: 'declined' }).status()).toBe('done')
  })

  test('that found a need waits three working days for it, with its worker, and tells those in charge', () => {
    const found = visit({ needs: 'help', found: '屋顶漏雨' })
    expect(found.matter()).toMatchObject({ status: 'needing', task: { state: 'claimed' } })
    expect(found.first(gridWorkerLi)).toBe('finish')
    expect(
      found
        .waits(7 * 24)
        .news()
        .join(),
    ).toContain('100 %: assignee inCharge')
  })

  test('does not leave open what was needed', () => {
    expect(play(visitFlow).refusesReport(gridWorkerLi, { ...home, needs: 'help' })).toBe(
      'matter.form-incomplete found',
    )
  })

  test('hands a need on as a matter of its own, and is then finished', () => {
    const found = visit({ needs: 'help', found: '屋顶漏雨' })
    for (const action of ['askHelp', 'askQuestion', 'reportHouse', 'reportWiring'])
      expect(found.offers(gridWorkerLi)).toContain(action)
    found.does(gridWorkerLi, 'askHelp', { asked: '屋顶漏雨，想请人修' })
    expect(found.events().at(-1)).toMatchObject({ type: 'ChildOpened', flow: 'incident' })
    found.does(gridWorkerLi, 'finish', { result: '已经报上去，有人接着办' })
    expect(found.status()).toBe('done')
  })

  test('that promised to come again stands on its day, and can be put off', () => {
    const promised = visit({ nextOn: '2026-11-26' })
    expect(promised.status()).toBe('returning')
    expect(promised.matter().dueAt).toBe(Date.parse('2026-11-27T00:00:00+08:00'))
    promised.does(gridWorkerLi, 'putOff', { nextOn: '2026-11-28' })
    expect(promised.matter().dueAt).toBe(Date.parse('2026-11-29T00:00:00+08:00'))
    expect(promised.waits(6 * 24).news()).toContain('100 %: assignee')
    expect(promised.does(gridWorkerLi, 'visitedAgain').status()).toBe('done')
  })

  test('is ended by the township when its worker has left', () => {
    const found = visit({ needs: 'help', found: '屋顶漏雨' })
    expect(found.does(hubOperatorChen, 'close').status()).toBe('done')
  })

  test('is recorded only by whoever works there', () => {
    for (const stranger of [residentWang, officerLin, gridWorkerOfAnotherVillage])
      expect(play(visitFlow).refusesReport(stranger, home)).toBe('access.not-permitted')
  })

  test('earns nobody points', () => {
    for (const kind of visitFlow.kinds) expect(kind.basePoints).toBe(0)
  })
})

describe('the hours of visits', () => {
  test('are nine to twenty o’clock by the county’s clock', () => {
    for (const hour of [8, 20, 23])
      expect(play(visitFlow, at(hour)).refusesReport(gridWorkerLi, home)).toBe(
        'matter.form-incomplete wish',
      )
    for (const hour of [9, 19.99])
      expect(play(visitFlow, at(hour)).refusesReport(gridWorkerLi, home)).toBeUndefined()
  })

  test('give way to the household’s own wish, which is written down', () => {
    expect(visit({ wish: '白天都上班，约在晚上' }, at(21)).matter().fields?.wish).toBe(
      '白天都上班，约在晚上',
    )
  })

  test('are those of the visit, not of the hour at which it was sent', () => {
    const late = play(visitFlow, { ...at(23), seenAt: monday9 })
    expect(late.refusesReport(gridWorkerLi, home)).toBeUndefined()
  })
})

describe('a household', () => {
  test(`that was visited within ${VISIT_DAYS_APART} days is visited again only with a reason`, () => {
    expect(play(visitFlow, threeDaysAgo).refusesReport(gridWorkerLi, home)).toBe(
      'matter.form-incomplete again',
    )
    expect(visit({ again: '这家人请我再来' }, threeDaysAgo).status()).toBe('done')
  })

  test('that was visited longer ago is visited without a reason', () => {
    const long = { lastWith: () => monday9 - VISIT_DAYS_APART * DAY_MS - 1 }
    expect(play(visitFlow, long).refusesReport(gridWorkerLi, home)).toBeUndefined()
    const edge = { lastWith: () => monday9 - VISIT_DAYS_APART * DAY_MS }
    expect(play(visitFlow, edge).refusesReport(gridWorkerLi, home)).toBe(
      'matter.form-incomplete again',
    )
  })

  test('is not held against a visit that was made before the other and came later', () => {
    const after = { lastWith: () => monday9 + HOUR }
    expect(play(visitFlow, after).refusesReport(gridWorkerLi, home)).toBeUndefined()
  })

  test('is the same however its number is written', () => {
    for (const written of ['三组 12号', '3组十二号', '３组12号', '3 组-12号'])
      expect(sameWords(written)).toBe(sameWords('3组12号'))
    expect(sameWords('3组20号')).toBe(sameWords('三组二十号'))
    expect(sameWords('3组12号')).not.toBe(sameWords('3组21号'))
  })

  test('is pictured only when it agreed, and never with more than two photos', () => {
    const photographed = { photos: [picture] }
    const begin = (fields = {}) =>
      play(visitFlow).report(gridWorkerLi, { ...home, ...fields }, photographed)
    expect(() => begin()).toThrow('photoAllowed')
    expect(begin({ photoAllowed: true }).matter().photos).toHaveLength(1)
    expect(visitFlow.report.photosMax).toBe(2)
  })
})

describe('who was visited', () => {
  const ofWang = () => visit({ visited: residentWang.personId })

  test('reads that they were, and works on nothing', () => {
    expect(ofWang().reading(residentWang)).toBe('concerned')
    expect(ofWang().matter().parties).toBeUndefined()
    expect(ofWang().reading(residentOfAnotherVillage)).toBeUndefined()
    expect(visit().reading(residentWang)).toBeUndefined()
  })

  test('says once what they think of it, and the township hears it', () => {
    const told = ofWang()
    expect(told.offers(residentWang)).toEqual(['answerBack'])
    told.news()
    told.does(residentWang, 'answerBack', { note: '来的时间不合适' })
    expect(told.news()).toEqual(['answerBack: hub'])
    expect(told.offers(residentWang)).toEqual([])
    expect(ofWang().refuses(gridWorkerLi, 'answerBack', { note: '好' })).toBe(
      'access.not-permitted',
    )
  })

  test('is read of by the village’s officers as well, who answer for its workers', () => {
    expect(visit().reading(villageSecretary)).toBe('insider')
  })
})

describe('a table of visits', () => {
  const withReport = (report: object): FlowTable => ({
    ...visitFlow,
    report: { ...visitFlow.report, ...report },
  })
  const need = (when: object) => ({ needs: [{ field: 'wish', words: '为什么', when: [when] }] })

  test('is told when its hours are no part of a day', () => {
    expect(checkFlow(withReport(need({ outsideHours: [20, 9] }))).join()).toContain(
      'no part of a day',
    )
    expect(checkFlow(withReport(need({ outsideHours: [0, 25] }))).join()).toContain(
      'no part of a day',
    )
  })

  test('is told when it compares what nothing fills, or what is not kept', () => {
    expect(checkFlow(withReport(need({ seenBefore: 'door', days: 7 }))).join()).toContain('door')
    expect(checkFlow(withReport(need({ seenBefore: 'needs', days: 7 }))).join()).toContain(
      'no text that is kept',
    )
  })

  test('is told when it needs what it does not ask, or begins nowhere', () => {
    const needs = [{ field: 'purse', words: '为什么', when: ['photographed'] }]
    expect(checkFlow(withReport({ needs })).join()).toContain('does not ask for purse')
    const begins = [{ status: 'nowhere', when: ['photographed'] }]
    expect(checkFlow(withReport({ begins })).join()).toContain('nowhere, which is no status')
  })

  test('is told when a button is held against what others said', () => {
    const { done } = visitFlow.statuses
    const late = {
      ...done.actions.answerBack,
      when: [{ seenBefore: 'household', days: 7 }],
    } as const
    const flow: FlowTable = {
      ...visitFlow,
      statuses: { ...visitFlow.statuses, done: { ...done, actions: { late } } },
    }
    expect(checkFlow(flow).join()).toContain('which only a report may')
  })
})
