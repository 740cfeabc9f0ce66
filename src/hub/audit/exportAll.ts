import type { Api } from '../wire/createApi'
import type { AuditFilter } from './AuditPage'

/** A million rows of a log fit no browser; whoever needs more narrows the days. */
const EXPORT_PAGES_MAX = 100

/** Page by page into one file. */
export async function exportAll(api: Api, filter: AuditFilter): Promise<void> {
  const parts: string[] = []
  let after: string | undefined
  for (let page = 0; page < EXPORT_PAGES_MAX; page++) {
    const answer = await api.call('exportAudit', { filter, ...(after ? { after } : {}) })
    parts.push(answer.csv)
    if (answer.next === null) break
    after = answer.next
  }
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = '审计记录.csv'
  link.click()
  URL.revokeObjectURL(url)
}
