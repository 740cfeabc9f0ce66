import type { FlowTable } from '@domain/flow/flowTable'
import { noticesOf } from '@domain/flow/noticesOf'
import { cardsOf } from '@domain/flow/cardsOf'
import { waitsForReporter } from '@domain/flow/waitsForReporter'
import { asksOf, waitsForAnswer } from '@domain/flow/asksOf'
import { certificateCheckFlow } from '@domain/flows/certificateCheck'
import { incidentFlow } from '@domain/flows/incident'
import { questionFlow } from '@domain/flows/question'
import { wordUpFlow } from '@domain/flows/wordUp'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent, MatterMoved } from '@domain/matter/matterEvent'
import type { RunningTime } from '@domain/deadline/runningTime'
import { monday9, report } from '../../support/givenMatter'
import { village } from '../../support/people'

const told = (
  events: MatterEvent[],
  change: Partial<Matter> = {},
  flow: FlowTable = incidentFlow,
) =>
  noticesOf(flow, { ...report(), ...change }, events).map(
    ({ to, title, words, level }) => `${JSON.stringify(to)} ${title} ${words} ${level}`,
  )

const moved = (change: Partial<MatterMoved>): MatterMoved => ({
  type: 'MatterMoved',
  action: 'close',
  event: 'closed',
  from: 'inspected',
  to: 'closed',
  at: monday9,
  input: {},
  ended: true,
  ...change,
})

const time: RunningTime = {
  limit: { hours: 4, clock: 'elapsed' },
  firstHours: 4,
  from: monday9,
  spent: 0,
  told: 0,
}
const mark = (share: number): MatterEvent => ({
  type: 'DeadlineNeared',
  status: 'reported',
  share,
  dueAt: monday9,
  time,
  at: monday9,
})

describe('what is read on a locked screen', () => {
  test('says what was done, and to the reporter alone what was said to them', () => {
    expect(told([moved({ said: '办好了' })])).toEqual([
      '"reporter" 事件 · 已结案 结案：办好了 note',
      ...told([moved({})]).slice(1),
    ])
    expect(told([moved({})])[0]).toBe('"reporter" 事件 · 已结案 结案 note')
    for (const sensitivity of ['S2', 'S3'] as const)
      expect(told([moved({ said: '办好了' })], { sensitivity })).toEqual(told([moved({})]))
    const assigned = moved({ action: 'rework', from: 'handled', to: 'handling', said: '没扫干净' })
    expect(told([assigned]).join()).not.toContain('没扫干净')
  })

  test('says nothing of steps that no table knows any more', () => {
    expect(told([moved({ action: 'gone' })])).toEqual([])
    expect(told([moved({ from: 'gone' })])).toEqual([])
    expect(told([{ type: 'PhotoArrived', fileId: 'f1' as never }])).toEqual([])
  })

  test('of a new report everybody but the hub, which has it in its inbox', () => {
    const flow = { ...incidentFlow, report: { ...incidentFlow.report, tells: ['hub', 'area'] } }
    const reported: MatterEvent = { type: 'MatterReported', matter: report() }
    const { title } = incidentFlow.statuses.reported
    expect(told([reported], {}, flow as FlowTable)).toEqual([
      `"area" 事件 · ${title} ${incidentFlow.report.title} note`,
    ])
  })

  test('grows louder with the time that has gone', () => {
    const said = (share: number) =>
      told([mark(share)]).map((one) => one.split(' ').slice(-2).join(' '))
    expect(said(0.5)).toEqual(['时间已用去一半 note'])
    expect(new Set(said(0.8))).toEqual(new Set(['快到期限了 yellow']))
    expect(new Set(said(1))).toEqual(new Set(['已超过期限 red']))
    expect(new Set(said(1.5))).toEqual(new Set(['超过期限很久了，已告诉县里 red']))
    expect(said(0.3)).toEqual([])
    expect(told([mark(0.5)])[0]).toContain(`事件 · ${incidentFlow.statuses.reported.title}`)
  })

  test('speaks the table’s own words where half of the time says too little', () => {
    const marks = [
      { share: 0.5, tells: ['inCharge'], words: '请问一问' },
      { share: 1, tells: ['inCharge'], words: '请马上转' },
    ]
    const reported = { ...incidentFlow.statuses.reported, deadline: { marks } }
    const flow = { ...incidentFlow, statuses: { reported } } as unknown as FlowTable
    expect(told([mark(0.5)], {}, flow)[0]).toContain('请问一问 yellow')
    expect(told([mark(1)], {}, flow)[0]).toContain('请马上转 red')
  })

  test('an overdue mark of the time before marks were counted tells nobody twice', () => {
    expect(
      told([{ type: 'DeadlinePassed', status: 'reported', dueAt: monday9, at: monday9 }]),
    ).toEqual([])
  })

  test('names a row whose day has gone, but not of what concerns persons closely', () => {
    const lists = {
      papers: [
        { key: '1', title: '户口本' },
        { key: '2', title: '身份证' },
      ],
    }
    const late: MatterEvent = { type: 'RowOverdue', list: 'papers', key: '2', at: monday9 }
    const { title } = incidentFlow.statuses.reported
    expect(told([late], { lists })).toEqual([
      `"assignee" 事件 · ${title} “身份证”到期还没有办 yellow`,
      `"inCharge" 事件 · ${title} “身份证”到期还没有办 yellow`,
    ])
    const hidden = `"assignee" 事件 · ${title} 清单上有一项到期还没有办 yellow`
    expect(told([late], { lists, sensitivity: 'S2' })[0]).toBe(hidden)
    expect(told([late])[0]).toBe(hidden)
    expect(told([late], { lists: {} })[0]).toBe(hidden)
  })
})

