import type { Actor } from '@domain/access/actor'
import { checkFlow } from '@domain/flow/checkFlow'
import { villageServiceFlow } from '@domain/flows/villageService'
import type { PersonId } from '@domain/shared/ids'
import {
  gridWorkerLi,
  hubOperatorChen,
  hubOperatorOfLongping,
  residentOfAnotherVillage,
  residentWang,
  village,
  villageSecretary,
} from '../../support/people'
import { play, type Play } from './play'

const HOUR = 3_600_000
const plannedAt = '2026-12-05T09:00:00+08:00'
const session = {
  threshold: 20,
  places: 22,
  signUpUntil: '2026-12-01',
  plannedAt,
  where: '宝珠村小学操场',
  papers: '身份证、体检表',
}

function neighbour(serial: number): Actor {
  const personId = `00000000-0000-7000-8000-${String(1000 + serial).padStart(12, '0')}` as PersonId
  const areaCode = serial % 2 ? village : '441882118211'
  return { ...residentWang, personId, posts: [{ role: 'resident', areaCode }] }
}

function signUps(matter: Play, from: number, to: number): Play {
  for (let serial = from; serial <= to; serial++) matter.does(neighbour(serial), 'signUp')
  return matter
}

const collecting = (fields: object = {}) =>
  play(villageServiceFlow, { kind: '2201' }).report(villageSecretary, { ...session, ...fields })
const scheduled = () => signUps(collecting(), 1, 20)

test('the table of services in the village is sound', () =>
  expect(checkFlow(villageServiceFlow)).toEqual([]))

test('the twentieth sign-up of neighbouring villages sets the motorcycle test, once, and all are told', () => {
  const matter = signUps(collecting(), 1, 19)
  expect(matter.status()).toBe('collecting')
  matter.news()
  signUps(matter, 20, 20)
  expect(matter.status()).toBe('scheduled')
  expect(matter.news()).toEqual(['signUp:', 'schedule: signUps reporter'])
  signUps(matter, 21, 22)
  const settings = matter
    .events()
    .filter((event) => event.type === 'MatterMoved' && event.action === 'schedule')
  expect(settings).toHaveLength(1)
})

test('the session goes on from there to the attendance and the results', () => {
  const matter = scheduled().does(neighbour(3), 'confirm', { coming: 'yes' })
  matter.does(neighbour(4), 'confirm', { coming: 'no' })
  matter.waits((Date.parse(plannedAt) - matter.now()) / HOUR)
  expect(matter.status()).toBe('underway')
  for (const serial of [1, 2, 3])
    matter.does(villageSecretary, 'attend', { attendee: neighbour(serial).personId })
  matter.does(villageSecretary, 'hold', { attended: 3, succeeded: 2, result: '证件当天发' })
  expect(matter.matter()).toMatchObject({
    status: 'held',
    fields: { attended: 3, succeeded: 2 },
    rolls: {
      signUps: { count: 20 },
      confirmations: { byValue: { yes: 1, no: 1 } },
      attendance: { count: 3 },
    },
  })
  expect(matter.matter().late).toBeUndefined()
})

test('everybody is reminded the day before, to the hour', () => {
  const matter = scheduled()
  const dayBefore = (Date.parse(plannedAt) - matter.now()) / HOUR - 24
  matter.news()
  expect(matter.waits(dayBefore - 0.1).news()).toEqual([])
  expect(matter.waits(0.2).news()).toEqual(['remind: signUps reporter'])
  expect(matter.status()).toBe('reminded')
})

test('nobody signs up, confirms or is counted twice', () => {
  const matter = collecting().does(residentWang, 'signUp')
  expect(matter.refuses(residentWang, 'signUp')).toBe('matter.entered-before')
  const day = scheduled().does(neighbour(1), 'confirm', { coming: 'yes' })
  expect(day.refuses(neighbour(1), 'confirm', { coming: 'no' })).toBe('matter.entered-before')
  day.waits((Date.parse(plannedAt) - day.now()) / HOUR)
  const first = { attendee: neighbour(1).personId }
  day.does(villageSecretary, 'attend', first)
  expect(day.refuses(villageSecretary, 'attend', first)).toBe('matter.entered-before')
})

