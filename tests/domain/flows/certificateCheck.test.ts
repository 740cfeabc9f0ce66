import { checkFlow } from '@domain/flow/checkFlow'
import { certificateCheckFlow } from '@domain/flows/certificateCheck'
import {
  gridWorkerLi,
  gridWorkerNextDoor,
  hubOperatorChen,
  policeOfficer,
  residentWang,
} from '../../support/people'
import { picture, play } from './play'

const MINUTE = 1 / 60
const wanted = {
  person: '邓阿婆',
  last4: '0021',
  use: '换身份证',
  receiver: '西江派出所',
  agrees: true,
}
const proof = { proof: 'GD-2026-0001', checkedAt: '2026-11-23T09:00:05+08:00' }

const asked = () => play(certificateCheckFlow, { kind: '1601' }).report(gridWorkerLi, wanted)

test('the table of certificate checks is sound', () =>
  expect(checkFlow(certificateCheckFlow)).toEqual([]))

test('an old woman’s card is proved true by the issuing platform, and only number and time are kept', () => {
  const matter = asked().answers('verified', proof)
  expect(matter.matter()).toMatchObject({
    status: 'verified',
    lastNote: proof.proof,
    fields: proof,
    photos: [],
  })
  expect(matter.events().at(-1)).not.toHaveProperty('by')
})

test('asking is itself the question: nothing more has to be pressed', () => {
  expect(certificateCheckFlow.report.asks).toBe('certificate')
  expect(asked().status()).toBe('asked')
})

test('nobody gives the platform’s answer for it', () => {
  const matter = asked()
  for (const actor of [gridWorkerLi, hubOperatorChen, policeOfficer])
    for (const answer of ['verified', 'notFound', 'mismatch', 'unavailable']) {
      expect(matter.refuses(actor, answer, proof)).toBe('access.not-permitted')
      expect(matter.offers(actor)).not.toContain(answer)
    }
})

test('an answer is held against its form, and one that comes twice or late changes nothing', () => {
  const matter = asked()
  expect(matter.refusesAnswer('verified', { proof: 'x' })).toBe('matter.form-incomplete checkedAt')
  expect(matter.refusesAnswer('verified', { ...proof, picture })).toBe(
    'matter.form-unknown-field picture',
  )
  expect(matter.refusesAnswer('withdrawConsent')).toBe('matter.action-not-allowed')
  expect(matter.refusesAnswer('toString')).toBe('matter.action-not-allowed')
  matter.answers('verified', proof)
  expect(matter.refusesAnswer('verified', proof)).toBe('matter.action-not-allowed')
  expect(matter.refusesAnswer('mismatch')).toBe('matter.action-not-allowed')
})

test('nothing is asked without consent, purpose and receiver', () => {
  const refuses = (fields: object) =>
    play(certificateCheckFlow).refusesReport(gridWorkerLi, { ...wanted, ...fields })
  expect(refuses({ agrees: false })).toBe('matter.form-incomplete agrees')
  expect(refuses({ use: '' })).toBe('matter.form-incomplete use')
  expect(refuses({ receiver: undefined })).toBe('matter.form-incomplete receiver')
})

test('never more than four digits, and never a picture', () => {
  const flow = play(certificateCheckFlow)
  expect(flow.refusesReport(gridWorkerLi, { ...wanted, last4: '441882195001010021' })).toBe(
    'matter.form-too-long last4',
  )
  expect(() => flow.report(gridWorkerLi, wanted, { photos: [picture] })).toThrow(
    'matter.too-many-photos',
  )
  const rows = Object.values(certificateCheckFlow.statuses).flatMap(({ actions }) =>
    Object.values<{ form: readonly { type: string }[] }>(actions),
  )
  expect(rows.flatMap(({ form }) => form).some(({ type }) => type === 'photos')).toBe(false)
})

test('a platform that says nothing for five minutes counts as not reached, and nobody as late', () => {
  const matter = asked().waits(6 * MINUTE)
  expect(matter.status()).toBe('unavailable')
  expect(matter.matter().late).toBeUndefined()
})

test('a platform that is down is asked again three times at most; then the paper serves', () => {
  const matter = asked().answers('unavailable')
  for (const _time of [1, 2, 3]) matter.does(gridWorkerLi, 'askAgain').answers('unavailable')
  expect(matter.refuses(gridWorkerLi, 'askAgain')).toBe('matter.action-not-allowed')
  matter.does(gridWorkerLi, 'usePaper', { reason: '平台没有回应，已看原件' })
  expect(matter.matter()).toMatchObject({ status: 'doneByPaper' })
  expect(matter.matter().fields).not.toHaveProperty('last4')
})

test('a digit written wrongly is corrected and asked again, within the same three times', () => {
  const matter = asked().answers('mismatch')
  matter.does(gridWorkerLi, 'askAgain', { person: '邓阿婆', last4: '0012' })
  expect(matter.matter()).toMatchObject({ status: 'asked', fields: { last4: '0012' } })
  expect(asked().answers('notFound').first(gridWorkerLi)).toBe('askAgain')
})

test('consent withdrawn ends it, before the answer and after, and forgets who it was', () => {
  const before = asked().does(gridWorkerLi, 'withdrawConsent')
  const after = asked().answers('verified', proof).does(hubOperatorChen, 'withdrawAtHub')
  for (const matter of [before, after]) {
    expect(matter.status()).toBe('consentWithdrawn')
    for (const name of ['person', 'last4', 'proof'])
      expect(matter.matter().fields).not.toHaveProperty(name)
  }
  expect(before.refusesAnswer('verified', proof)).toBe('matter.action-not-allowed')
})

test('only whoever serves the person asks, and another worker does not go on with it', () => {
  expect(play(certificateCheckFlow).refusesReport(residentWang, wanted)).toBe(
    'access.not-permitted',
  )
  expect(play(certificateCheckFlow).refusesReport(policeOfficer, wanted)).toBeUndefined()
  expect(asked().answers('unavailable').refuses(gridWorkerNextDoor, 'askAgain')).toBe(
    'access.not-permitted',
  )
})

test('a check that is left unsettled is called to the hub’s mind', () => {
  const matter = asked().answers('unavailable')
  matter.news()
  expect(matter.waits(48).news()).toContain('100 %: assignee inCharge')
})
