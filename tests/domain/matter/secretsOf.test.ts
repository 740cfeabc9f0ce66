import { fraudDissuasionFlow } from '@domain/flows/fraudDissuasion'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Matter, MatterTask } from '@domain/matter/matter'
import { secretsOf } from '@domain/matter/secretsOf'
import type { TaskId } from '@domain/shared/ids'
import { HOUR_MS } from '@domain/shared/instant'
import { monday9, report } from '../../support/givenMatter'
import { gridWorkerLi, gridWorkerNextDoor, hubOperatorChen } from '../../support/people'

/** A secret name, open for two hours to who has the task; and a place that is none. */
const field = (name: string) =>
  ({ name, title: name, type: 'text', required: true, max: 9 }) as const
const flow = {
  ...fraudDissuasionFlow,
  report: {
    ...fraudDissuasionFlow.report,
    form: [
      { ...field('who'), keeps: true, secretHours: 2 },
      { ...field('where'), keeps: true },
      { ...field('unsaid'), keeps: true, secretHours: 2 },
    ],
  },
  statuses: {},
} as unknown as FlowTable

const task: MatterTask = {
  taskId: 'b1' as TaskId,
  owner: { kind: 'person', personId: gridWorkerLi.personId },
  state: 'claimed',
  claimedBy: gridWorkerLi.personId,
  openedAt: monday9,
  claimedAt: monday9 + HOUR_MS,
}
const given = (): Matter => ({ ...report(), fields: { who: '张三', where: '村口' }, task })

const seen = (actor: typeof gridWorkerLi, matter: Matter, hours: number) =>
  secretsOf(actor, matter, flow, monday9 + hours * HOUR_MS).map(({ field: { name }, until }) =>
    until === undefined ? name : `${name} until ${(until - monday9) / HOUR_MS}`,
  )

test('a name is open to whoever took the task, for two hours after they took it', () => {
  expect(seen(gridWorkerLi, given(), 2)).toEqual(['who until 3'])
  expect(seen(gridWorkerLi, given(), 3)).toEqual([])
  const { claimedAt: _claimed, ...handedOut } = task
  expect(seen(gridWorkerLi, { ...given(), task: handedOut }, 1)).toEqual(['who until 2'])
})

test('it is closed to everybody else, and to them when the matter has ended', () => {
  expect(seen(gridWorkerNextDoor, given(), 1)).toEqual([])
  expect(seen(gridWorkerLi, { ...given(), endedAt: monday9 }, 1)).toEqual([])
  const { task: _task, ...nobodys } = given()
  expect(seen(gridWorkerLi, nobodys, 1)).toEqual([])
})

test('whoever may read sensitive matters there can give the order again, at any time', () => {
  expect(seen(hubOperatorChen, given(), 200)).toEqual(['who'])
  const { fields: _fields, ...silent } = given()
  expect(seen(hubOperatorChen, silent, 1)).toEqual([])
})
