import { isRefusal, refuse } from '@domain/shared/refusal'
import type { AuditView } from '@contract/api/audit'
import { auditOf } from '../audit/auditOf'
import type { Handler } from '../handler'
import { findAudit, viewAudit } from './readAudit'

/** Rows of one answer; whoever wants all asks again with `next`. */
const EXPORTED_AT_ONCE = 1000

/** Written down before it is answered, page by page: what left the house is known to the row. */
export const exportAudit: Handler<'exportAudit'> = async (context, actor, request, caller) => {
  const { filter, after } = request
  const page = await findAudit(context, actor, { filter, after, limit: EXPORTED_AT_ONCE })
  if (isRefusal(page)) return page
  if (actor.unproven) return refuse('factor.needed')
  const details = { ...filter, rows: page.items.length, from: page.items[0]?.seq ?? null }
  await context.audit.write(auditOf(context, actor, { act: 'audit.exported', details, caller }))
  const lines = page.items.map((row) => csvLine(viewAudit(row)))
  const csv = [...(after === undefined ? [`\uFEFF${heading.join(',')}`] : []), ...lines]
  return {
    csv: csv.map((line) => `${line}\r\n`).join(''),
    rows: page.items.length,
    next: page.next,
  }
}

const heading = [
  '序号',
  '时间',
  '行为',
  '结果',
  '账号',
  '姓名',
  '岗位',
  '地址',
  '事项编号',
  '对象',
  '详情',
  '链位',
]

function csvLine(view: AuditView): string {
  const outcome = view.outcome === 'done' ? '成功' : '被拒'
  const { seq, at, actTitle, account, name, posts, address, number, subject, details } = view
  const cells = [
    seq,
    at,
    actTitle,
    outcome,
    account,
    name,
    posts,
    address,
    number,
    subject,
    details,
  ]
  return [...cells, view.position].map(cell).join(',')
}

/** A spreadsheet would run what begins like a formula. */
function cell(value: string | number | null): string {
  const text = String(value ?? '')
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
