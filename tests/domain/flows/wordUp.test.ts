import { wordUpFlow } from '@domain/flows/wordUp'
import {
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  policeOfficer,
  residentWang,
  unitHeadPan,
  villageSecretary,
} from '../../support/people'
import { play } from './play'

const sent = () => play(wordUpFlow).report(unitHeadPan)
const reply = { result: '下周三来修水管' }
const toPolice = {
  owner: { kind: 'department', departmentCode: '441882118-police' },
} as const

describe('word from the households', () => {
  test('is sent up by the head of a unit, who is answered by the village', () => {
    const word = sent()
    expect(word.first(villageSecretary)).toBe('answer')
    expect(word.does(villageSecretary, 'answer', reply).matter()).toMatchObject({
      status: 'answered',
      lastNote: reply.result,
    })
  })

  test('is nobody else’s to send', () => {
    expect(play(wordUpFlow).refusesReport(residentWang)).toBe('access.not-permitted')
  })

  test('waits two working days at the village, then those in charge hear of it', () => {
    const word = sent()
    word.news()
    expect(word.waits(56).news()).toContain('100 %: assignee inCharge')
  })

  test('reaches the township when the village cannot settle it, and the department from there', () => {
    const word = sent()
      .does(villageSecretary, 'passUp', { note: '村里没有钱修' })
      .does(hubOperatorChen, 'passOn', toPolice)
      .does(policeOfficer, 'takeOn')
      .does(policeOfficer, 'answerAsOwner', reply)
    expect(word.status()).toBe('answered')
  })

  test('comes back to the township when the department cannot answer', () => {
    const word = sent()
      .does(villageSecretary, 'passUp')
      .does(hubOperatorChen, 'passOn', toPolice)
      .does(policeOfficer, 'takeOn')
      .does(policeOfficer, 'giveBack', { reason: '不归我答' })
    expect(word.status()).toBe('raised')
  })

  test('may be asked once more, and then goes to the township', () => {
    const word = sent()
      .does(villageSecretary, 'answer', reply)
      .does(unitHeadPan, 'askAgain', { reason: '照着去办，没办成' })
    expect(word.status()).toBe('raised')
    word.does(hubOperatorChen, 'answer', reply)
    expect(word.offers(unitHeadPan)).toEqual(['rate'])
  })

  test('is read by those who answer it and by no neighbour', () => {
    for (const other of [residentWang, hubOperatorOfLongping, gridWorkerOfAnotherVillage])
      expect(sent().reading(other)).toBeUndefined()
    expect(sent().reading(villageSecretary)).toBe('insider')
  })

  test('earns nobody points', () => {
    expect(wordUpFlow.kinds[0].basePoints).toBe(0)
  })
})
