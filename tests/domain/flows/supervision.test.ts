import { checkFlow } from '@domain/flow/checkFlow'
import { supervisionFlow } from '@domain/flows/supervision'
import type { MatterId } from '@domain/shared/ids'
import {
  countyHub,
  hubHeadHuang,
  hubOperatorChen,
  policeOfficer,
  residentOfAnotherVillage,
  residentWang,
  supervisor,
} from '../../support/people'
import { monday9, play } from './play'

const police = { kind: 'department', departmentCode: '441882118-police' } as const
const deputy = residentOfAnotherVillage
const parent = {
  matterId: '00000000-0000-7000-8000-0000000000c1' as MatterId,
  number: 'E0',
  reporterId: residentWang.personId,
}
const letter = { letterNumber: '督〔2026〕7号', owner: police, demand: '核实亩数并补发' }
const visit = {
  inspectOn: '2026-12-01',
  deputies: [deputy.personId],
  guestsUntil: '2026-12-05',
}

const listed = () =>
  play(supervisionFlow, { parent }).report(
    supervisor,
    { whyUnsolved: 'overdue' },
    { text: '征地款三次超期' },
  )
const lettered = () => listed().does(supervisor, 'sendLetter', letter)
const replied = () => lettered().does(policeOfficer, 'reply', { result: '已安排专人' })
const inspecting = () => replied().does(supervisor, 'inspectJointly', visit)
const dated = () => inspecting().does(supervisor, 'setDate', { solveBy: '2026-12-20' })
const toConfirm = () => dated().does(policeOfficer, 'reportDone', { result: '已补发' })

test('the table of supervision is sound', () => expect(checkFlow(supervisionFlow)).toEqual([]))

test('the stuck petition: a letter, a joint inspection that sets a date, struck off when the petitioner confirms', () => {
  const ledger = toConfirm()
  expect(ledger.matter()).toMatchObject({
    status: 'toConfirm',
    fields: { whyUnsolved: 'overdue', letterNumber: '督〔2026〕7号', solveBy: '2026-12-20' },
    lastNote: '已补发',
  })
  expect(ledger.first(residentWang)).toBe('confirmSolved')
  expect(ledger.does(residentWang, 'confirmSolved').status()).toBe('struckOff')
})

test('nothing goes on the ledger without a reason why it is unsolved, and only by those who supervise', () => {
  expect(play(supervisionFlow).refusesReport(supervisor, {})).toBe(
    'matter.form-incomplete whyUnsolved',
  )
  expect(play(supervisionFlow).refusesReport(hubHeadHuang, { whyUnsolved: 'money' })).toBe(
    'access.not-permitted',
  )
  expect(play(supervisionFlow).refusesReport(countyHub, { whyUnsolved: 'money' })).toBeUndefined()
})

test('a letter is answered in writing within three working days, or the unit and the county are pressed', () => {
  const ledger = lettered()
  expect(ledger.matter().dueAt).toBe(Date.parse('2026-11-26T09:00:00+08:00'))
  ledger.news()
  expect(ledger.waits(24 * 7).news()).toEqual([
    '50 %: taskOwner',
    '100 %: taskOwner inCharge',
    '150 %: taskOwner inCharge county',
  ])
  expect(ledger.matter().overdueSince).toBeDefined()
  expect(ledger.does(supervisor, 'remind', { note: '请今天答复' }).status()).toBe('lettered')
  expect(ledger.does(policeOfficer, 'reply', { result: '已安排' }).status()).toBe('replied')
})

test('a reminder does not push the letter’s day away', () => {
  const ledger = lettered()
  const { dueAt } = ledger.matter()
  expect(ledger.waits(24).does(supervisor, 'remind').matter().dueAt).toBe(dueAt)
})

test('a deputy reads along until their day, says a word, and is gone after it', () => {
  const ledger = inspecting()
  expect(ledger.reading(deputy)).toBe('insider')
  ledger
    .does(deputy, 'deputyWord', { deputySays: '看过了，应当补' })
    .does(supervisor, 'recordInspection', { attendance: '代表一人', findings: '少算两分地' })
  expect(ledger.matter().lastNote).toBe('少算两分地')
  ledger.waits(24 * 13)
  expect(ledger.refuses(deputy, 'deputyWord', { deputySays: '还有' })).toBe('access.not-permitted')
  expect(inspecting().refuses(residentWang, 'deputyWord', { deputySays: '我' })).toBe(
    'access.not-permitted',
  )
})

test('the ledger is sensitive enough for its units and open enough for its guests', () => {
  expect(listed().matter().sensitivity).toBe('S1')
  expect(listed().reading(policeOfficer)).toBeUndefined()
  expect(listed().reading(residentWang)).toBe('reporter')
  expect(listed().reading(hubOperatorChen)).toBe('insider')
})

test('the date that was set is the lamp: yellow before it, red after it', () => {
  const ledger = dated()
  expect(ledger.matter().dueAt).toBe(Date.parse('2026-12-21T00:00:00+08:00'))
  ledger.news()
  expect(ledger.waits(24 * 28).news()).toEqual([
    '50 %: assignee',
    '80 %: assignee inCharge',
    '100 %: assignee inCharge',
  ])
  ledger.does(supervisor, 'changeDate', { solveBy: '2027-01-10' })
  expect(ledger.matter().late).toMatchObject([{ status: 'dated' }])
  expect(ledger.matter().overdueSince).toBeUndefined()
})

test('what the petitioner does not find solved stays on the ledger, with the same unit', () => {
  const ledger = toConfirm()
  for (const somebody of [policeOfficer, supervisor, deputy, hubOperatorChen])
    expect(ledger.refuses(somebody, 'confirmSolved')).toBe('access.not-permitted')
  ledger.does(residentWang, 'notSolved', { reason: '只补了一半' })
  expect(ledger.matter()).toMatchObject({
    status: 'replied',
    task: { state: 'claimed', claimedBy: policeOfficer.personId },
  })
})

test('when nobody answers for fifteen days the county strikes it off, and says why', () => {
  const ledger = toConfirm()
  expect(ledger.refuses(supervisor, 'strikeOff', { reason: '已查看' })).toBe(
    'matter.action-not-allowed',
  )
  expect(ledger.waits(24 * 15).matter().overdueSince).toBe(monday9 + 15 * 24 * 3_600_000)
  expect(ledger.refuses(supervisor, 'strikeOff', {})).toBe('matter.form-incomplete reason')
  ledger.does(supervisor, 'strikeOff', { reason: '已到现场查看，确已解决' })
  expect(ledger.matter()).toMatchObject({
    status: 'struckOff',
    lastNote: '已到现场查看，确已解决',
  })
})

test('a unit that says it is solved when it is not is sent back by the supervisor', () => {
  expect(toConfirm().does(supervisor, 'sendBack', { reason: '现场没有解决' }).status()).toBe(
    'replied',
  )
})

test('a date that no unit reports on is put to the petitioner by the supervisor', () => {
  expect(dated().does(supervisor, 'toConfirm', { result: '已补发' }).status()).toBe('toConfirm')
})
