import * as v from 'valibot'
import { auditActs, type AuditAct } from '@domain/audit/auditActs'
import { defineOperation } from '../operation'
import { MatterIdSchema, Next, Page, text, Time } from '../shapes'

const AuditFilter = v.object({
  /** Part of a name, or an account. */
  who: v.optional(text(60)),
  act: v.optional(v.picklist(Object.keys(auditActs) as AuditAct[])),
  from: v.optional(Time),
  until: v.optional(Time),
  /** The number of a matter. */
  number: v.optional(text(60)),
})

export const AuditView = v.object({
  seq: v.number(),
  at: Time,
  act: v.string(),
  actTitle: v.string(),
  outcome: v.picklist(['done', 'refused']),
  account: v.nullable(v.string()),
  name: v.nullable(v.string()),
  posts: v.string(),
  address: v.string(),
  matterId: v.nullable(MatterIdSchema),
  number: v.nullable(v.string()),
  subject: v.string(),
  /** What else is known of it, as JSON. */
  details: v.string(),
  /** Its place in the chain; null until it is taken up. */
  position: v.nullable(v.number()),
})
export type AuditView = v.InferOutput<typeof AuditView>

export const readAudit = defineOperation({
  name: 'readAudit',
  summary: '审计记录：谁在什么时候看了什么、做了什么，新的在前；查看本身也记录在案',
  request: v.object({ filter: v.optional(AuditFilter, {}), ...Page }),
  response: v.object({ items: v.array(AuditView), next: Next }),
  problems: ['factor.needed'],
})

export const exportAudit = defineOperation({
  name: 'exportAudit',
  summary: '导出审计记录：一次最多一千行 CSV，接着的用 next 再取；导出本身也记录在案',
  request: v.object({ filter: v.optional(AuditFilter, {}), after: Page.after }),
  response: v.object({ csv: v.string(), rows: v.number(), next: Next }),
  problems: ['factor.needed'],
})
