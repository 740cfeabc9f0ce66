import { describeRoll, keptFields, listTitle } from '@domain/flow/describeFlow'
import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import { LIST_ROWS_MAX, listsAfter } from '@domain/flow/listsAfter'
import { entryKey, rememberedOf } from '@domain/flow/moveMatter'
import { findRateable, tasksAfter } from '@domain/flow/tasksAfter'
import type { FormField } from '@domain/form/formField'
import type { MatterTask, TaskOwner } from '@domain/matter/matter'
import type { TaskId } from '@domain/shared/ids'
import { HOUR_MS } from '@domain/shared/instant'
import { monday9 } from '../../support/givenMatter'
import { gridWorkerLi, gridWorkerNextDoor, policeOfficer } from '../../support/people'

const li = gridWorkerLi.personId
const byLi = { by: li, now: monday9 }

describe('rounds of somebody who stays', () => {
  const rounds = { list: 'rounds', title: '报平安', hours: 2 }
  const open = { key: '4', title: '报平安', dueAt: monday9 }

  test('tick off what was due and set the next, in two hours', () => {
    const done = { key: '3', title: '报平安', doneAt: monday9 - HOUR_MS }
    expect(listsAfter({ rounds }, { rounds: [done, open] }, {}, byLi)).toEqual({
      rounds: [
        done,
        { ...open, doneAt: monday9, doneBy: li },
        { key: '5', title: '报平安', dueAt: monday9 + 2 * HOUR_MS },
      ],
    })
    expect(listsAfter({ rounds }, undefined, {}, byLi)).toEqual({
      rounds: [{ key: '1', title: '报平安', dueAt: monday9 + 2 * HOUR_MS }],
    })
  })

  test('end without a next one, by nobody’s hand if need be', () => {
    const { hours: _hours, ...last } = rounds
    expect(listsAfter({ rounds: last }, { rounds: [open] }, {}, { now: monday9 })).toEqual({
      rounds: [{ ...open, doneAt: monday9 }],
    })
    expect(listsAfter({ rounds: last }, undefined, {}, byLi)).toEqual({ rounds: [] })
  })

  test('drop the oldest when they have gone on for very long', () => {
    const many = Array.from({ length: LIST_ROWS_MAX }, (_, at) => ({
      ...open,
      key: String(at + 1),
    }))
    const after = listsAfter({ rounds }, { rounds: many }, {}, byLi)?.rounds ?? []
    expect(after).toHaveLength(LIST_ROWS_MAX)
    expect(after[0]?.key).toBe('2')
    expect(after.at(-1)?.key).toBe(String(LIST_ROWS_MAX + 1))
  })
})

describe('a checklist', () => {
  const papers = [{ key: '1', title: '身份证' }]

  test('grows by what is written down, numbered on, each with its day', () => {
    const adds = { list: 'papers', field: 'items' }
    const items = [{ title: ' 户口本 ' }, { title: '照片', due: '2026-11-23' }]
    expect(listsAfter({ adds }, { papers }, { items }, byLi)).toEqual({
      papers: [
        ...papers,
        { key: '2', title: '户口本' },
        { key: '3', title: '照片', dueAt: Date.parse('2026-11-24T00:00:00+08:00') },
      ],
    })
    expect(Object.keys(listsAfter({ adds }, {}, { items }, byLi)?.papers?.[0] ?? {})).toEqual([
      'key',
      'title',
    ])
  })

  test('of fixed rows stands in the order of the table, whatever was there before', () => {
    const adds = { list: 'papers', title: '材料', titles: ['照片', '身份证', '户口本'] }
    expect(
      listsAfter({ adds }, { papers: [...papers, { key: '2', title: '别的' }] }, {}, byLi),
    ).toEqual({
      papers: [
        { key: '3', title: '照片' },
        { key: '1', title: '身份证' },
        { key: '5', title: '户口本' },
        { key: '2', title: '别的' },
      ],
    })
  })

  test('is ticked by row or by name, with what was said of it', () => {
    const lists = { papers: [...papers, { key: '2', title: '户口本' }] }
    const done = { doneAt: monday9, doneBy: li }
    expect(
      listsAfter({ ticks: { list: 'papers' } }, lists, { row: '2', note: '齐了' }, byLi),
    ).toEqual({
      papers: [papers[0], { key: '2', title: '户口本', ...done, note: '齐了' }],
    })
    const named = { list: 'papers', title: '身份证' }
    expect(listsAfter({ ticks: named }, lists, { result: '看过' }, { now: monday9 })).toEqual({
      papers: [{ ...papers[0], doneAt: monday9, note: '看过' }, lists.papers[1]],
    })
    const plain = listsAfter({ ticks: named }, lists, {}, { now: monday9 })?.papers?.[0]
    expect(Object.keys(plain ?? {})).toEqual(['key', 'title', 'doneAt'])
    expect(listsAfter({ ticks: named }, undefined, {}, byLi)).toEqual({ papers: [] })
  })

  test('stays as it is where a step says nothing of it', () => {
    expect(listsAfter({}, { papers }, {}, byLi)).toBeUndefined()
  })
})

