import { checkFlow } from '@domain/flow/checkFlow'
import { whistleFlow } from '@domain/flows/whistle'
import {
  gridWorkerLi,
  hubHeadHuang,
  hubOperatorChen,
  justiceOfficer,
  officerLin,
  policeOfficer,
  residentWang,
  townLeader,
} from '../../support/people'
import { monday9, play, type Play } from './play'

const HOUR = 3_600_000
const police = { kind: 'department', departmentCode: '441882118-police' } as const
const justice = { kind: 'department', departmentCode: '441882118-justice' } as const
const both = { owners: [police, justice] }
const elements = {
  acceptedOn: '2026-11-23',
  spokenTo: '村支书老邓',
  result: '已封路，已劝离',
  solveBy: '2026-11-24',
}
const satisfied = (owner: typeof police | typeof justice) => ({ owner, satisfaction: 'satisfied' })

const blown = (kind = '1301') => play(whistleFlow, { kind }).report(hubOperatorChen, both)
const bySteps = (whistle: Play, action: string, input = {}) =>
  whistle.does(policeOfficer, action, input).does(justiceOfficer, action, input)
const signed = (kind = '1301') => bySteps(blown(kind), 'signCall')
const arriving = (kind = '1301') => bySteps(signed(kind), 'contact', { spokenTo: '老邓' })
const handling = (kind = '1301') => bySteps(arriving(kind), 'reportIn')
const answered = (kind = '1301') => bySteps(handling(kind), 'answerCall', elements)

test('the table of the whistle is sound', () => expect(checkFlow(whistleFlow)).toEqual([]))

test('two departments are called, sign, contact, report in, answer, and are rated one by one', () => {
  expect(blown().matter()).toMatchObject({ called: [{ owner: police }, { owner: justice }] })
  expect(signed().status()).toBe('contacting')
  expect(arriving().status()).toBe('arriving')
  expect(handling().status()).toBe('handling')
  const whistle = answered()
  expect(whistle.status()).toBe('answered')
  whistle.does(hubOperatorChen, 'rateAnswer', satisfied(police))
  expect(whistle.status()).toBe('answered')
  whistle.does(hubOperatorChen, 'rateAnswer', { owner: justice, satisfaction: 'fair' })
  expect(whistle.matter()).toMatchObject({
    status: 'closed',
    called: [
      {
        rating: 'satisfied',
        answer: '已封路，已劝离',
        steps: { contacted: monday9, arrived: monday9 },
      },
      { rating: 'fair' },
    ],
  })
})

test('a hard whistle is blown by leaders only, so that it stays rare', () => {
  const hard = () => play(whistleFlow, { kind: '1302' })
  expect(hard().refusesReport(hubOperatorChen, both)).toBe('access.not-permitted')
  for (const leader of [hubHeadHuang, townLeader])
    expect(hard().refusesReport(leader, both)).toBeUndefined()
  for (const somebody of [gridWorkerLi, officerLin, policeOfficer, residentWang])
    expect(play(whistleFlow).refusesReport(somebody, both)).toBe('access.not-permitted')
})

test('a whistle at nobody is none', () => {
  expect(play(whistleFlow).refusesReport(hubOperatorChen, {})).toBe('matter.form-incomplete owners')
})

test('who has not signed is pressed by the clock: within the hour, in an emergency within ten minutes', () => {
  expect(blown('1301').matter().dueAt).toBe(monday9 + HOUR)
  const emergency = blown('1303').does(policeOfficer, 'signCall')
  expect(emergency.matter().dueAt).toBe(monday9 + HOUR / 6)
  emergency.news()
  expect(emergency.waits(0.25).news()).toEqual([
    '50 %: called',
    '100 %: called reporter inCharge',
    '150 %: called inCharge county',
  ])
  expect(emergency.status()).toBe('blown')
})

test('contact follows within 24 hours, and reporting in within three working days, five for a hard one', () => {
  expect(signed().matter().dueAt).toBe(monday9 + 24 * HOUR)
  expect(arriving().matter().dueAt).toBe(Date.parse('2026-11-26T09:00:00+08:00'))
  const hard = play(whistleFlow, { kind: '1302' }).report(townLeader, both)
  bySteps(bySteps(hard, 'signCall'), 'contact', { spokenTo: '老邓' })
  expect(hard.matter().dueAt).toBe(Date.parse('2026-11-30T09:00:00+08:00'))
  expect(arriving('1303').matter().dueAt).toBe(monday9 + HOUR / 2)
})

test('a department that is quick does not wait for one that is slow', () => {
  const whistle = blown()
    .does(policeOfficer, 'signCall')
    .does(policeOfficer, 'contact', { spokenTo: '老邓' })
    .does(policeOfficer, 'reportIn')
    .does(policeOfficer, 'answerCall', elements)
  expect(whistle.status()).toBe('blown')
  whistle
    .does(justiceOfficer, 'signCall')
    .does(justiceOfficer, 'contact', { spokenTo: '老邓' })
    .does(justiceOfficer, 'reportIn')
  expect(whistle.status()).toBe('handling')
  expect(whistle.does(justiceOfficer, 'answerCall', elements).status()).toBe('answered')
})

