import { plainCalendar } from '@domain/deadline/dueAt'
import { startTime } from '@domain/deadline/runningTime'
import { wakeAtOf } from '@domain/deadline/wakeAtOf'
import { decideWake } from '@domain/flow/decideWake'
import type { FlowTable } from '@domain/flow/flowTable'
import { incidentFlow } from '@domain/flows/incident'
import type { Matter } from '@domain/matter/matter'
import type { FileId } from '@domain/shared/ids'
import { HOUR_MS } from '@domain/shared/instant'
import { monday9, report, surroundings } from '../../support/givenMatter'
import { officerLin } from '../../support/people'

const wakes = (matter: Matter, hours: number, flow: FlowTable = incidentFlow) =>
  decideWake(flow, matter, surroundings(undefined, monday9 + hours * HOUR_MS))

/** Written before matters knew how much of their time had run. */
const old = (): Matter => {
  const { time: _time, ...matter } = report()
  return { ...matter, dueAt: monday9 + HOUR_MS }
}

describe('a matter from before its time was kept', () => {
  test('is late once, from the moment it is due', () => {
    expect(wakes(old(), 0.9)).toEqual([])
    expect(wakes(old(), 1)).toEqual([
      {
        type: 'DeadlinePassed',
        status: 'reported',
        stage: 'accept',
        dueAt: monday9 + HOUR_MS,
        at: monday9 + HOUR_MS,
      },
    ])
    expect(wakes({ ...old(), overdueSince: monday9 }, 2)).toEqual([])
  })

  test('is looked at when it is due, and then no more', () => {
    expect(wakeAtOf(old())).toBe(monday9 + HOUR_MS)
    expect(wakeAtOf({ ...old(), overdueSince: monday9 })).toBeUndefined()
  })
})

describe('nobody is woken', () => {
  test('by a matter without a deadline, or one that has ended', () => {
    const { time: _time, dueAt: _due, ...timeless } = report()
    expect(wakes(timeless, 500)).toEqual([])
    expect(wakeAtOf(timeless)).toBeUndefined()
    const lists = { papers: [{ key: '1', title: '身份证', dueAt: monday9 }] }
    const ended = { ...report(), lists, endedAt: monday9 }
    expect(wakes(ended, 500)).toEqual([])
    expect(wakeAtOf(ended)).toBeUndefined()
  })

  test('twice by one row of a checklist, nor by one that is done or has no day', () => {
    const row = { key: '1', title: '身份证', dueAt: monday9 + HOUR_MS }
    const passed = (change: object) =>
      wakes({ ...report(), lists: { papers: [{ ...row, ...change }] } }, 1).filter(
        ({ type }) => type === 'RowOverdue',
      )
    expect(passed({})).toEqual([
      { type: 'RowOverdue', list: 'papers', key: '1', at: monday9 + HOUR_MS },
    ])
    expect(passed({ overdue: true })).toEqual([])
    expect(passed({ doneAt: monday9 })).toEqual([])
    expect(passed({ dueAt: monday9 + 2 * HOUR_MS })).toEqual([])
    expect(passed({ dueAt: undefined })).toEqual([])
  })
})

test('photos go when their time is over, and with them what the table forgets', () => {
  const photos = [
    {
      fileId: 'f1' as FileId,
      takenFor: 'report',
      by: officerLin.personId,
      state: 'arrived' as const,
    },
  ]
  const ended: Matter = { ...report(), photos, endedAt: monday9, mediaUntil: monday9 + HOUR_MS }
  const flow: FlowTable = { ...incidentFlow, forgets: { fields: ['who'] } }
  expect(wakeAtOf(ended)).toBe(monday9 + HOUR_MS)
  expect(wakes(ended, 0.9, flow)).toEqual([])
  expect(wakes(ended, 1, flow)).toEqual([
    { type: 'MediaDeleted', fileIds: ['f1'], fields: ['who'], at: monday9 + HOUR_MS },
  ])
})

describe('what the table lets happen by itself', () => {
  const row = {
    title: '',
    event: 'passed',
    permission: 'matter.read',
    form: [],
    forwarded: false,
    tells: [],
  }
  const hour = { hours: 1, clock: 'elapsed' } as const
  const stage = (to: string, rest: object = {}) => ({
    title: to,
    sentence: '',
    deadline: { limit: hour, warns: 'matter.read', marks: [{ share: 1, tells: ['hub'] }] },
    actions: { pass: { ...row, to, automatic: { share: 1 }, ...rest } },
  })
  const flowOf = (statuses: object) => ({ ...incidentFlow, statuses }) as unknown as FlowTable
  const at = (status: string): Matter => ({
    ...report(),
    status,
    dueAt: monday9 + HOUR_MS,
    time: startTime(hour, monday9, [1], plainCalendar),
  })
  const moves = (statuses: object, hours = 1) =>
    wakes(at('one'), hours, flowOf(statuses)).flatMap((event) =>
      event.type === 'MatterMoved' ? [`${event.from} ${event.to}`] : [],
    )
  const end = { title: '', sentence: '', ended: true, actions: {} }

  test('happens once its time has run, makes nobody late, and takes up the new time from there', () => {
    const statuses = { one: stage('two'), two: stage('end'), end }
    expect(moves(statuses, 0.9)).toEqual([])
    expect(moves(statuses)).toEqual(['one two'])
    const types = wakes(at('one'), 1, flowOf(statuses)).map(({ type }) => type)
    expect(types).toEqual(['DeadlineNeared', 'MatterMoved'])
  })

  test('does not happen while what it waits for does not hold: then somebody is late', () => {
    const statuses = { one: stage('two', { when: ['hasTask'] }), two: end }
    expect(moves(statuses)).toEqual([])
    const types = wakes(at('one'), 1, flowOf(statuses)).map(({ type }) => type)
    expect(types).toEqual(['DeadlinePassed'])
  })

  test('sets off what follows as soon as it may', () => {
    const two = { ...stage('end'), actions: { on: { ...row, to: 'end', automatic: 'onceTrue' } } }
    expect(moves({ one: stage('two'), two, end })).toEqual(['one two', 'two end'])
  })

  test('is one thing at a time: the first of the table', () => {
    const one = stage('two')
    const both = { ...one, actions: { ...one.actions, other: { ...one.actions.pass, to: 'end' } } }
    expect(moves({ one: both, two: { ...end }, end })).toEqual(['one two'])
  })
})
