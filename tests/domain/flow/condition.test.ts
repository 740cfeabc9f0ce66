import { meets, type Condition } from '@domain/flow/condition'
import type { Matter, MatterTask } from '@domain/matter/matter'
import type { TaskId } from '@domain/shared/ids'
import { litter, monday9, report } from '../../support/givenMatter'

const holds = (
  condition: Condition,
  change: Partial<Matter> = {},
  openChildren?: number,
  now = monday9,
) =>
  meets(
    condition,
    { ...report(), ...change },
    { kind: litter, now, ...(openChildren === undefined ? {} : { openChildren }) },
  )

const call = (change: Partial<MatterTask>): MatterTask => ({
  taskId: 'b1' as TaskId,
  owner: { kind: 'department', departmentCode: 'police' },
  state: 'open',
  openedAt: monday9,
  ...change,
})

describe('a step is offered only when it is its time:', () => {
  test('a whole kind of matters is meant by the first digits of its code', () => {
    expect(holds({ kinds: ['05'] })).toBe(true)
    expect(holds({ kinds: ['01', '0501'] })).toBe(true)
    expect(holds({ kinds: ['01'] })).toBe(false)
  })

  test('an hour of the day is the county’s, whatever day it is', () => {
    const outside = (hoursOn: number) =>
      holds({ outsideHours: [9, 20] }, {}, undefined, monday9 + hoursOn * 3_600_000)
    expect([-0.01, 0, 10.99, 11, 24, 24 * 40 - 0.01].map(outside)).toEqual([
      true,
      false,
      false,
      true,
      false,
      true,
    ])
  })

  test('a photo that came with it is one, and what nobody compared was never seen before', () => {
    expect(holds('photographed')).toBe(false)
    const photo = { fileId: 'f', takenFor: 'report', by: 'p', state: 'awaited' }
    expect(holds('photographed', { photos: [photo] as never })).toBe(true)
    expect(holds({ seenBefore: 'household', days: 7 })).toBe(false)
  })

  test('late is what nobody has excused yet', () => {
    const late = { status: 'told', dueAt: monday9 }
    expect(holds('wasLate')).toBe(false)
    expect(holds('wasLate', { late: [{ ...late, excused: true }] })).toBe(false)
    expect(holds('wasLate', { late: [{ ...late, excused: true }, late] })).toBe(true)
    expect(holds('overdue')).toBe(false)
    expect(holds('overdue', { overdueSince: monday9 })).toBe(true)
  })

  test('what is confirmed is not confirmed again', () => {
    expect(holds('notConfirmed')).toBe(true)
    expect(holds('notConfirmed', { confirmedAt: monday9 })).toBe(false)
    expect(holds('confirmed')).toBe(false)
    expect(holds('confirmed', { confirmedAt: monday9 })).toBe(true)
  })

  test('work is taken back only from somebody, and settled on the spot only where the kind allows it', () => {
    expect(holds('hasTask')).toBe(false)
    expect(holds('hasTask', { task: call({}) })).toBe(true)
    expect(holds('kind.selfClose')).toBe(true)
  })

  test('it waits for matters that belong to it', () => {
    expect(holds('childrenEnded')).toBe(true)
    expect(holds('childrenEnded', {}, 0)).toBe(true)
    expect(holds('childrenEnded', {}, 1)).toBe(false)
  })

  test('where nobody was called, nobody has come, answered or been rated', () => {
    for (const word of ['calledSigned', 'calledAnswered', 'calledRated'] as const) {
      expect(holds(word)).toBe(false)
      expect(holds(word, { called: [] })).toBe(false)
    }
    expect(holds({ calledStep: 'arrived' }, { called: [] })).toBe(false)
  })

  test('of those called the last one counts', () => {
    const done = call({ state: 'done', rating: 'good' })
    const here = call({ state: 'claimed' })
    expect(holds('calledSigned', { called: [here, done] })).toBe(true)
    expect(holds('calledSigned', { called: [done, call({})] })).toBe(false)
    expect(holds('calledAnswered', { called: [done, done] })).toBe(true)
    expect(holds('calledAnswered', { called: [done, here] })).toBe(false)
    expect(holds('calledRated', { called: [done, done] })).toBe(true)
    expect(holds('calledRated', { called: [done, call({ state: 'done' })] })).toBe(false)
  })

  test('whoever has answered has come as far as anybody', () => {
    const arrived = call({ state: 'claimed', steps: { arrived: monday9 } })
    const answered = call({ state: 'done' })
    expect(holds({ calledStep: 'arrived' }, { called: [arrived, answered] })).toBe(true)
    expect(holds({ calledStep: 'arrived' }, { called: [arrived, call({})] })).toBe(false)
  })

  test('an answer is held against what is remembered', () => {
    const fields = { talk: 'closed', seats: 2 }
    expect(holds({ field: 'talk', is: 'closed' }, { fields })).toBe(true)
    expect(holds({ field: 'talk', isNot: 'closed' }, { fields })).toBe(false)
    expect(holds({ field: 'talk', isNot: 'closed' })).toBe(true)
    expect(holds({ field: 'talk', given: true }, { fields })).toBe(true)
    expect(holds({ field: 'talk', given: false }, { fields })).toBe(false)
    expect(holds({ field: 'talk', given: true })).toBe(false)
    expect(holds({ field: 'talk', given: false })).toBe(true)
  })

  test('a roll is full at a number, or at what a field says; without one it is never', () => {
    const rolls = { votes: { count: 2, byValue: {} } }
    expect(holds({ roll: 'votes', reaches: 2 }, { rolls })).toBe(true)
    expect(holds({ roll: 'votes', reaches: 3 }, { rolls })).toBe(false)
    expect(holds({ roll: 'votes', below: 2 }, { rolls })).toBe(false)
    expect(holds({ roll: 'votes', below: 3 }, { rolls })).toBe(true)
    expect(holds({ roll: 'votes', below: 1 })).toBe(true)
    expect(holds({ roll: 'votes', below: 1 }, { rolls: {} })).toBe(true)
    expect(holds({ roll: 'votes', reaches: 'seats' }, { rolls, fields: { seats: 2 } })).toBe(true)
    expect(holds({ roll: 'votes', reaches: 'seats' }, { rolls })).toBe(false)
    expect(holds({ roll: 'votes', below: 'seats' }, { rolls })).toBe(false)
  })

  test('an empty list is neither done nor open, and the first open row is the next', () => {
    const open = { key: '2', title: '通知' }
    const done = { key: '1', title: '走访', doneAt: monday9 }
    const lists = { steps: [done, open] }
    expect(holds({ list: 'steps', done: true })).toBe(false)
    expect(holds({ list: 'steps', done: true }, { lists: { steps: [done] } })).toBe(true)
    expect(holds({ list: 'steps', done: true }, { lists })).toBe(false)
    expect(holds({ list: 'steps', open: true }, { lists })).toBe(true)
    expect(holds({ list: 'steps', open: false })).toBe(true)
    expect(holds({ list: 'steps', next: '通知' }, { lists })).toBe(true)
    expect(holds({ list: 'steps', next: '走访' }, { lists })).toBe(false)
    expect(holds({ list: 'steps', next: '走访' }, { lists: { steps: [done] } })).toBe(false)
  })
})
