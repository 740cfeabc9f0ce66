import { can } from '@domain/access/actor'
import { townshipOf, villageOf } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { listWorkers, type AssigneeRow } from '../store/peopleStore'

/** A township has about a hundred workers; more are found by choosing a pool. */
const ASSIGNEES_MAX = 400

/** 派给谁: nearest first, by how many digits of the grid's code a worker's post shares. */
export const listAssignees: Handler<'listAssignees'> = async (context, actor, { matterId }) => {
  const matter = await findMatter(context.database, context.countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  if (!can(actor, 'matter.dispatch', matter.areaCode)) return refuse('access.not-permitted')
  const township = townshipOf(matter.areaCode)
  const rows = await listWorkers(context.database, context.countyId, township, ASSIGNEES_MAX)
  const { reference } = context
  const named = (code: string) => ({ code, name: reference.areaName(code) })
  return {
    people: nearestFirst(rows, matter).map((row) => ({
      personId: row.person_id,
      name: row.name,
      phone: row.phone,
      role: row.role,
      area: named(row.area_code),
      openTasks: row.open_tasks,
    })),
    areas: [named(villageOf(matter.areaCode)), named(township)],
    departments: reference.departments(township).map(({ code, name }) => ({ code, name })),
  }
}

function nearestFirst(rows: readonly AssigneeRow[], matter: Matter): AssigneeRow[] {
  const shared = (row: AssigneeRow) => {
    let digits = 0
    while (digits < row.area_code.length && row.area_code[digits] === matter.areaCode[digits])
      digits++
    return digits
  }
  return [...rows].sort((a, b) => shared(b) - shared(a) || a.open_tasks - b.open_tasks)
}
