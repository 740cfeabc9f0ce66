import type { AccountView } from '@contract/api/accounts'
import { roles, type Role } from '@domain/access/permissions'
import { Button, Input, Select } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'

type Props = {
  readonly account: AccountView
  readonly mayGrant: boolean
  readonly onChanged: (account: AccountView) => void
}

export function PostList({ account, mayGrant, onChanged }: Props) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const end = (post: AccountView['posts'][number]) =>
    run(async () => {
      const { role, area, departmentCode } = post
      const request = { account: account.account, role, areaCode: area.code }
      const department = departmentCode === undefined ? {} : { departmentCode }
      onChanged((await api.call('endPost', { ...request, ...department })).account)
    })
  return (
    <section aria-label="岗位">
      <ul className="session-list">
        {account.posts.map((post) => (
          <li key={`${post.role} ${post.area.code}`} data-testid="post">
            <span>
              {post.area.name} {post.roleTitle}
            </span>
            {mayGrant && (
              <Button loading={busy} onClick={() => void end(post)}>
                收回
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Trouble problem={problem} />
      {mayGrant && !account.disabledAt && <GrantForm account={account} onChanged={onChanged} />}
    </section>
  )
}

const choices = (Object.keys(roles) as Role[]).map((role) => ({
  value: role,
  label: roles[role].title,
}))

function GrantForm({ account, onChanged }: Omit<Props, 'mayGrant'>) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [role, setRole] = useState<Role>()
  const [areaCode, setAreaCode] = useState('')
  const [departmentCode, setDepartmentCode] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!role) return
    const department = role === 'departmentOfficer' ? { departmentCode: departmentCode.trim() } : {}
    const post = { account: account.account, role, areaCode: areaCode.trim(), ...department }
    void run(async () => onChanged((await api.call('grantPost', post)).account))
  }
  return (
    <form className="account-actions" onSubmit={submit} aria-label="授予岗位">
      <Select
        value={role ?? null}
        options={choices}
        onChange={setRole}
        placeholder="岗位"
        aria-label="岗位"
        style={{ minWidth: 180 }}
        data-testid="grant-role"
      />
      <Input
        value={areaCode}
        onChange={(event) => setAreaCode(event.target.value)}
        placeholder="区划代码，如 441882118"
        aria-label="区划代码"
        inputMode="numeric"
        data-testid="grant-area"
      />
      {role === 'departmentOfficer' && (
        <Input
          value={departmentCode}
          onChange={(event) => setDepartmentCode(event.target.value)}
          placeholder="部门代码"
          aria-label="部门代码"
        />
      )}
      <Button
        htmlType="submit"
        loading={busy}
        disabled={!role || !/^\d{6,15}$/.test(areaCode.trim())}
        data-testid="grant-submit"
      >
        授予
      </Button>
      <Trouble problem={problem} testId="grant-trouble" />
    </form>
  )
}
