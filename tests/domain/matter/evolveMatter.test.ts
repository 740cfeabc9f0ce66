import { evolveAll, evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter, MatterTask } from '@domain/matter/matter'
import type { MatterEvent, MatterMoved } from '@domain/matter/matterEvent'
import type { FileId, MatterId, TaskId } from '@domain/shared/ids'
import { HOUR_MS } from '@domain/shared/instant'
import { monday9, report } from '../../support/givenMatter'
import { gridWorkerLi, gridWorkerNextDoor, hubOperatorChen, officerLin } from '../../support/people'

const after = (events: MatterEvent[], change: Partial<Matter> = {}) =>
  evolveMatter({ ...report(), ...change }, events)

const moved = (change: Partial<MatterMoved>): MatterMoved => ({
  type: 'MatterMoved',
  action: 'note',
  event: 'noted',
  from: 'reported',
  to: 'reported',
  by: gridWorkerLi.personId,
  at: monday9 + HOUR_MS,
  input: {},
  ended: false,
  ...change,
})

const photo = (fileId: string) => ({
  fileId: fileId as FileId,
  takenFor: 'report',
  by: officerLin.personId,
  state: 'awaited' as const,
})

test('a history begins with the report, and nothing comes before it', () => {
  expect(() => evolveMatter(undefined, [])).toThrow('A history begins with MatterReported')
  expect(() => evolveAll(undefined, [moved({})])).toThrow('MatterMoved came before MatterReported')
  const first = evolveMatter(undefined, [{ type: 'MatterReported', matter: report() }])
  expect(first.version).toBe(1)
  expect(evolveMatter(first, []).version).toBe(2)
})

describe('a photo', () => {
  const photos = [photo('f1'), photo('f2')]
  const states = (event: MatterEvent) => after([event], { photos }).photos.map(({ state }) => state)

  test('arrives or is refused, and the others go on waiting', () => {
    expect(states({ type: 'PhotoArrived', fileId: 'f2' as FileId })).toEqual(['awaited', 'arrived'])
    expect(states({ type: 'PhotoRefused', fileId: 'f1' as FileId, code: 'file.broken' })).toEqual([
      'refused',
      'awaited',
    ])
  })

  test('that is named in a step is awaited from whoever named it; from nobody’s hand there is none', () => {
    const input = { photos: ['f3' as FileId], signature: 'f4' }
    const taken = { takenFor: 'note', by: gridWorkerLi.personId, state: 'awaited' }
    expect(after([moved({ input })], { photos }).photos.slice(2)).toEqual([
      { fileId: 'f3', ...taken },
      { fileId: 'f4', ...taken },
    ])
    const { by: _by, ...automatic } = moved({ input })
    expect(after([automatic]).photos).toEqual([])
  })

  test('goes when its time is over, with what is forgotten, and the rest stays', () => {
    const before: Partial<Matter> = {
      photos,
      mediaUntil: monday9,
      fields: { who: '张三', where: '村口' },
      lists: { rounds: [], papers: [] },
    }
    const fileIds = ['f1' as FileId]
    const gone: MatterEvent = {
      type: 'MediaDeleted',
      fileIds,
      fields: ['who'],
      lists: ['rounds'],
      at: monday9,
    }
    const left = after([gone], before)
    expect(left).toMatchObject({ photos: [photo('f2')] })
    expect(left.fields).toEqual({ where: '村口' })
    expect(left.lists).toEqual({ papers: [] })
    expect(left).not.toHaveProperty('mediaUntil')
    const plain = after([{ type: 'MediaDeleted', fileIds, at: monday9 }], before)
    expect(plain.fields).toEqual(before.fields)
    const bare = after([{ type: 'MediaDeleted', fileIds, at: monday9 }], { photos })
    expect(Object.keys(bare)).not.toEqual(expect.arrayContaining(['fields']))
    expect(bare).not.toHaveProperty('lists')
  })
})

describe('a task', () => {
  const task = (taskId: string): MatterTask => ({
    taskId: taskId as TaskId,
    owner: { kind: 'person', personId: gridWorkerLi.personId },
    state: 'claimed',
    claimedBy: gridWorkerLi.personId,
    openedAt: monday9,
  })
  const handed = (taskId: string): MatterEvent => ({
    type: 'TaskHandedOver',
    task: { ...task(taskId), claimedBy: gridWorkerNextDoor.personId },
    from: gridWorkerLi.personId,
    by: hubOperatorChen.personId,
    at: monday9,
  })

  test('of somebody who left is another’s, be it the main one or one of those called', () => {
    const before = { task: task('t1'), called: [task('t2'), task('t3')] }
    const holders = (event: MatterEvent, change: Partial<Matter> = before) => {
      const { task: main, called } = after([event], change)
      return [main, ...(called ?? [])].map((one) => one?.claimedBy)
    }
    const [li, next] = [gridWorkerLi.personId, gridWorkerNextDoor.personId]
    expect(holders(handed('t1'))).toEqual([next, li, li])
    expect(holders(handed('t3'))).toEqual([li, li, next])
    expect(holders(handed('t3'), {})).toEqual([undefined])
    expect(after([handed('t9')]).called).toEqual([])
  })
})

