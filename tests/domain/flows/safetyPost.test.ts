import { checkFlow } from '@domain/flow/checkFlow'
import { safetyPostFlow } from '@domain/flows/safetyPost'
import {
  gridWorkerLi,
  gridWorkerNextDoor,
  hubOperatorChen,
  hubOperatorOfLongping,
  persuader,
  residentWang,
} from '../../support/people'
import { picture, play } from './play'

const shift = {
  post: '宝珠村口',
  dutyDay: '2026-11-23',
  persuaders: [persuader.personId, gridWorkerLi.personId],
}

const planned = () => play(safetyPostFlow).report(hubOperatorChen, shift)
const onDuty = () => planned().does(persuader, 'comeOn')

test('the table of safety posts is sound', () => expect(checkFlow(safetyPostFlow)).toEqual([]))

test('a post is manned, warnings are counted, a hazard is raised, and the next shift has a word', () => {
  const matter = onDuty()
    .does(persuader, 'tally', { noHelmet: 3, overloaded: 1 })
    .does(persuader, 'reportHazard', { hazard: '护栏断了一截' })
    .does(persuader, 'handOver', { result: '护栏坏了一处，已经上报' })
  expect(matter.matter()).toMatchObject({
    status: 'closed',
    lastNote: '护栏坏了一处，已经上报',
    fields: { noHelmet: 3, overloaded: 1 },
  })
  expect(matter.events()).toContainEqual(
    expect.objectContaining({ type: 'ChildOpened', flow: 'incident' }),
  )
})

test('what two persuaders stopped adds up', () => {
  const matter = onDuty()
    .does(gridWorkerLi, 'comeOn')
    .does(persuader, 'tally', { noHelmet: 3 })
    .does(gridWorkerLi, 'tally', { noHelmet: 2, drink: 1 })
  expect(matter.matter().fields).toMatchObject({ noHelmet: 5, drink: 1 })
  expect(matter.matter().rolls?.onDuty?.count).toBe(2)
})

test('a tally has no plate, no face and no place', () => {
  const { form } = safetyPostFlow.statuses.onDuty.actions.tally
  expect(new Set(form.map(({ type }) => type))).toEqual(new Set(['number']))
  expect(safetyPostFlow.statuses.planned.actions.comeOn.form).toEqual([])
  expect(onDuty().refuses(persuader, 'tally', { noHelmet: 1, photos: [picture] })).toBe(
    'matter.form-unknown-field photos',
  )
  expect(() => play(safetyPostFlow).report(hubOperatorChen, shift, { photos: [picture] })).toThrow(
    'matter.too-many-photos',
  )
})

test('somebody says once that they are there, and nobody else says it for them', () => {
  expect(onDuty().refuses(persuader, 'comeOn')).toBe('matter.entered-before')
  for (const actor of [gridWorkerNextDoor, residentWang, hubOperatorChen])
    expect(planned().refuses(actor, 'comeOn')).toBe('access.not-permitted')
})

test('the day ends the shift by itself, and nobody was late', () => {
  const matter = onDuty()
  matter.news()
  expect(matter.waits(14.9).status()).toBe('onDuty')
  expect(matter.waits(0.2).status()).toBe('closed')
  expect(matter.news()).toEqual(['endOfDay: persuaders reporter'])
  expect(matter.matter().late).toBeUndefined()
})

test('a day on which nobody came is over as well, without a mark against anybody', () => {
  const matter = planned().waits(16)
  expect(matter.status()).toBe('lapsed')
  expect(matter.matter().late).toBeUndefined()
})

test('whoever plans may change the people, end the shift for them, or leave the day out', () => {
  const changed = planned().does(hubOperatorChen, 'changePeople', {
    persuaders: [gridWorkerNextDoor.personId],
  })
  expect(changed.refuses(persuader, 'comeOn')).toBe('access.not-permitted')
  expect(changed.refuses(gridWorkerNextDoor, 'comeOn')).toBeUndefined()
  expect(onDuty().does(hubOperatorChen, 'endForThem', { result: '下雨提前收岗' }).status()).toBe(
    'closed',
  )
  expect(planned().refuses(hubOperatorChen, 'cancel')).toBe('matter.form-incomplete reason')
  expect(planned().does(hubOperatorChen, 'cancel', { reason: '下雨' }).status()).toBe('cancelled')
})

test('persuaders read their own shift; only the township plans it', () => {
  expect(planned().reading(persuader)).toBe('insider')
  for (const actor of [persuader, gridWorkerLi, residentWang])
    expect(play(safetyPostFlow).refusesReport(actor, shift)).toBe('access.not-permitted')
  expect(planned().refuses(hubOperatorOfLongping, 'cancel', { reason: '下雨' })).toBe(
    'access.not-permitted',
  )
})
