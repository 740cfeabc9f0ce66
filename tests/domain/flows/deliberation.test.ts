import { cardsOf } from '@domain/flow/cardsOf'
import { deliberationFlow } from '@domain/flows/deliberation'
import {
  gridWorkerOfAnotherVillage,
  hubOperatorChen,
  hubOperatorOfLongping,
  officerLin,
  residentOfAnotherVillage,
  residentWang,
  unitHeadPan,
  villageSecretary,
} from '../../support/people'
import { play, type Play } from './play'

const topic = { topic: '村口要不要装路灯' }
const byPerson = { ...topic, voteBy: 'person', voteUntil: '2026-11-30' }
const byHousehold = { ...byPerson, voteBy: 'household' }
const proposed = () => play(deliberationFlow).report(residentWang, topic)
const open = (form: Record<string, string> = byPerson) =>
  proposed().does(villageSecretary, 'openTopic', form)
/** Monday 23rd nine o'clock until the end of the 30th. */
const UNTIL_THE_END = 8 * 24 - 9
const counted = (deliberation: Play) => deliberation.waits(UNTIL_THE_END)

describe('a topic', () => {
  test('comes from any neighbour and is seen by all only after the village has looked at it', () => {
    const deliberation = proposed()
    expect(deliberation.reading(officerLin)).toBeUndefined()
    deliberation.does(villageSecretary, 'openTopic', byPerson)
    expect(deliberation.reading(officerLin)).toBe('open')
    expect(deliberation.reading(residentOfAnotherVillage)).toBeUndefined()
  })

  test('is looked at within three working days, or those in charge hear of it', () => {
    const deliberation = proposed()
    deliberation.news()
    expect(deliberation.waits(72).news()).toContain('100 %: assignee inCharge')
  })

  test('that must not be public is declined with the reason, to its proposer only', () => {
    const deliberation = proposed().does(villageSecretary, 'decline', {
      reason: '涉及个人的事，不宜公开讨论',
    })
    expect(deliberation.reading(residentWang)).toBe('reporter')
    expect(deliberation.reading(officerLin)).toBeUndefined()
  })

  test('is opened by the village or its township and by no neighbour', () => {
    for (const other of [residentWang, officerLin, hubOperatorOfLongping])
      expect(proposed().refuses(other, 'openTopic', byPerson)).toBe('access.not-permitted')
    expect(proposed().refuses(hubOperatorChen, 'openTopic', byPerson)).toBeUndefined()
  })

  test('needs a last day, at most sixty days off', () => {
    const { voteUntil: _day, ...withoutDay } = byPerson
    expect(proposed().refuses(villageSecretary, 'openTopic', withoutDay)).toBe(
      'matter.form-incomplete voteUntil',
    )
    expect(
      proposed().refuses(villageSecretary, 'openTopic', { ...byPerson, voteUntil: '2027-03-01' }),
    ).toBe('matter.form-too-long voteUntil')
  })
})

