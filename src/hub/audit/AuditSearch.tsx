import { auditActs, isAuditAct } from '@domain/audit/auditActs'
import { Button, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import type { AuditFilter } from './AuditPage'

const acts = Object.entries(auditActs).map(([value, label]) => ({ value, label }))

/** Days are China's, whole, the last one included. */
export function AuditSearch({ onSearch }: { onSearch: (filter: AuditFilter) => void }) {
  const [who, setWho] = useState('')
  const [act, setAct] = useState<string>()
  const [number, setNumber] = useState('')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    onSearch({
      ...(who.trim() === '' ? {} : { who: who.trim() }),
      ...(act !== undefined && isAuditAct(act) ? { act } : {}),
      ...(number.trim() === '' ? {} : { number: number.trim() }),
      ...(from === '' ? {} : { from: `${from}T00:00:00+08:00` }),
      ...(until === '' ? {} : { until: `${until}T23:59:59.999+08:00` }),
    })
  }
  return (
    <form className="audit-search" role="search" onSubmit={submit}>
      <label>
        谁（姓名或账号）
        <Input
          value={who}
          onChange={(event) => setWho(event.target.value)}
          data-testid="audit-who"
        />
      </label>
      <label>
        做了什么
        <Select
          value={act ?? null}
          onChange={(value: string | undefined) => setAct(value)}
          options={acts}
          allowClear
          aria-label="做了什么"
          placeholder="不限"
          style={{ width: 180 }}
        />
      </label>
      <label>
        事项编号
        <Input
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          data-testid="audit-number"
        />
      </label>
      <label>
        从
        <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label>
        到
        <Input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <Button type="primary" htmlType="submit" data-testid="audit-submit">
        查找
      </Button>
    </form>
  )
}
