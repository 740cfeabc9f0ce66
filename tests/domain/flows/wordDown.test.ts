import type { Actor } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'
import { wordDownFlow } from '@domain/flows/wordDown'
import {
  gridWorkerLi,
  hubOperatorChen,
  hubOperatorOfLongping,
  residentWang,
  unitHeadPan,
  village,
  villageSecretary,
} from '../../support/people'
import { play } from './play'

const headOfTheNextGrid: Actor = {
  ...unitHeadPan,
  personId: '00000000-0000-7000-8000-000000000021' as PersonId,
  posts: [{ role: 'unitHead', areaCode: `${village}001` }],
}
const headOfAnotherVillage: Actor = {
  ...unitHeadPan,
  personId: '00000000-0000-7000-8000-000000000022' as PersonId,
  posts: [{ role: 'unitHead', areaCode: '441882118211001' }],
}

const notice = { ring: village, until: '2026-11-27' }
const passing = (fields = {}) =>
  play(wordDownFlow).report(villageSecretary, { ...notice, ...fields })
/** Monday 23rd nine o'clock until the end of the 27th. */
const UNTIL_THE_END = 5 * 24 - 9

describe('word to the households', () => {
  test('goes to the heads of the area, who each say once that they told it by mouth', () => {
    const word = passing()
    expect(word.first(unitHeadPan)).toBe('toldByMouth')
    word.does(unitHeadPan, 'toldByMouth', { note: '老人问哪天交' })
    expect(word.refuses(unitHeadPan, 'toldByMouth')).toBe('matter.entered-before')
    word.does(headOfTheNextGrid, 'toldByMouth')
    expect(word.matter().rolls?.told).toEqual({ count: 2, byValue: {} })
  })

  test('is finished by itself when as many have told it as there are heads', () => {
    const word = passing({ heads: 2 }).does(unitHeadPan, 'toldByMouth')
    expect(word.status()).toBe('passing')
    expect(word.does(headOfTheNextGrid, 'toldByMouth').status()).toBe('passed')
  })

  test('is told to the heads before the day, and to the issuer on it', () => {
    const word = passing()
    word.news()
    expect(word.waits(UNTIL_THE_END).news()).toEqual(['80 %: ring', '100 %: reporter inCharge'])
    expect(word.does(headOfTheNextGrid, 'toldByMouth').matter().rolls?.told?.count).toBe(1)
  })

  test('may be told again once, get another day, or be taken back', () => {
    const word = passing()
      .does(villageSecretary, 'remind')
      .does(villageSecretary, 'lengthen', { until: '2026-11-30' })
    expect(word.matter().dueAt).toBe(Date.parse('2026-12-01T00:00:00+08:00'))
    expect(word.refuses(villageSecretary, 'remind')).toBe('matter.action-not-allowed')
    word.does(villageSecretary, 'takeBack', { reason: '内容有误，另发' })
    expect(word.status()).toBe('takenBack')
  })

  test('ends when the issuer or the township says so', () => {
    expect(passing().does(villageSecretary, 'finishOwn').status()).toBe('passed')
    expect(passing().does(hubOperatorChen, 'finish').status()).toBe('passed')
  })

  test('goes no further than the issuer’s own area', () => {
    const beyond = { ...notice, ring: '441882118' }
    expect(play(wordDownFlow).refusesReport(villageSecretary, beyond)).toBe('access.not-permitted')
    expect(play(wordDownFlow).refusesReport(hubOperatorChen, beyond)).toBeUndefined()
    expect(play(wordDownFlow).refusesReport(hubOperatorOfLongping, beyond)).toBe(
      'access.not-permitted',
    )
  })

  test('is neither read nor ticked by heads of another village, workers or residents', () => {
    for (const other of [headOfAnotherVillage, residentWang, gridWorkerLi]) {
      expect(passing().reading(other)).toBeUndefined()
      expect(passing().refuses(other, 'toldByMouth')).toBe('access.not-permitted')
    }
    expect(passing().reading(unitHeadPan)).toBe('ring')
  })

  test('ranks nobody: what is kept is a number', () => {
    const word = passing().does(unitHeadPan, 'toldByMouth')
    expect(JSON.stringify(word.matter())).not.toContain(unitHeadPan.personId)
  })
})
