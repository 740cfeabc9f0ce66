import { wantedPhoto } from '@domain/flow/wantedPhoto'
import { incidentFlow } from '@domain/flows/incident'
import { questionFlow } from '@domain/flows/question'
import type { ActionInput } from '@domain/matter/matter'
import type { FileId } from '@domain/shared/ids'
import { gridWorkerLi, hubOperatorChen, officerLin, residentWang } from '../../support/people'
import { monday9, play } from './play'

const [first, dark, better] = ['1', '2', '3'].map(
  (n) => `00000000-0000-7000-8000-0000000000c${n}` as FileId,
) as [FileId, FileId, FileId]
const HOUR = 3_600_000
/** Ten hours of every hour to accept it in, so that the clock is easy to read. */
const kind = { urgency: 'U2', accept: { hours: 10, clock: 'elapsed' } } as const

const reported = () =>
  play(incidentFlow, { kind }).report(officerLin, {}, { photos: [first, dark] })
const tooDark = { badPhoto: dark, photoFault: 'dark' }
const asked = () => reported().waits(4).does(hubOperatorChen, 'askPhoto', tooDark)

test('the hub names the one photo and why, and the reporter reads it as the one thing to do', () => {
  const matter = asked()
  expect(matter.status()).toBe('awaitingPhoto')
  expect(wantedPhoto(incidentFlow, matter.matter())).toEqual({
    fileId: dark,
    action: 'retakePhoto',
    why: '太暗了，看不清。请到亮处再拍',
  })
  expect(matter.matter().lastNote).toBe('太暗了，看不清。请到亮处再拍')
  expect(matter.first(officerLin)).toBe('retakePhoto')
  expect(matter.news()).toContain('askPhoto: reporter')
})

test('a photo that the matter does not have, or no reason, is no asking', () => {
  const refuses = (input: ActionInput) => reported().refuses(hubOperatorChen, 'askPhoto', input)
  expect(refuses({ badPhoto: better, photoFault: 'dark' })).toBe('matter.form-wrong-value badPhoto')
  expect(refuses({ badPhoto: dark })).toBe('matter.form-incomplete photoFault')
  expect(reported().refuses(residentWang, 'askPhoto', tooDark)).toBe('access.not-permitted')
  const wordsOnly = play(incidentFlow, { kind }).report(officerLin)
  expect(wordsOnly.offers(hubOperatorChen)).not.toContain('askPhoto')
})

test('the better photo takes its place, the old one stays and is marked, and the matter goes on', () => {
  const matter = asked().does(officerLin, 'retakePhoto', { photos: [better] })
  expect(matter.status()).toBe('reported')
  expect(matter.matter().photos).toMatchObject([
    { fileId: first },
    { fileId: dark, replacedBy: better },
    { fileId: better, takenFor: 'retakePhoto', state: 'awaited' },
  ])
  expect(wantedPhoto(incidentFlow, matter.matter())).toBeUndefined()
  expect(matter.matter().fields).not.toHaveProperty('badPhoto')
  // What was replaced is not asked for a second time.
  expect(matter.refuses(hubOperatorChen, 'askPhoto', tooDark)).toBe(
    'matter.form-wrong-value badPhoto',
  )
  expect(matter.refuses(officerLin, 'retakePhoto', { photos: [better] })).toBe(
    'matter.action-not-allowed',
  )
})

test('while it waits for its reporter the time of the hub stands still', () => {
  expect(reported().matter().dueAt).toBe(monday9 + 10 * HOUR)
  const matter = asked()
    .waits(3)
    .does(officerLin, 'retakePhoto', { photos: [better] })
  expect(matter.matter().dueAt).toBe(monday9 + 13 * HOUR)
})

test('when nothing comes the reporter is reminded, then the hub, which may go on without it', () => {
  const matter = asked()
  matter.news()
  expect(matter.waits(12).news()).toEqual(['50 %: reporter'])
  expect(matter.waits(12).news()).toEqual(['100 %: reporter inCharge'])
  expect(matter.does(hubOperatorChen, 'accept').status()).toBe('accepted')
})

test('where somebody is at work on it already, the work goes on and keeps its time', () => {
  const atWork = reported()
    .does(hubOperatorChen, 'accept')
    .does(hubOperatorChen, 'dispatch', {
      owner: { kind: 'person', personId: gridWorkerLi.personId },
    })
    .does(gridWorkerLi, 'claim')
  const { dueAt } = atWork.matter()
  const matter = atWork.does(hubOperatorChen, 'askPhoto', tooDark)
  expect(matter.status()).toBe('handling')
  expect(matter.matter().dueAt).toBe(dueAt)
  expect(matter.offers(hubOperatorChen)).not.toContain('askPhoto')
  expect(matter.offers(gridWorkerLi)).toContain('handle')
  const after = matter.does(officerLin, 'retakePhoto', { photos: [better] }).matter()
  expect(after).toMatchObject({ status: 'handling', dueAt, task: { state: 'claimed' } })
  expect(after.photos[1]).toMatchObject({ fileId: dark, replacedBy: better })
})

test('a question with a picture is asked for a better one in the same way', () => {
  const matter = play(questionFlow)
    .report(residentWang, {}, { photos: [dark] })
    .does(hubOperatorChen, 'askPhoto', { badPhoto: dark, photoFault: 'blurred' })
  expect(matter.first(residentWang)).toBe('retakePhoto')
  expect(matter.does(residentWang, 'retakePhoto', { photos: [better] }).status()).toBe('asked')
})