describe('the hands that have it', () => {
  const police: TaskOwner = { kind: 'department', departmentCode: '441882118-police' }
  const fire: TaskOwner = { kind: 'department', departmentCode: '441882118-fire' }
  const hand = { actor: gridWorkerLi, now: monday9, newId: () => 't9' }
  const task: MatterTask = {
    taskId: 't1' as TaskId,
    owner: police,
    state: 'open',
    openedAt: monday9,
  }
  const nobody = { handlers: [] }

  test('finish, drop, give back and take a task', () => {
    const held = { task, handlers: [] }
    expect(tasksAfter({ task: 'finish' }, held, {}, hand)).toEqual({
      task: { ...task, state: 'done' },
    })
    expect(tasksAfter({ task: 'finish' }, nobody, {}, hand)).toEqual({})
    expect(tasksAfter({ task: 'drop' }, held, {}, hand)).toEqual({})
    expect(tasksAfter({ task: 'resume' }, held, {}, hand)).toEqual({
      task: { ...task, state: 'claimed' },
    })
    const mine = {
      taskId: 't9',
      owner: { kind: 'person', personId: li },
      state: 'claimed',
      claimedBy: li,
      openedAt: monday9,
      claimedAt: monday9,
    }
    expect(tasksAfter({ task: 'take' }, nobody, {}, hand)).toEqual({ task: mine })
    const settled = { handlers: [gridWorkerNextDoor.personId, li] }
    expect(tasksAfter({ task: 'resume' }, settled, {}, hand)).toEqual({ task: mine })
    expect(tasksAfter({ task: 'resume' }, nobody, {}, hand)).toEqual({})
    expect(tasksAfter({ task: 'open' }, held, {}, hand)).toEqual({ task })
    expect(tasksAfter({}, held, {}, hand)).toEqual({ task })
  })

  test('are called once each, however often they are named', () => {
    const called = [task]
    const owners = [police, fire]
    const after = tasksAfter({ calls: true }, { ...nobody, called }, { owners }, hand)
    expect(after.called?.map(({ owner }) => owner)).toEqual([police, fire])
    expect(after.called?.[0]).toBe(task)
  })

  test('answer, and come closer step by step; the first time counts', () => {
    const claimed: MatterTask = { ...task, state: 'claimed', claimedBy: policeOfficer.personId }
    const byPolice = { ...hand, actor: policeOfficer }
    const step = (one: MatterTask) =>
      tasksAfter(
        { relation: 'answering', step: 'arrived' },
        { ...nobody, called: [one] },
        {},
        byPolice,
      )
    const arrived = { ...claimed, steps: { arrived: monday9 } }
    expect(step(claimed)).toEqual({ called: [arrived] })
    expect(step({ ...claimed, steps: { arrived: 1 } }).called?.[0]?.steps).toEqual({ arrived: 1 })
    const finish = { relation: 'answering', task: 'finish' } as const
    const answered = tasksAfter(
      finish,
      { ...nobody, called: [claimed] },
      { result: '办好了' },
      byPolice,
    )
    expect(answered).toEqual({
      called: [{ ...claimed, state: 'done', answeredAt: monday9, answer: '办好了' }],
    })
    expect(answered.called?.[0]).not.toHaveProperty('steps')
    expect(tasksAfter(finish, { ...nobody, called: [claimed] }, {}, hand)).toEqual({
      called: [claimed],
    })
    expect(tasksAfter(finish, nobody, {}, byPolice)).toEqual({ called: [] })
    expect(tasksAfter(finish, { ...nobody, task, called: [] }, {}, byPolice)).toEqual({
      task,
      called: [],
    })
  })

  test('are rated once they have answered, and asked to try again only once', () => {
    const done: MatterTask = { ...task, state: 'done' }
    const input = { owner: police }
    expect(findRateable({ by: 'stars' }, { called: [done] }, input)).toBe(done)
    expect(findRateable('again', {}, input)).toBeUndefined()
    expect(findRateable('again', { called: [done] }, { owner: fire })).toBeUndefined()
    expect(findRateable('again', { called: [{ ...done, returned: true }] }, input)).toBeUndefined()
    expect(
      findRateable({ by: 'stars' }, { called: [{ ...done, rating: 'good' }] }, input),
    ).toBeUndefined()
    expect(findRateable('again', { called: [task] }, input)).toBeUndefined()
    const rate = (stars: object) =>
      tasksAfter(
        { rates: { by: 'stars' } },
        { ...nobody, called: [done] },
        { ...input, ...stars },
        hand,
      )
    expect(rate({ stars: 'good' })).toEqual({ called: [{ ...done, rating: 'good' }] })
    expect(rate({}).called?.[0]).toBe(done)
  })
})