describe('neighbours', () => {
  test('say what they think as often as they like, until the village asks them to pause', () => {
    const deliberation = open()
      .does(officerLin, 'speak', { comment: '要装' })
      .does(officerLin, 'speak', { comment: '先装村口' })
      .does(villageSecretary, 'closeTalk', { reason: '话说重了，请大家冷静' })
    expect(deliberation.refuses(officerLin, 'speak', { comment: '还有' })).toBe(
      'matter.action-not-allowed',
    )
    deliberation.does(villageSecretary, 'openTalk').does(officerLin, 'speak', { comment: '好' })
    expect(deliberation.matter().counts).toMatchObject({ speak: 3 })
  })

  test('are heard five hundred times and not without end', () => {
    const deliberation = open()
    for (let turn = 0; turn < 500; turn++) deliberation.does(officerLin, 'speak', { comment: '好' })
    expect(deliberation.refuses(officerLin, 'speak', { comment: '好' })).toBe(
      'matter.action-not-allowed',
    )
  })

  test('give their opinion once each', () => {
    const deliberation = open()
      .does(residentWang, 'vote', { opinion: 'agree' })
      .does(officerLin, 'vote', { opinion: 'disagree' })
    expect(deliberation.refuses(residentWang, 'vote', { opinion: 'agree' })).toBe(
      'matter.entered-before',
    )
    expect(deliberation.matter().rolls?.votes).toEqual({
      count: 2,
      byValue: { agree: 1, disagree: 1 },
    })
  })

  test('speak once for a household where households are asked, however its name is spaced', () => {
    const deliberation = open(byHousehold).does(residentWang, 'voteForHousehold', {
      household: '王大 山',
      opinion: 'agree',
    })
    expect(deliberation.offers(officerLin)).not.toContain('vote')
    expect(
      deliberation.refuses(unitHeadPan, 'voteForHousehold', {
        household: '王大山',
        opinion: 'disagree',
      }),
    ).toBe('matter.entered-before')
  })

  test('are those who live or work in the village: not other villagers, not the township', () => {
    for (const stranger of [
      residentOfAnotherVillage,
      gridWorkerOfAnotherVillage,
      hubOperatorChen,
      hubOperatorOfLongping,
    ])
      expect(open().refuses(stranger, 'vote', { opinion: 'agree' })).toBe('access.not-permitted')
  })
})

describe('the last day', () => {
  test('closes the vote by itself, tells those who voted, and puts the numbers before all', () => {
    const deliberation = open().does(residentWang, 'vote', { opinion: 'agree' })
    deliberation.news()
    expect(counted(deliberation).news()).toEqual([
      '80 %: inCharge',
      'closeVote: reporter inCharge votes',
    ])
    expect(deliberation.status()).toBe('counted')
    expect(deliberation.reading(officerLin)).toBe('open')
    expect(deliberation.refuses(officerLin, 'vote', { opinion: 'agree' })).toBe(
      'matter.action-not-allowed',
    )
    const [card] = cardsOf(
      deliberationFlow,
      deliberation.matter(),
      deliberation.rows().at(-1) ?? [],
    )
    expect(card).toMatchObject({ areaCode: '441882118215', words: topic.topic })
    expect(card?.title).toContain('不是村民会议决定')
  })

  test('makes nobody late', () => {
    expect(counted(open()).matter().late).toBeUndefined()
  })

  test('can be moved, and the clock moves with it', () => {
    const deliberation = open().does(villageSecretary, 'lengthen', { voteUntil: '2026-12-05' })
    expect(counted(deliberation).status()).toBe('discussing')
    expect(deliberation.waits(5 * 24).status()).toBe('counted')
  })
})

describe('the result', () => {
  const result = { result: '村民代表会议已表决，决定：装', decidedBy: 'representatives' }

  test('says which meeting decided, since an opinion on the phone is no decision of the village', () => {
    const deliberation = counted(open())
    expect(deliberation.refuses(villageSecretary, 'announce', { result: result.result })).toBe(
      'matter.form-incomplete decidedBy',
    )
    deliberation.does(villageSecretary, 'announce', { ...result, minutes: '2026年第4次会议记录' })
    expect(deliberation.matter()).toMatchObject({ status: 'closed', lastNote: result.result })
    for (const { sentence } of [
      deliberationFlow.statuses.discussing,
      deliberationFlow.statuses.counted,
    ])
      expect(sentence).toContain('只供参考')
  })

  test('waits for the meeting until its day, and those in charge hear when it has passed', () => {
    const deliberation = counted(open()).does(villageSecretary, 'callMeeting', {
      meetingOn: '2026-12-20',
      meeting: 'villagers',
    })
    deliberation.news()
    expect(deliberation.waits(21 * 24).news()).toContain('100 %: assignee inCharge')
    expect(deliberation.does(villageSecretary, 'announce', result).status()).toBe('closed')
  })

  test('may be that nothing more is needed', () => {
    const deliberation = open().does(villageSecretary, 'stop', { reason: '改由村民会议直接讨论' })
    expect(deliberation.matter().endedAt).toBeDefined()
    expect(deliberation.reading(officerLin)).toBe('open')
  })
})
