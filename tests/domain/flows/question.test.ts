import { questionFlow } from '@domain/flows/question'
import {
  gridWorkerLi,
  hubOperatorChen,
  hubOperatorOfLongping,
  policeOfficer,
  residentOfAnotherVillage,
  residentWang,
  villageSecretary,
} from '../../support/people'
import { play } from './play'

const adviceOnPolicy = {
  code: '0705',
  name: '政策咨询',
  urgency: 'U4',
  handle: { hours: 16, clock: 'working' },
} as const
const asked = () => play(questionFlow, { kind: adviceOnPolicy }).report(residentWang)
const reply = { result: '带身份证和户口本到便民服务中心' }
const toSecretary = {
  owner: { kind: 'person', personId: villageSecretary.personId },
} as const
const card = { faq: '问：医保怎么交？\n答：每年九月起在手机上交。', deidentified: true }

describe('a question', () => {
  test('is answered by the hub, and the villager says whether it helped', () => {
    const question = asked()
    expect(question.first(hubOperatorChen)).toBe('answer')
    question.does(hubOperatorChen, 'answer', reply)
    expect(question.matter()).toMatchObject({ status: 'answered', lastNote: reply.result })
    question.does(residentWang, 'rate', { solved: true, satisfaction: 'satisfied' })
    expect(question.offers(residentWang)).toEqual(['askAgain'])
  })

  test('that waits for five working hours is told to the hub, and to the county when it waits on', () => {
    const question = asked()
    question.news()
    expect(question.waits(6.49).news()).toEqual(['50 %: assignee'])
    expect(question.waits(0.01).news()).toEqual(['80 %: assignee inCharge'])
    expect(question.waits(0.5).news()).toEqual([])
    expect(question.waits(24).news()).toEqual([
      '100 %: assignee inCharge',
      '150 %: inCharge county',
    ])
  })

  test('goes to somebody who knows, who has the time of its kind', () => {
    const question = asked().does(hubOperatorChen, 'passOn', toSecretary)
    expect(question.first(villageSecretary)).toBe('takeOn')
    question.does(villageSecretary, 'takeOn')
    const due = question.matter().dueAt
    question.does(villageSecretary, 'answerAsOwner', reply)
    expect(question.status()).toBe('answered')
    // Sixteen working hours from Monday nine: 6.5 on Monday, 7 on Tuesday, 2.5 on Wednesday.
    expect(due).toBe(Date.parse('2026-11-25T11:00:00+08:00'))
  })

  test('comes back to the hub when whoever has it cannot answer', () => {
    const question = asked()
      .does(hubOperatorChen, 'passOn', toSecretary)
      .does(villageSecretary, 'takeOn')
      .does(villageSecretary, 'giveBack', { reason: '要社保所来答' })
    expect(question.status()).toBe('asked')
    expect(question.matter().task).toBeUndefined()
  })

  test('may be asked once more, within fifteen days, and not for ever', () => {
    const again = { reason: '没有看懂，请再说一遍' }
    const question = asked().does(hubOperatorChen, 'answer', reply).waits(24)
    question.does(residentWang, 'askAgain', again)
    expect(question.status()).toBe('asked')
    question.does(hubOperatorChen, 'answer', reply)
    expect(question.refuses(residentWang, 'askAgain', again)).toBe('matter.action-not-allowed')
    const late = asked()
      .does(hubOperatorChen, 'answer', reply)
      .waits(16 * 24)
    expect(late.refuses(residentWang, 'askAgain', again)).toBe('matter.action-not-allowed')
  })

  test('that belongs elsewhere is told where, never kept', () => {
    const question = asked()
    expect(question.refuses(hubOperatorChen, 'decline')).toBe('matter.form-incomplete reason')
    question.does(hubOperatorChen, 'decline', { reason: '这是信访事项，请到镇信访接待窗口提出' })
    expect(question.matter()).toMatchObject({ status: 'declined' })
    expect(question.matter().lastNote).toContain('信访')
  })

  test('is taken back by whoever asked as long as nobody has answered', () => {
    expect(asked().does(residentWang, 'withdraw').status()).toBe('withdrawn')
    const answered = asked().does(hubOperatorChen, 'answer', reply)
    expect(answered.refuses(residentWang, 'withdraw')).toBe('matter.action-not-allowed')
  })
})

describe('what is asked', () => {
  test('is read by whoever asked and those who answer, not by other villagers', () => {
    const question = asked()
    expect(question.reading(residentWang)).toBe('reporter')
    expect(question.reading(hubOperatorChen)).toBe('insider')
    for (const stranger of [residentOfAnotherVillage, hubOperatorOfLongping, policeOfficer])
      expect(question.reading(stranger)).toBeUndefined()
  })

  test('is answered by nobody else', () => {
    for (const stranger of [residentOfAnotherVillage, hubOperatorOfLongping, gridWorkerLi])
      expect(asked().refuses(stranger, 'answer', reply)).toBe('access.not-permitted')
  })

  test('becomes a common question only in words of its own, with nobody in them', () => {
    const question = asked().does(hubOperatorChen, 'answer', reply)
    expect(
      question.refuses(hubOperatorChen, 'publishAnswer', { ...card, deidentified: false }),
    ).toBe('matter.form-incomplete deidentified')
    question.does(hubOperatorChen, 'publishAnswer', card)
    expect(questionFlow.statuses.answered.actions.publishAnswer.publishes).toEqual({
      title: '常见问题',
      words: 'faq',
      to: 'township',
    })
    expect(question.refuses(hubOperatorChen, 'publishAnswer', card)).toBe(
      'matter.action-not-allowed',
    )
  })
})
