import { roles } from '@domain/access/permissions'
import { holds } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { searchStaff } from '../store/peopleStore'

const FOUND_MAX = 30

/** Staff and volunteers with a post, by name: residents are found by nobody. */
export const searchPeople: Handler<'searchPeople'> = async (context, actor, { search }) => {
  if (!holds(actor, 'task.read')) return refuse('access.not-permitted')
  const rows = await searchStaff(context.database, context.countyId, search.trim(), FOUND_MAX)
  return {
    items: rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      roleTitle: roles[row.role].title,
      area: { code: row.area_code, name: context.reference.areaName(row.area_code) },
    })),
  }
}