describe('lateness', () => {
  const passed = (status: string, dueAt: number): MatterEvent => ({
    type: 'DeadlinePassed',
    status,
    dueAt,
    at: dueAt,
    stage: 'accept',
  })

  test('is written down once for each deadline', () => {
    const late = after([passed('reported', 1), passed('reported', 1), passed('reported', 2)])
    expect(late.late).toEqual([
      { status: 'reported', dueAt: 1, stage: 'accept' },
      { status: 'reported', dueAt: 2, stage: 'accept' },
    ])
    expect(late.overdueSince).toBe(2)
    const other = after([passed('accepted', 2)], { late: late.late ?? [] })
    expect(other.late).toHaveLength(3)
    const { stage: _stage, ...stageless } = passed('reported', 1) as Extract<
      MatterEvent,
      { type: 'DeadlinePassed' }
    >
    expect(after([stageless]).late).toEqual([{ status: 'reported', dueAt: 1 }])
    expect(Object.keys(after([stageless]).late?.[0] ?? {})).not.toContain('stage')
  })

  test('is excused where the appeal says so, and nowhere else', () => {
    const late = [
      { status: 'reported', dueAt: 1 },
      { status: 'reported', dueAt: 2 },
      { status: 'accepted', dueAt: 1 },
    ]
    const excused: MatterEvent = {
      type: 'LatenessExcused',
      late: { status: 'reported', dueAt: 1 },
      by: hubOperatorChen.personId,
      at: monday9,
    }
    expect(after([excused], { late }).late?.map((one) => one.excused ?? false)).toEqual([
      true,
      false,
      false,
    ])
  })

  test('goes on through a step that leaves the deadline alone, and ends with it', () => {
    const before = { dueAt: monday9, overdueSince: monday9 }
    expect(after([moved({ dueAt: monday9 })], before).overdueSince).toBe(monday9)
    expect(after([moved({ dueAt: monday9 + 1 })], before)).not.toHaveProperty('overdueSince')
    const on = moved({ to: 'accepted', dueAt: monday9 })
    expect(after([on], before)).not.toHaveProperty('overdueSince')
    expect(after([moved({})], before)).not.toHaveProperty('dueAt')
    const { dueAt: _due, ...timeless } = report()
    expect(evolveMatter(timeless, [moved({ dueAt: monday9 })])).not.toHaveProperty('overdueSince')
  })
})

test('a step adds to what is known and forgets only what it says', () => {
  const before: Partial<Matter> = { fields: { talk: 'open', who: '张三' } }
  const one = after([moved({ remembered: { talk: null, seats: 2 } })], before)
  expect(one.fields).toEqual({ who: '张三', seats: 2 })
  expect(one.counts).toEqual({ note: 1 })
  expect(after([moved({}), moved({})]).counts).toEqual({ note: 2 })
  const bare = Object.keys(after([moved({})], { mediaUntil: 5 }))
  for (const name of ['lastNote', 'endedAt', 'joinedTo', 'task', 'held'])
    expect(bare).not.toContain(name)
  // A rating leaves the end of the photos where it was; reopened, they are needed again.
  expect(after([moved({ ended: true })], { mediaUntil: 5 }).mediaUntil).toBe(5)
  expect(after([moved({ ended: false })], { mediaUntil: 5 }).mediaUntil).toBeUndefined()
  expect(after([moved({ said: '办好了' }), moved({})]).lastNote).toBe('办好了')
})

test('whoever handled it twice is one handler, and a rating leaves the end where it was', () => {
  const li = gridWorkerLi.personId
  expect(after([moved({ handler: li }), moved({ handler: li })]).handlers).toEqual([li])
  const ended = after([moved({ ended: true }), moved({ ended: true, at: monday9 + 9 * HOUR_MS })])
  expect(ended.endedAt).toBe(monday9 + HOUR_MS)
  expect(after([moved({ ended: true }), moved({})])).not.toHaveProperty('endedAt')
})

test('a report that is joined brings its photos, and a matter that belongs to it changes nothing', () => {
  const joining = {
    matterId: 'm2' as MatterId,
    number: 'E2',
    reporter: { personId: gridWorkerLi.personId, earnsPoints: false },
    text: '还是那堆',
    at: monday9,
  }
  const event: MatterEvent = {
    type: 'ReportJoined',
    report: joining,
    photos: [photo('f2')],
    at: monday9,
  }
  const joined = after([event], { photos: [photo('f1')] })
  expect(joined.joined).toEqual([joining])
  expect(joined.photos.map(({ fileId }) => fileId)).toEqual(['f1', 'f2'])
  const child: MatterEvent = {
    type: 'ChildOpened',
    matterId: 'm3' as MatterId,
    number: 'E3',
    flow: 'whistle',
    at: monday9,
  }
  expect(after([child])).toEqual({ ...report(), version: report().version + 1 })
})

test('the row whose day has gone is marked, and no other', () => {
  const rows = [
    { key: '1', title: '身份证' },
    { key: '2', title: '户口本' },
  ]
  const event: MatterEvent = { type: 'RowOverdue', list: 'papers', key: '2', at: monday9 }
  const lists = { papers: rows, steps: [] }
  expect(after([event], { lists }).lists).toEqual({
    papers: [rows[0], { ...rows[1], overdue: true }],
    steps: [],
  })
  expect(after([event]).lists).toEqual({ papers: [] })
})