test('an answer has its four elements or is none', () => {
  for (const missing of ['acceptedOn', 'spokenTo', 'result', 'solveBy']) {
    const rest = Object.fromEntries(Object.entries(elements).filter(([name]) => name !== missing))
    expect(handling().refuses(policeOfficer, 'answerCall', rest)).toBe(
      `matter.form-incomplete ${missing}`,
    )
  }
})

test('nobody signs or answers for a department that was not called', () => {
  const alone = play(whistleFlow).report(hubOperatorChen, { owners: [police] })
  expect(alone.refuses(justiceOfficer, 'signCall')).toBe('access.not-permitted')
  expect(handling().refuses(gridWorkerLi, 'answerCall', elements)).toBe('access.not-permitted')
})

test('only whoever blew it rates, and each answer once', () => {
  const whistle = answered()
  for (const somebody of [hubHeadHuang, policeOfficer, townLeader])
    expect(whistle.refuses(somebody, 'rateAnswer', satisfied(police))).toBe('access.not-permitted')
  whistle.does(hubOperatorChen, 'rateAnswer', satisfied(police))
  expect(whistle.refuses(hubOperatorChen, 'rateAnswer', satisfied(police))).toBe(
    'matter.form-wrong-value owner',
  )
})

test('an answer not yet given, or of one who was not called, cannot be rated', () => {
  const whistle = handling().does(policeOfficer, 'answerCall', elements)
  expect(whistle.refuses(hubOperatorChen, 'rateAnswer', satisfied(justice))).toBe(
    'matter.form-wrong-value owner',
  )
})

test('work that does not do goes back to that department once, in half the time', () => {
  const whistle = answered().does(hubOperatorChen, 'again', { owner: police, reason: '没有到场' })
  expect(whistle.matter()).toMatchObject({
    status: 'handling',
    called: [{ state: 'claimed', returned: true }, { state: 'done' }],
  })
  expect(whistle.matter().dueAt).toBe(Date.parse('2026-11-25T15:00:00+08:00'))
  whistle.does(policeOfficer, 'answerCall', { ...elements, result: '这次办好了' })
  expect(whistle.status()).toBe('answered')
  expect(whistle.refuses(hubOperatorChen, 'again', { owner: police, reason: '还是没有' })).toBe(
    'matter.form-wrong-value owner',
  )
  whistle
    .does(hubOperatorChen, 'rateAnswer', { owner: police, satisfaction: 'unsatisfied' })
    .does(hubOperatorChen, 'rateAnswer', satisfied(justice))
  expect(whistle.matter()).toMatchObject({
    status: 'closed',
    called: [{ rating: 'unsatisfied' }, { rating: 'satisfied' }],
  })
})

test('when whoever blew is ill, another who may rates, but only after the blower’s time', () => {
  const whistle = answered()
  expect(whistle.refuses(hubHeadHuang, 'rateInstead', satisfied(police))).toBe(
    'matter.action-not-allowed',
  )
  whistle.news()
  expect(whistle.waits(24 * 4).news()).toEqual(['50 %: reporter', '100 %: reporter inCharge'])
  whistle
    .does(hubHeadHuang, 'rateInstead', satisfied(police))
    .does(hubHeadHuang, 'rateInstead', satisfied(justice))
  expect(whistle.status()).toBe('closed')
})

test('another department is called in, and signs like the first', () => {
  const whistle = play(whistleFlow)
    .report(hubOperatorChen, { owners: [police] })
    .does(policeOfficer, 'signCall')
    .does(hubOperatorChen, 'callMore', { owners: [justice] })
  expect(whistle.status()).toBe('blown')
  expect(whistle.does(justiceOfficer, 'signCall').status()).toBe('contacting')
})

test('a whistle blown by mistake is called off before anybody has come', () => {
  expect(blown().does(hubHeadHuang, 'cancel', { reason: '吹错了单位' }).status()).toBe('cancelled')
  expect(handling().refuses(hubHeadHuang, 'cancel', { reason: '算了' })).toBe(
    'matter.action-not-allowed',
  )
})

test('a department that never answers is told to the county, after its time', () => {
  const whistle = blown()
  expect(whistle.refuses(hubOperatorChen, 'endUnanswered', { reason: '没人理' })).toBe(
    'matter.action-not-allowed',
  )
  whistle.waits(2).does(hubOperatorChen, 'endUnanswered', { reason: '没人理' })
  expect(whistle.status()).toBe('unanswered')
  expect(whistle.news().at(-1)).toBe('endUnanswered: called inCharge county')
})
