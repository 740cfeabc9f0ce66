import { civilClinicFlow } from '@domain/flows/civilClinic'
import { checkFlow } from '@domain/flow/checkFlow'
import {
  gridWorkerLi,
  gridWorkerNextDoor,
  hubOperatorChen,
  hubOperatorOfLongping,
  justiceOfficer,
  mediator,
  officerLin,
  policeOfficer,
  residentWang,
  villageSecretary,
} from '../../support/people'
import { monday9, picture, play } from './play'

const fallen = {
  onBehalf: 'family',
  oneSide: '老李家',
  otherSide: '包工头、房主',
  contact: '13800000000',
}
const team = [mediator.personId, villageSecretary.personId]
const at = (hours: number) => new Date(monday9 + hours * 3_600_000).toISOString()
const triaged = { table: 'damages', meetAt: at(20), team }
const minutes = { attendance: '家属、包工头、房主', minutes: '责任三七开' }
const steps = {
  steps: [
    { title: '包工头付七万', due: '2026-12-01' },
    { title: '房主付三万', due: '2026-12-10' },
  ],
  agreement: '包工头七成，房主三成',
  amount: 10_000_000,
  photos: [picture],
  note: '照协议做',
}

const registered = (kind = '2104') =>
  play(civilClinicFlow, { kind }).report(residentWang, fallen, { text: '从架子上摔下来' })
const booked = () => registered().does(hubOperatorChen, 'triageSoon', triaged)
const met = () => booked().does(mediator, 'meetByTeam', minutes)
const prescribed = () => met().does(hubOperatorChen, 'prescribe', steps)

test('the table of the clinic is sound', () => expect(checkFlow(civilClinicFlow)).toEqual([]))

test('the fallen worker’s family gets a joint meeting, an agreement on file, and a visit a month later', () => {
  const clinic = booked()
    .does(hubOperatorChen, 'callDepartments', {
      owners: [{ kind: 'department', departmentCode: '441882118-justice' }],
    })
    .does(justiceOfficer, 'signCall')
    .does(justiceOfficer, 'answerCall', { result: '责任三七开有依据' })
    .does(hubOperatorChen, 'meet', minutes)
    .does(hubOperatorChen, 'prescribe', steps)
  expect(clinic.matter()).toMatchObject({
    status: 'prescribed',
    fields: { agreement: '包工头七成，房主三成', amount: 10_000_000, minutes: '责任三七开' },
    called: [{ state: 'done', answer: '责任三七开有依据' }],
  })
  clinic.waits(24 * 7).does(hubOperatorChen, 'revisit', { effect: 'better' })
  expect(clinic.matter().dueAt).toBe(monday9 + 30 * 24 * 3_600_000)
  clinic.waits(24 * 23).does(mediator, 'settleByTeam', { result: '钱都付了' })
  expect(clinic.matter()).toMatchObject({ status: 'settled', lastNote: '钱都付了' })
})

test('for damages the first meeting is within 24 hours, and another appointment does not push it away', () => {
  expect(registered().refuses(hubOperatorChen, 'triageSoon', { ...triaged, meetAt: at(24) })).toBe(
    'matter.form-too-long meetAt',
  )
  expect(registered().refuses(hubOperatorChen, 'triage', triaged)).toBe('matter.action-not-allowed')
  const moved = booked().does(hubOperatorChen, 'rebookSoon', { meetAt: at(22) })
  expect(moved.matter().dueAt).toBe(monday9 + 20 * 3_600_000)
  expect(moved.offers(hubOperatorChen)).not.toContain('rebook')
})

test('other quarrels are met when it suits both, and may be met another day', () => {
  const quarrel = registered('2101').does(hubOperatorChen, 'triage', { ...triaged, meetAt: at(72) })
  quarrel.does(hubOperatorChen, 'rebook', { meetAt: at(96) })
  expect(quarrel.matter().dueAt).toBe(monday9 + 96 * 3_600_000)
})

test('the team is told of the meeting, and the hub when its hour has passed without one', () => {
  const clinic = booked()
  clinic.news()
  expect(clinic.waits(19).news()).toEqual(['80 %: team'])
  expect(clinic.waits(2).news()).toEqual(['100 %: inCharge team'])
  expect(clinic.waits(10).news()).toEqual(['150 %: inCharge county'])
})

