import { can, jurisdictionsOf } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import { refuse } from '@domain/shared/refusal'
import type { AccountView } from '@contract/api/accounts'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { searchAccounts, type AccountLine } from '../store/accountStore'
import { isoTime } from './isoTime'
import { PAGE_LIMIT_DEFAULT } from './pageKey'

/** 人员与岗位: of one's area, on record since it shows who people are. */
export const listAccounts: Handler<'listAccounts'> = async (context, actor, request, caller) => {
  const own = jurisdictionsOf(actor, 'account.read')
  if (own.length === 0) return refuse('access.not-permitted')
  const { areaCode, role, after } = request
  if (areaCode !== undefined && !can(actor, 'account.read', areaCode))
    return refuse('access.outside-jurisdiction')
  const { database, countyId, now } = context
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const search = request.search?.trim() || undefined
  const rows = await searchAccounts(database, countyId, {
    now: now(),
    areas: areaCode === undefined ? own : [areaCode],
    withoutPost: areaCode === undefined && own.includes(String(countyId)),
    search,
    role,
    after,
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const details = { search, areaCode, role, shown: items.length }
  await context.audit.write(auditOf(context, actor, { act: 'account.listed', details, caller }))
  const next = rows.length > limit ? (items.at(-1)?.account ?? null) : null
  return { items: items.map((row) => viewAccount(context, row)), next }
}

export function viewAccount({ reference }: Context, row: AccountLine): AccountView {
  return {
    personId: row.person_id,
    account: row.account,
    name: row.name,
    posts: row.posts.map(({ role, areaCode, departmentCode }) => ({
      role,
      roleTitle: roles[role].title,
      area: { code: areaCode, name: reference.areaName(areaCode) },
      ...(departmentCode === null ? {} : { departmentCode }),
    })),
    disabledAt: row.disabled_at === null ? null : isoTime(row.disabled_at),
    hasPassword: row.has_password,
    bound: row.bound,
    secondFactor: row.second_factor,
    lockedUntil: row.locked_until === null ? null : isoTime(row.locked_until),
  }
}
