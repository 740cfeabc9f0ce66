import { decideMatter, type MatterCommand } from '@domain/flow/decideMatter'
import type { ActionRow, FlowTable } from '@domain/flow/flowTable'
import { LIST_ROWS_MAX } from '@domain/flow/listsAfter'
import type { Surroundings } from '@domain/flow/surroundings'
import { incidentFlow } from '@domain/flows/incident'
import type { Matter } from '@domain/matter/matter'
import { DAY_MS } from '@domain/shared/instant'
import { accepted, monday9, report, surroundings } from '../../support/givenMatter'
import { hubOperatorChen } from '../../support/people'

/** The incident's table with one more step for the hub. */
function flowWith(change: Partial<ActionRow>): FlowTable {
  const row: ActionRow = {
    title: '记一笔',
    event: 'noted',
    to: 'reported',
    permission: 'matter.accept',
    form: [],
    forwarded: false,
    tells: [],
    ...change,
  }
  const { reported } = incidentFlow.statuses
  const statuses = { ...incidentFlow.statuses, reported: { ...reported, actions: { note: row } } }
  return { ...incidentFlow, statuses }
}

function noted(
  change: Partial<ActionRow>,
  matter: Partial<Matter> = {},
  command: Partial<MatterCommand> = {},
  rest: Partial<Surroundings> = {},
) {
  const given = { ...report(), ...matter }
  return decideMatter(
    flowWith(change),
    given,
    { action: 'note', input: {}, ...command },
    hubOperatorChen,
    { ...surroundings(), ...rest },
  )
}

test('what nobody ever does is no action, whatever every object inherits', () => {
  for (const action of ['bless', 'toString'])
    expect(noted({}, {}, { action })).toEqual({
      refused: 'matter.unknown-action',
      details: { action },
    })
})

test('whoever looks at an old page is told how far it has gone since', () => {
  const { version } = report()
  expect(noted({}, {}, { seenVersion: version })).toHaveLength(1)
  expect(noted({}, {}, { seenVersion: version - 1 })).toEqual({
    refused: 'matter.changed-meanwhile',
    details: { version },
  })
})

test('whoever comes too late or too early is told where it stands', () => {
  const answer = decideMatter(
    incidentFlow,
    accepted(),
    { action: 'accept', input: {} },
    hubOperatorChen,
    surroundings(),
  )
  const { title } = incidentFlow.statuses.accepted
  expect(answer).toEqual({
    refused: 'matter.action-not-allowed',
    details: { status: 'accepted', statusTitle: title },
  })
})

test('a step is given as often as the table says, and as long after the end', () => {
  expect(noted({ atMost: 1 })).toHaveLength(1)
  expect(noted({ atMost: 1 }, { counts: { note: 1 } })).toHaveProperty('refused')
  expect(noted({}, { counts: { note: 99 } })).toHaveLength(1)
  const ended = (ms: number) => noted({ withinDays: 7 }, { endedAt: monday9 - ms })
  expect(ended(7 * DAY_MS)).toHaveLength(1)
  expect(ended(7 * DAY_MS + 1)).toHaveProperty('refused')
})

describe('a list', () => {
  const items = [{ title: '身份证' }, { title: '户口本' }]
  const adds: Partial<ActionRow> = {
    adds: { list: 'papers', field: 'items' },
    form: [{ name: 'items', title: '材料', type: 'rows', required: true, max: 50 }],
  }
  const lists = (count: number) => ({
    lists: {
      papers: Array.from({ length: count }, (_, at) => ({ key: String(at), title: '一张' })),
    },
  })

  test('is full at some length, and told so before anything is written', () => {
    expect(noted(adds, lists(LIST_ROWS_MAX - 2), { input: { items } })).toHaveLength(1)
    expect(noted(adds, lists(LIST_ROWS_MAX - 1), { input: { items } })).toEqual({
      refused: 'matter.list-full',
      details: { max: LIST_ROWS_MAX },
    })
    expect(noted(adds, {}, { input: { items } })).toHaveLength(1)
  })

  test('of fixed rows is never too long', () => {
    const fixed = { adds: { list: 'papers', title: '材料', titles: ['身份证'] } }
    expect(noted(fixed, lists(LIST_ROWS_MAX))).toHaveLength(1)
  })

  test('is ticked once at each row, unless the table says again', () => {
    const done = { key: '1', title: '走访', doneAt: monday9 }
    const open = { key: '2', title: '通知' }
    const tick = (title: string, rows: object[], again = false) =>
      noted(
        { ticks: { list: 'steps', title, ...(again ? { again: true } : {}) } },
        { lists: { steps: rows as never } },
      )
    expect(tick('走访', [done, open])).toEqual({ refused: 'matter.row-done' })
    expect(tick('通知', [done, open])).toHaveLength(1)
    expect(tick('走访', [done, open], true)).toHaveLength(1)
    expect(noted({ ticks: { list: 'steps', title: '走访' } })).toHaveLength(1)
    expect(noted({ ticks: { list: 'steps', title: '走访' } }, { lists: {} })).toHaveLength(1)
  })

  test('is ticked by the row that is chosen', () => {
    const steps = [
      { key: '1', title: '走访', doneAt: monday9 },
      { key: '2', title: '走访' },
    ]
    const row: Partial<ActionRow> = {
      ticks: { list: 'steps' },
      form: [{ name: 'row', title: '哪一步', type: 'row', list: 'steps', required: true, max: 20 }],
    }
    const tick = (key: string) => noted(row, { lists: { steps } }, { input: { row: key } })
    expect(tick('1')).toEqual({ refused: 'matter.row-done' })
    expect(tick('2')).toHaveLength(1)
  })
})

test('everybody enters a roll once, where somebody keeps the roll', () => {
  const enters = { enters: { roll: 'votes' } }
  const hasEntered = (roll: string, key: string) =>
    roll === 'votes' && key === hubOperatorChen.personId
  expect(noted(enters, {}, {}, { hasEntered })).toEqual({ refused: 'matter.entered-before' })
  expect(noted(enters, {}, {}, { hasEntered: () => false })).toHaveLength(2)
  expect(noted(enters)).toHaveLength(2)
})