test('the hub is warned on the day of each visit, the seventh and the thirtieth', () => {
  const clinic = prescribed()
  clinic.news()
  expect(clinic.waits(24 * 6).news()).toEqual(['80 %: team'])
  expect(clinic.waits(24).news()).toEqual(['100 %: inCharge team'])
  clinic.does(mediator, 'revisitByTeam', { effect: 'same' }).news()
  expect(clinic.waits(24 * 20).news()).toEqual(['80 %: team'])
  expect(clinic.waits(24 * 3).news()).toEqual(['100 %: inCharge team'])
  expect(clinic.matter().overdueSince).toBe(monday9 + 30 * 24 * 3_600_000)
})

test('the prescription says who does what by when, and a line nobody did on its day is marked', () => {
  const clinic = prescribed().does(mediator, 'tickStepByTeam', { row: '1', note: '付了' })
  clinic.waits(24 * 19)
  expect(clinic.matter().lists?.['steps']).toMatchObject([
    { title: '包工头付七万', doneBy: mediator.personId, note: '付了' },
    { title: '房主付三万', overdue: true },
  ])
  expect(clinic.refuses(hubOperatorChen, 'tickStep', { row: '1' })).toBe('matter.row-done')
  clinic.does(hubOperatorChen, 'adjust', { steps: [{ title: '房主分两次付' }] })
  expect(clinic.matter().lists?.['steps']).toHaveLength(3)
})

test('a prescription without a line of who does what is none', () => {
  const { steps: _none, ...rest } = steps
  expect(met().refuses(hubOperatorChen, 'prescribe', rest)).toBe('matter.form-incomplete steps')
})

test('a family’s quarrel is seen by nobody outside the team and the hub', () => {
  const clinic = booked()
  for (const outsider of [gridWorkerLi, policeOfficer, officerLin, hubOperatorOfLongping])
    expect(clinic.reading(outsider)).toBeUndefined()
  expect(clinic.reading(residentWang)).toBe('reporter')
  for (const insider of [mediator, villageSecretary, hubOperatorChen])
    expect(clinic.reading(insider)).toBe('insider')
  expect(registered('2101').matter().sensitivity).toBe('S2')
  expect(registered('2102').matter().sensitivity).toBe('S1')
})

test('who reported the incident it came from is not told what the two sides say', () => {
  const parent = { matterId: 'm' as never, number: 'E0', reporterId: officerLin.personId }
  const clinic = play(civilClinicFlow, { kind: '2105', parent }).report(hubOperatorChen, {
    onBehalf: 'worker',
  })
  expect(clinic.reading(officerLin)).toBeUndefined()
})

test('only the team and the hub write what was said', () => {
  for (const outsider of [gridWorkerNextDoor, policeOfficer, residentWang])
    expect(booked().refuses(outsider, 'meetByTeam', minutes)).toBe('access.not-permitted')
})

test('what cannot be settled goes to a mediator with both sides’ consent, or is shown its way', () => {
  const unsettled = () => met().does(hubOperatorChen, 'notSettled', { reason: '差距太大' })
  const sides = { oneSide: '老李家', otherSide: '包工头' }
  expect(
    unsettled().refuses(hubOperatorChen, 'toMediation', {
      ...sides,
      agrees: true,
      otherAgrees: false,
    }),
  ).toBe('matter.form-incomplete otherAgrees')
  const handed = unsettled().does(hubOperatorChen, 'toMediation', {
    ...sides,
    agrees: true,
    otherAgrees: true,
  })
  expect(handed.status()).toBe('handedOn')
  expect(handed.events().at(-1)).toMatchObject({ type: 'ChildOpened', flow: 'mediation' })
  const guided = unsettled().does(hubOperatorChen, 'guide', {
    channel: 'court',
    result: '带协议到县法院立案窗口',
  })
  expect(guided.matter()).toMatchObject({
    status: 'guided',
    lastNote: '带协议到县法院立案窗口',
    fields: { channel: 'court' },
  })
})

test('a settled quarrel that breaks out again within 15 days is taken up once more', () => {
  const settled = prescribed()
    .does(hubOperatorChen, 'revisit', { effect: 'better' })
    .does(hubOperatorChen, 'settle', { result: '好了' })
  expect(settled.refuses(gridWorkerLi, 'reopen', { note: '又来' })).toBe('access.not-permitted')
  settled.waits(24).does(residentWang, 'reopen', { note: '没付第二笔' })
  expect(settled.status()).toBe('met')
})
