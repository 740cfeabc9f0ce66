import { roles, type Role } from '@domain/access/permissions'
import {
  areaLevels,
  containsArea,
  townshipOf,
  villageOf,
  type AreaCode,
} from '@domain/area/areaCode'
import { refuse } from '@domain/shared/refusal'
import type { Actor } from '@domain/access/actor'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { listContactRows } from '../store/contactStore'

/** Whom a neighbour may call in their office. */
export const dutyRoles = ['gridWorker', 'villageOfficer', 'hubOperator'] as const satisfies Role[]

/** A village has about ten grids. */
const CONTACTS_MAX = 60

/**
 * 找我的网格员: of the place asked for, or of the one nearest to the ground where the person lives or works. Of a
 * township or the county only the hubs: nobody looks for theirs among a thousand.
 */
export const listContacts: Handler<'listContacts'> = async (context, actor, request) => {
  const { database, countyId, reference } = context
  const areaCode = request.areaCode ?? ownArea(actor, countyId)
  if (!isKnown(context, areaCode)) return refuse('matter.unknown-area', { areaCode })
  const rows = await listContactRows(database, countyId, {
    within: areaCode,
    around: [villageOf(areaCode), townshipOf(areaCode)],
    roles: areaCode.length < areaLevels.village ? ['hubOperator'] : dutyRoles,
    limit: CONTACTS_MAX,
  })
  const named = (code: AreaCode) => ({ code, name: reference.areaName(code) })
  return {
    area: named(areaCode),
    items: rows.map(({ name, role, area_code, work_phone: phone }) => ({
      name,
      role,
      roleTitle: roles[role].title,
      area: named(area_code),
      phone,
    })),
  }
}

function ownArea({ posts }: Actor, countyId: number): AreaCode {
  const codes = posts.map(({ areaCode }) => areaCode)
  return codes.sort((a, b) => b.length - a.length)[0] ?? String(countyId)
}

function isKnown({ reference, countyId }: Context, code: AreaCode): boolean {
  if (!containsArea(String(countyId), code)) return false
  return (reference.findGrid(code) ?? reference.findArea(code)) !== undefined
}
