import type { AuditView } from '@contract/api/audit'
import { sayDetails } from './sayDetails'
import { sayExactly } from '../clock/sayTime'

const headings = ['时间', '谁', '做了什么', '对象', '从哪里', '链位'] as const

export function AuditTable({ items }: { items: readonly AuditView[] }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="审计记录">
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.seq} data-testid="audit-row" data-act={one.act}>
              <td>{sayExactly(Date.parse(one.at))}</td>
              <td>{one.name ? `${one.name}（${one.account}）` : '—'}</td>
              <td className={one.outcome === 'refused' ? 'needs-you' : ''}>{one.actTitle}</td>
              <td className="address">{subjectOf(one)}</td>
              <td>{one.address || '—'}</td>
              <td>{one.position ?? '待入链'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The matter or the account, and what else is known of it. */
function subjectOf({ number, subject, details }: AuditView): string {
  const known = sayDetails(details)
  return [number, subject, known].filter(Boolean).join(' · ')
}