test('whoever has no phone is signed up by the village officer, once', () => {
  const matter = collecting().does(villageSecretary, 'signUpFor', { who: '三组 邓阿婆' })
  expect(matter.matter().rolls?.signUps?.count).toBe(1)
  expect(matter.refuses(villageSecretary, 'signUpFor', { who: '三组邓阿婆' })).toBe(
    'matter.entered-before',
  )
  expect(matter.refuses(residentWang, 'signUpFor', { who: '四组 老何' })).toBe(
    'access.not-permitted',
  )
})

test('after it is set there is room until the places are taken', () => {
  const matter = signUps(scheduled(), 21, 22)
  expect(matter.refuses(neighbour(23), 'signUp')).toBe('matter.action-not-allowed')
  expect(matter.offers(neighbour(23))).not.toContain('signUp')
})

test('too few by the day ends it with words to those who signed up, and nobody was late', () => {
  const matter = signUps(collecting(), 1, 5)
  matter.news()
  matter.waits(24 * 9)
  expect(matter.news()).toEqual(['80 %: reporter', 'fallShort: signUps reporter'])
  expect(matter.matter()).toMatchObject({ status: 'fellShort' })
  expect(matter.matter().late).toBeUndefined()
})

test('the hub may collect longer, and whoever signed up hears the new day', () => {
  const matter = collecting().does(hubOperatorChen, 'collectLonger', {
    signUpUntil: '2026-12-10',
    plannedAt: '2026-12-15T09:00:00+08:00',
  })
  expect(matter.waits(24 * 9).status()).toBe('collecting')
  expect(matter.waits(24 * 9).status()).toBe('fellShort')
})

test('a day that is moved is reminded of anew, and one that is given up says why', () => {
  const matter = scheduled().does(hubOperatorChen, 'reschedule', {
    reason: '天气原因',
    plannedAt: '2026-12-20T09:00:00+08:00',
    where: '镇文化站',
  })
  matter.waits((Date.parse(plannedAt) - matter.now()) / HOUR)
  expect(matter.status()).toBe('scheduled')
  expect(matter.refuses(hubOperatorChen, 'cancel')).toBe('matter.form-incomplete reason')
  matter.does(hubOperatorChen, 'cancel', { reason: '办事的单位来不了' })
  expect(matter.matter()).toMatchObject({ status: 'cancelled', lastNote: '办事的单位来不了' })
})

test('results that are not written within two days are called to mind', () => {
  const matter = scheduled()
  matter.waits((Date.parse(plannedAt) - matter.now()) / HOUR)
  matter.news()
  expect(matter.waits(48).news()).toContain('100 %: assignee inCharge')
})

test('everybody of the township reads it and may come, and organisers begin it', () => {
  const matter = collecting()
  for (const actor of [residentWang, residentOfAnotherVillage, gridWorkerLi])
    expect(matter.offers(actor)).toContain('signUp')
  expect(matter.reading(residentOfAnotherVillage)).toBe('open')
  expect(matter.refuses(hubOperatorOfLongping, 'cancel', { reason: '不办' })).toBe(
    'access.not-permitted',
  )
  for (const actor of [residentWang, gridWorkerLi])
    expect(play(villageServiceFlow).refusesReport(actor, session)).toBe('access.not-permitted')
  expect(play(villageServiceFlow).refusesReport(hubOperatorChen, session)).toBeUndefined()
  expect(
    play(villageServiceFlow).refusesReport(hubOperatorChen, { ...session, threshold: 0 }),
  ).toBe('matter.form-too-small threshold')
})
