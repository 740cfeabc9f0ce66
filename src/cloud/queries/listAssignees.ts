import { can, type Actor } from '@domain/access/actor'
import type { Permission } from '@domain/access/permissions'
import { townshipOf, villageOf, type AreaCode } from '@domain/area/areaCode'
import { refuse } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { listWorkers, type AssigneeRow } from '../store/peopleStore'

/** A township has about a hundred workers; more are found by choosing a pool. */
const ASSIGNEES_MAX = 400

/** 派给谁: nearest first, by how many digits of the grid's code a worker's post shares. */
export const listAssignees: Handler<'listAssignees'> = async (context, actor, request) => {
  const areaCode = await findArea(context, request)
  if (areaCode === undefined) return refuse('matter.not-found')
  if (!mayAsk(actor, areaCode)) return refuse('access.not-permitted')
  const township = townshipOf(areaCode)
  const rows = await listWorkers(context.database, context.countyId, township, ASSIGNEES_MAX)
  const { reference } = context
  const named = (code: string) => ({ code, name: reference.areaName(code) })
  return {
    people: nearestFirst(rows, areaCode).map((row) => ({
      personId: row.person_id,
      name: row.name,
      phone: row.phone,
      role: row.role,
      area: named(row.area_code),
      openTasks: row.open_tasks,
    })),
    areas: [...new Set([villageOf(areaCode), township])].map(named),
    departments: reference.departments(township).map(({ code, name }) => ({ code, name })),
  }
}

/** Whoever gives out tasks or writes to units, and whoever hands over the tasks of those who leave. */
const asking = [
  'matter.dispatch',
  'petition.decide',
  'matter.supervise',
  'person.manage',
] as const satisfies readonly Permission[]

function mayAsk(actor: Actor, areaCode: AreaCode): boolean {
  return asking.some((permission) => can(actor, permission, areaCode))
}

type Request = RequestOf<Operations['listAssignees']>

async function findArea(
  { database, countyId }: Context,
  { matterId, areaCode }: Request,
): Promise<AreaCode | undefined> {
  return matterId ? (await findMatter(database, countyId, matterId))?.areaCode : areaCode
}

function nearestFirst(rows: readonly AssigneeRow[], near: AreaCode): AssigneeRow[] {
  const shared = (row: AssigneeRow) => {
    let digits = 0
    while (digits < row.area_code.length && row.area_code[digits] === near[digits]) digits++
    return digits
  }
  return [...rows].sort((a, b) => shared(b) - shared(a) || a.open_tasks - b.open_tasks)
}
