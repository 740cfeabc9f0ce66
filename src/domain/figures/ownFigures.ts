import type { FlowTable, Measure } from '../flow/flowTable'
import type { Matter, MatterTask } from '../matter/matter'
import type { PersonId } from '../shared/ids'

/** 我的工作质量, to oneself: each a number of things out of so many, never a share alone and never beside another's. */
export const ownFigureNames = [
  'handled',
  'inTime',
  'returned',
  'reopened',
  'rated',
  'satisfied',
  'solved',
] as const
export type OwnFigureName = (typeof ownFigureNames)[number]

export type OwnFigure = {
  readonly name: OwnFigureName
  readonly count: number
  readonly of: number
}

/**
 * handled: of what was taken · inTime, returned, reopened, rated: of what was handled · satisfied, solved: of what was
 * rated, since who does not answer is neither. Lateness that was excused does not count.
 */
export function ownFigures(
  taken: readonly Matter[],
  personId: PersonId,
  flowOf: (matter: Matter) => FlowTable,
): OwnFigure[] {
  const handled = taken.filter((matter) => hasHandled(matter, personId))
  const rated = handled.filter(({ fields }) => fields?.satisfaction !== undefined)
  const measured = (measure: Measure) =>
    handled.filter((matter) => timesOf(measure, matter, flowOf(matter)) > 0).length
  const of = handled.length
  return [
    { name: 'handled', count: of, of: taken.length },
    { name: 'inTime', count: handled.filter((matter) => !wasLate(matter)).length, of },
    { name: 'returned', count: measured('returned'), of },
    { name: 'reopened', count: measured('reopened'), of },
    { name: 'rated', count: rated.length, of },
    {
      name: 'satisfied',
      count: rated.filter(({ fields }) => fields?.satisfaction === 'satisfied').length,
      of: rated.length,
    },
    {
      name: 'solved',
      count: rated.filter(({ fields }) => fields?.solved === true).length,
      of: rated.length,
    },
  ]
}

function hasHandled(matter: Matter, personId: PersonId): boolean {
  if (matter.handlers.includes(personId)) return true
  const tasks = [...(matter.task ? [matter.task] : []), ...(matter.called ?? [])]
  return tasks.some((task) => isDoneBy(task, personId))
}

function isDoneBy({ state, claimedBy }: MatterTask, personId: PersonId): boolean {
  return state === 'done' && claimedBy === personId
}

/** Only the time of handling is the worker's; how long the hub took to accept is the hub's. */
function wasLate({ late = [] }: Matter): boolean {
  return late.some(({ stage, excused }) => stage === 'handle' && !excused)
}

function timesOf(measure: Measure, { counts }: Matter, { statuses }: FlowTable): number {
  const actions = Object.values(statuses).flatMap(({ actions: rows }) => Object.entries(rows))
  const names = new Set(
    actions.filter(([, row]) => row.measure === measure).map(([action]) => action),
  )
  return [...names].reduce((sum, action) => sum + (counts?.[action] ?? 0), 0)
}
