import { can, holds, type Actor } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import { getStatus } from '@domain/flow/getStatus'
import { isPermitted } from '@domain/flow/relation'
import type { Matter } from '@domain/matter/matter'
import { isSensitive } from '@domain/kind/kind'
import { readingOf } from '@domain/matter/mayRead'
import type { Instant } from '@domain/shared/instant'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { findResidents, searchEntrants, searchStaff, type StaffRow } from '../store/peopleStore'

const FOUND_MAX = 30

type Among = NonNullable<RequestOf<Operations['searchPeople']>['among']>

/** Staff and volunteers with a post, by name; residents only where they signed up themselves. */
export const searchPeople: Handler<'searchPeople'> = async (context, actor, request, caller) => {
  const search = request.search.trim()
  const rows = request.residentsOf
    ? await searchVisited(context, actor, request.residentsOf, search)
    : request.among
      ? await searchAmong(context, actor, request.among, search)
      : await searchAll(context, actor, search)
  if (isRefusal(rows)) return rows
  if (rows.length > 0) {
    const details = { search, found: rows.length }
    await context.audit.write(auditOf(context, actor, { act: 'people.searched', details, caller }))
  }
  return {
    items: rows.map((row) => ({
      personId: row.person_id,
      name: row.name,
      roleTitle: roles[row.role].title,
      area: { code: row.area_code, name: context.reference.areaName(row.area_code) },
    })),
  }
}

async function searchAll(
  { database, countyId }: Context,
  actor: Actor,
  search: string,
): Promise<StaffRow[] | Refusal<ProblemCode>> {
  if (!holds(actor, 'task.read')) return refuse('access.not-permitted')
  return searchStaff(database, countyId, search, FOUND_MAX)
}

/** Residents do not lie in a list to be browsed: whoever stands before them knows their whole name. */
async function searchVisited(
  { database, countyId }: Context,
  actor: Actor,
  areaCode: AreaCode,
  name: string,
): Promise<StaffRow[] | Refusal<ProblemCode>> {
  if (!can(actor, 'visit.record', areaCode)) return refuse('access.outside-jurisdiction')
  const village = areaCode.slice(0, areaLevels.village)
  return findResidents(database, countyId, { village, name, limit: FOUND_MAX })
}

async function searchAmong(
  { database, countyId, flows, now }: Context,
  actor: Actor,
  { matterId, roll }: Among,
  search: string,
): Promise<StaffRow[] | Refusal<ProblemCode>> {
  const matter = await findMatter(database, countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  const flow = flows.of(matter)
  if (
    !readsRolls(actor, matter, flow, now()) &&
    !namesFrom(roll, actor, matter, { flow, now: now() })
  )
    return refuse('access.outside-jurisdiction')
  return searchEntrants(database, countyId, { matterId, roll, search, limit: FOUND_MAX })
}

function readsRolls(actor: Actor, matter: Matter, flow: FlowTable, now: Instant): boolean {
  const reading = readingOf(actor, matter, flow, now)
  // What one person knows of another does not go round.
  return reading === 'insider' || (reading === 'reporter' && !isSensitive(matter.sensitivity))
}

/** Whoever may take a step now that chooses from the roll: the village's officer who takes attendance. */
function namesFrom(
  roll: string,
  actor: Actor,
  matter: Matter,
  { flow, now }: { readonly flow: FlowTable; readonly now: Instant },
): boolean {
  return Object.values(getStatus(flow, matter.status).actions).some(
    (row) =>
      row.form.some(({ fromRoll }) => fromRoll === roll) && isPermitted(row, matter, actor, now),
  )
}
