import { can, type Actor } from '@domain/access/actor'
import { auditActs, isAuditAct } from '@domain/audit/auditActs'
import type { MatterId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { AuditView } from '@contract/api/audit'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { searchAudit, type FoundAudit } from '../store/auditStore'
import { isoTime } from './isoTime'
import { PAGE_LIMIT_DEFAULT } from './pageKey'

type Filter = RequestOf<Operations['readAudit']>['filter']

/** 审计记录, for the audit administrator alone. Who looks is on record before they are answered. */
export const readAudit: Handler<'readAudit'> = async (context, actor, request, caller) => {
  const { filter } = request
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const page = await findAudit(context, actor, { filter, after: request.after, limit })
  if (isRefusal(page)) return page
  if (request.after === undefined)
    await context.audit.write(
      auditOf(context, actor, { act: 'audit.read', details: { ...filter }, caller }),
    )
  return { items: page.items.map(viewAudit), next: page.next }
}

type Asked = { readonly filter: Filter; readonly after: string | undefined; readonly limit: number }

export async function findAudit(
  context: Context,
  actor: Actor,
  { filter, after, limit }: Asked,
): Promise<{ items: FoundAudit[]; next: string | null } | Refusal<ProblemCode>> {
  const { database, countyId } = context
  if (!can(actor, 'audit.read', String(countyId))) return refuse('access.not-permitted')
  if (after !== undefined && !/^\d{1,15}$/.test(after))
    return refuse('request.invalid', {
      issues: [{ path: 'after', message: '不是上一页给出的 next' }],
    })
  const rows = await searchAudit(database, countyId, {
    who: filter.who?.trim() || undefined,
    number: filter.number?.trim() || undefined,
    act: filter.act,
    from: filter.from === undefined ? undefined : new Date(filter.from),
    until: filter.until === undefined ? undefined : new Date(filter.until),
    before: after === undefined ? undefined : Number(after),
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? String(last.seq) : null }
}

export function viewAudit(row: FoundAudit): AuditView {
  const { seq, act, account, name, posts, address, number, subject, details, position } = row
  return {
    seq,
    at: isoTime(row.at),
    act,
    actTitle: isAuditAct(act) ? auditActs[act] : act,
    outcome: row.outcome === 'refused' ? 'refused' : 'done',
    account,
    name,
    posts,
    address,
    matterId: row.matter_id as MatterId | null,
    number,
    subject,
    details,
    position,
  }
}
