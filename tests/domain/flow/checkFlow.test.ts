import { checkFlow } from '@domain/flow/checkFlow'
import type { FlowTable } from '@domain/flow/flowTable'
import { allFlows } from '@domain/flows/allFlows'
import { incidentFlow } from '@domain/flows/incident'

test.each(allFlows.map((flow) => [flow.title, flow] as const))(
  'the table of %s is sound',
  (_title, flow) => {
    expect(checkFlow(flow)).toEqual([])
  },
)

/** The incident's table with one status replaced. */
function withStatus(name: string, change: object): FlowTable {
  const statuses: FlowTable['statuses'] = incidentFlow.statuses
  return {
    ...incidentFlow,
    statuses: { ...statuses, [name]: { ...statuses[name], ...change } as never },
  }
}

test('a status nothing leads to, and one from which nothing ends, are named', () => {
  const lost = withStatus('limbo', { title: '悬着', sentence: '', actions: {} })
  expect(checkFlow(lost)).toEqual([
    'nothing leads to limbo',
    'from limbo no end can be reached',
    'in limbo nobody but the people involved can move it on',
  ])
})

test('an action that leads nowhere is named', () => {
  const broken = withStatus('inspected', {
    actions: { close: { ...incidentFlow.statuses.inspected.actions.close, to: 'heaven' } },
  })
  expect(checkFlow(broken)).toContain('inspected --close--> heaven, which is no status')
})

test('an inspection open to the handler is named', () => {
  const { relation: _relation, ...open } = incidentFlow.statuses.handled.actions.inspectResult
  expect(checkFlow(withStatus('handled', { actions: { inspectResult: open } }))).toContain(
    'inspectResult in handled lets a handler inspect their own work',
  )
})

test('an action nobody is permitted, and a deadline that warns nobody, are named', () => {
  const nobody = withStatus('reported', {
    deadline: { limit: 'kind.accept', warns: 'matter.bless' },
    actions: {
      accept: { ...incidentFlow.statuses.reported.actions.accept, permission: 'matter.bless' },
    },
  })
  expect(checkFlow(nobody)).toEqual(
    expect.arrayContaining([
      'accept in reported is permitted to nobody',
      'the deadline of reported warns nobody',
    ]),
  )
})

test('a status that only the worker who has it can leave is named', () => {
  const { handle } = incidentFlow.statuses.handling.actions
  expect(checkFlow(withStatus('handling', { actions: { handle } }))).toContain(
    'in handling nobody but the people involved can move it on',
  )
})

test('a status that is read by all, or by a ring, and does not exist is named', () => {
  const misspelt = { ...incidentFlow, openIn: ['opened'], ringIn: ['reported', 'sought'] }
  expect(checkFlow(misspelt)).toEqual([
    'it is read in opened, which is no status',
    'it is read in sought, which is no status',
  ])
})