describe('what is remembered', () => {
  const field = (name: string, change: Partial<FormField> = {}): FormField => ({
    name,
    title: name,
    type: 'number',
    required: false,
    max: 99,
    keeps: true,
    ...change,
  })

  test('is what was filled in and may be kept; tallies are added up', () => {
    const form = [
      field('visits', { sums: true }),
      field('seats'),
      field('said', { keeps: false as never }),
    ]
    expect(rememberedOf(form, {}, { visits: 2, said: 1 }, { visits: 3 })).toEqual({ visits: 5 })
    expect(rememberedOf(form, {}, { visits: 2, seats: 4 }, { seats: 3 })).toEqual({
      visits: 2,
      seats: 4,
    })
    expect(rememberedOf(form, {}, { said: 1 })).toBeUndefined()
    expect(rememberedOf(form, { sets: { talk: null } }, {})).toEqual({ talk: null })
    expect(rememberedOf([field('name', { sums: true })], {}, { name: '甲' }, { name: 3 })).toEqual({
      name: '甲',
    })
  })

  test('is a household once, however its name was spaced, or a person', () => {
    expect(entryKey('household', { household: ' 张 三 ' }, li)).toBe('张三')
    expect(entryKey('household', {}, li)).toBe(li)
    expect(entryKey(undefined, { household: '张三' }, li)).toBe(li)
  })
})

describe('a table tells of itself', () => {
  const text = (name: string, title: string, keeps = true): FormField => ({
    name,
    title,
    type: 'text',
    required: true,
    max: 9,
    ...(keeps ? { keeps } : {}),
  })
  const row = (change: Partial<ActionRow>) => ({ title: '一步', form: [], ...change })
  const choices = [{ value: 'yes', title: '同意' }]
  const flow = {
    report: row({ form: [text('who', '谁'), text('said', '说的', false)] }),
    statuses: {
      one: {
        actions: {
          widen: row({ form: [text('who', '再问谁'), text('where', '哪里')] }),
          plan: row({ adds: { list: 'steps', title: '步骤', titles: ['走访'] } }),
          fill: row({
            adds: { list: 'papers', field: 'items' },
            form: [text('x', '别的'), text('items', '材料')],
          }),
          vote: row({
            title: '表态',
            enters: { roll: 'votes', counts: 'opinion' },
            form: [text('why', '为什么'), { ...text('opinion', '意见'), choices }],
          }),
          close: row({
            when: [
              'hasTask',
              { roll: 'other', reaches: 9 },
              { roll: 'votes', below: 3 },
              { roll: 'votes', reaches: 5 },
            ],
          }),
          sign: row({ title: '报名', enters: { roll: 'signed' } }),
        },
      },
    },
  } as unknown as FlowTable

  test('which answers it remembers, in the words in which they are first asked', () => {
    const kept = keptFields(flow)
    expect(kept.get('who')?.title).toBe('谁')
    expect([...kept.keys()].sort()).toEqual(['items', 'opinion', 'where', 'who', 'why', 'x'])
  })

  test('what its lists are called', () => {
    expect(listTitle(flow, 'steps')).toBe('步骤')
    expect(listTitle(flow, 'papers')).toBe('材料')
    expect(listTitle(flow, 'unknown')).toBe('unknown')
  })

  test('what its rolls count, and how many are wanted', () => {
    expect(describeRoll(flow, 'votes')).toEqual({
      roll: 'votes',
      title: '表态',
      values: choices,
      wanted: 5,
    })
    expect(describeRoll(flow, 'signed')).toEqual({ roll: 'signed', title: '报名', values: [] })
    expect(describeRoll(flow, 'unknown')).toEqual({ roll: 'unknown', title: 'unknown', values: [] })
  })
})