describe('a card for everybody of the area', () => {
  const row = { publishes: { title: '常见问题', words: 'faq', to: 'village' } }
  const flow = {
    ...questionFlow,
    statuses: { inspected: { actions: { close: row, other: {} } } },
  } as unknown as FlowTable
  const cards = (event: MatterEvent, change: Partial<Matter> = {}) =>
    cardsOf(flow, { ...report(), ...change }, [event])

  test('shows the words that were written for it, there or before', () => {
    const faq = '带身份证'
    const card = { areaCode: village, title: '常见问题', words: faq }
    expect(cards(moved({ input: { faq } }))).toEqual([card])
    expect(cards(moved({}), { fields: { faq } })).toEqual([card])
  })

  test('is shown by no other step, and not without words', () => {
    expect(cards(moved({}))).toEqual([])
    const faq = { fields: { faq: '带身份证' } }
    expect(cards(moved({ action: 'other' }), faq)).toEqual([])
    expect(cards(moved({ action: 'gone' }), faq)).toEqual([])
    expect(cards(moved({ from: 'gone' }), faq)).toEqual([])
    expect(cards({ type: 'PhotoArrived', fileId: 'f1' as never }, faq)).toEqual([])
  })
})

test('a matter that stands still until its reporter does something catches their eye', () => {
  const waiting = Object.keys(wordUpFlow.statuses).filter((status) =>
    waitsForReporter(wordUpFlow, status),
  )
  const rows = { mine: { relation: 'reporter' }, first: { primary: true } }
  const both = { mine: { relation: 'reporter', primary: true }, other: {} }
  const flow = {
    statuses: { one: { actions: rows }, two: { actions: both } },
  } as unknown as FlowTable
  expect(waitsForReporter(flow, 'one')).toBe(false)
  expect(waitsForReporter(flow, 'two')).toBe(true)
  expect(waitsForReporter(flow, 'gone')).toBe(false)
  expect(waiting).not.toContain('closed')
})

test('a system outside is asked by the last step that asks it, and only its answer is waited for', () => {
  const asked = Object.entries(certificateCheckFlow.statuses as FlowTable['statuses']).flatMap(
    ([from, { actions }]) =>
      Object.entries(actions).flatMap(([action, { asks }]) =>
        asks ? [moved({ from, action })] : [],
      ),
  )
  const reported: MatterEvent = { type: 'MatterReported', matter: report() }
  expect(asksOf(certificateCheckFlow, [reported])).toBe(
    (certificateCheckFlow.report as { asks?: string }).asks,
  )
  expect(asked.map((event) => asksOf(certificateCheckFlow, [event]))).toContain('certificate')
  expect(asksOf(certificateCheckFlow, [moved({ from: 'gone' })])).toBeUndefined()
  expect(asksOf(certificateCheckFlow, [moved({ action: 'gone' })])).toBeUndefined()
  expect(
    asksOf(certificateCheckFlow, [{ type: 'PhotoArrived', fileId: 'f1' as never }]),
  ).toBeUndefined()
  const two = {
    report: { asks: 'first' },
    statuses: {
      one: { actions: { next: { asks: 'second', automatic: 'answer' }, else: {} } },
      two: { actions: { next: { automatic: 'onceTrue' } } },
    },
  } as unknown as FlowTable
  const next = moved({ from: 'one', action: 'next' })
  expect(asksOf(two, [reported])).toBe('first')
  expect(asksOf(two, [reported, next])).toBe('second')
  expect(asksOf(two, [next, moved({ from: 'one', action: 'else' })])).toBe('second')
  expect(['one', 'two', 'gone'].map((status) => waitsForAnswer(two, { status }))).toEqual([
    true,
    false,
    false,
  ])
})
