import { checkFlow } from '@domain/flow/checkFlow'
import { cameraViewingFlow } from '@domain/flows/cameraViewing'
import {
  countyHub,
  gridWorkerLi,
  hubHeadHuang,
  hubOperatorChen,
  hubOperatorOfLongping,
  policeOfficer,
  residentWang,
  supervisor,
} from '../../support/people'
import { picture, play } from './play'

const wanted = {
  ground: 'missing',
  matterNumber: 'E4418822026112300001',
  why: '宝珠村走失老人，看她往哪边走了',
  camera: '宝珠村口 2 号',
  footageDay: '2026-11-22',
  footageHours: '15:00 到 16:00',
}
const untilEvening = { viewUntil: '2026-11-23T18:00:00+08:00' }
const look = { viewers: '小陈、民警老周', seenPart: '15:10 到 15:25', result: '往高山村方向走了' }

const requested = () => play(cameraViewingFlow).report(hubOperatorChen, wanted)
const approved = () => requested().does(hubHeadHuang, 'approve', untilEvening)

test('the table of camera viewing is sound', () => expect(checkFlow(cameraViewingFlow)).toEqual([]))

test('a recording is looked at for one matter, with leave, and each look is in the register', () => {
  const matter = approved()
    .does(hubOperatorChen, 'view', look)
    .does(hubOperatorChen, 'view', { ...look, seenPart: '15:30 到 15:40' })
    .does(hubOperatorChen, 'finish')
  const looks = matter
    .events()
    .flatMap((event) => (event.type === 'MatterMoved' && event.action === 'view' ? [event] : []))
  expect(looks).toMatchObject([
    { by: hubOperatorChen.personId, input: look },
    { input: { seenPart: '15:30 到 15:40' } },
  ])
  expect(matter.status()).toBe('closed')
})

test('whoever asks never approves, not even the head of the hub', () => {
  const own = play(cameraViewingFlow).report(hubHeadHuang, wanted)
  expect(own.refuses(hubHeadHuang, 'approve', untilEvening)).toBe('access.not-permitted')
  expect(own.refuses(countyHub, 'approve', untilEvening)).toBeUndefined()
  for (const actor of [hubOperatorChen, policeOfficer, gridWorkerLi, supervisor])
    expect(requested().refuses(actor, 'approve', untilEvening)).toBe('access.not-permitted')
})

test('nothing is looked at before it is approved, or by somebody else', () => {
  expect(requested().refuses(hubOperatorChen, 'view', look)).toBe('matter.action-not-allowed')
  expect(approved().refuses(policeOfficer, 'view', look)).toBe('access.not-permitted')
  expect(approved().refuses(hubHeadHuang, 'view', look)).toBe('access.not-permitted')
})

test('why, which matter, which camera and which hours are asked of everybody', () => {
  for (const name of Object.keys(wanted))
    expect(play(cameraViewingFlow).refusesReport(policeOfficer, { ...wanted, [name]: '' })).toBe(
      `matter.form-incomplete ${name}`,
    )
  for (const actor of [gridWorkerLi, residentWang])
    expect(play(cameraViewingFlow).refusesReport(actor, wanted)).toBe('access.not-permitted')
})

test('an entry says who looked, at what, and what was found', () => {
  for (const name of Object.keys(look))
    expect(approved().refuses(hubOperatorChen, 'view', { ...look, [name]: '' })).toBe(
      `matter.form-incomplete ${name}`,
    )
})

test('leave is for a week at most, and ends by itself, a warning before', () => {
  expect(
    requested().refuses(hubHeadHuang, 'approve', { viewUntil: '2026-12-10T18:00:00+08:00' }),
  ).toBe('matter.form-too-long viewUntil')
  const matter = approved()
  matter.news()
  matter.waits(9.1)
  expect(matter.news()).toEqual(['80 %: reporter', 'expire: reporter'])
  expect(matter.matter()).toMatchObject({ status: 'expired' })
  expect(matter.matter().late).toBeUndefined()
  expect(matter.refuses(hubOperatorChen, 'view', look)).toBe('matter.action-not-allowed')
})

test('what was looked at in time is still written down within a day', () => {
  const matter = approved().waits(10)
  expect(matter.refuses(hubOperatorChen, 'viewedBefore', look)).toBeUndefined()
  expect(matter.waits(25).refuses(hubOperatorChen, 'viewedBefore', look)).toBe(
    'matter.action-not-allowed',
  )
})

test('a refusal has its reason, and leave can be taken back', () => {
  expect(requested().refuses(hubHeadHuang, 'refuse')).toBe('matter.form-incomplete reason')
  const refused = requested().does(hubHeadHuang, 'refuse', { reason: '范围太大' })
  expect(refused.matter()).toMatchObject({ status: 'refused', lastNote: '范围太大' })
  const revoked = approved().does(countyHub, 'revoke', { reason: '事情已经办完' })
  expect(revoked.refuses(hubOperatorChen, 'view', look)).toBe('matter.action-not-allowed')
})

test('whoever asked may think better of it', () =>
  expect(requested().does(hubOperatorChen, 'withdraw').status()).toBe('withdrawn'))

test('no picture goes with it anywhere', () => {
  expect(() =>
    play(cameraViewingFlow).report(hubOperatorChen, wanted, { photos: [picture] }),
  ).toThrow('matter.too-many-photos')
  expect(approved().refuses(hubOperatorChen, 'view', { ...look, photos: [picture] })).toBe(
    'matter.form-unknown-field photos',
  )
})

test('a request that lies presses those who may approve', () => {
  const matter = requested()
  matter.news()
  expect(matter.waits(2.1).news()).toContain('100 %: assignee inCharge')
  expect(cameraViewingFlow.statuses.requested.deadline.warns).toBe('camera.approve')
})

test('the township’s own hub and the supervisor read the register, others do not', () => {
  expect(approved().reading(supervisor)).toBe('insider')
  expect(approved().reading(hubOperatorOfLongping)).toBeUndefined()
  expect(approved().reading(residentWang)).toBeUndefined()
})
