import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { Button } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { PagedList } from '../look/PagedList'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { usePages } from '../wire/usePages'
import { AuditSearch } from './AuditSearch'
import { AuditTable } from './AuditTable'
import { exportAll } from './exportAll'
import '../accounts/accounts.css'
import '../deliveries/deliveries.css'

export type AuditFilter = NonNullable<RequestInputOf<Operations['readAudit']>['filter']>

/** 审计: who saw and did what. That somebody looks here is on record as well. */
export function AuditPage() {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [filter, setFilter] = useState<AuditFilter>({})
  return (
    <main className="page" data-testid="audit">
      <header className="accounts-heading">
        <div>
          <h2>审计记录</h2>
          <p className="quiet">
            谁在什么时候看了什么、做了什么。只增不改，逐条相链；查看和导出也记录在案。
          </p>
        </div>
        <Button
          loading={busy}
          onClick={() => void run(() => exportAll(api, filter))}
          data-testid="audit-export"
        >
          导出表格
        </Button>
      </header>
      <Trouble problem={problem} />
      <AuditSearch onSearch={setFilter} />
      <Found key={JSON.stringify(filter)} filter={filter} />
    </main>
  )
}

function Found({ filter }: { filter: AuditFilter }) {
  const { api } = useConsole()
  const pages = usePages((after) =>
    api.call('readAudit', { filter, limit: 50, ...(after === undefined ? {} : { after }) }),
  )
  return (
    <PagedList pages={pages} empty="没有这样的记录。">
      {(items) => <AuditTable items={items} />}
    </PagedList>
  )
}
