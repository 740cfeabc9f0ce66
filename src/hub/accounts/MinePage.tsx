import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { PageTrouble } from '../console/PageTrouble'
import { EnrolFactor } from '../factor/EnrolFactor'
import { useFactor } from '../factor/FactorDialog'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { SessionList } from './SessionList'
import './accounts.css'

/** 我的账号: one's own password, second factor and open sessions. */
export function MinePage() {
  return (
    <main className="page accounts-mine" data-testid="mine">
      <h2>我的账号</h2>
      <section className="accounts-card" aria-label="动态口令">
        <h3>动态口令</h3>
        <OwnFactor />
      </section>
      <section className="accounts-card" aria-label="改密码">
        <h3>改密码</h3>
        <OwnPassword />
      </section>
      <section className="accounts-card" aria-label="还开着的登录">
        <h3>还开着的登录</h3>
        <SessionList />
      </section>
    </main>
  )
}

function OwnFactor() {
  const { state, problem, read } = useFactor()
  if (!state) return <PageTrouble problem={problem} onRetry={() => void read()} />
  if (!state.enrolled)
    return <EnrolFactor needsPassword={state.needsPassword} onDone={() => void read()} />
  return (
    <p data-testid="factor-state">
      已启用，恢复码还剩 {state.recoveryCodesLeft} 个。换手机或恢复码用完，请安全管理员重置。
    </p>
  )
}

function OwnPassword() {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [account, setAccount] = useState('')
  const [before, setBefore] = useState('')
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  function submit(event: FormEvent) {
    event.preventDefault()
    setDone(false)
    void run(async () => {
      await api.call('setPassword', { account: account.trim(), password, oldPassword: before })
      setDone(true)
      setBefore('')
      setPassword('')
    })
  }
  const fields = [
    { title: '账号', value: account, set: setAccount, complete: 'username' },
    { title: '现在的密码', value: before, set: setBefore, complete: 'current-password' },
    {
      title: '新密码（至少十个字符）',
      value: password,
      set: setPassword,
      complete: 'new-password',
    },
  ]
  return (
    <form className="accounts-form" onSubmit={submit}>
      {fields.map(({ title, value, set, complete }) => (
        <label key={title}>
          {title}
          <Input
            type={complete === 'username' ? 'text' : 'password'}
            value={value}
            autoComplete={complete}
            onChange={(event) => set(event.target.value)}
          />
        </label>
      ))}
      <Trouble problem={problem} />
      {done && <Alert type="success" showIcon role="status" title="密码已改，别处的登录都已退出" />}
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={account.trim() === '' || before === '' || password === ''}
      >
        改密码
      </Button>
    </form>
  )
}
