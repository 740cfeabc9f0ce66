import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'

/** A password that somebody else set is for the first time only; whoever gets it changes it. */
export function ResetPassword({ account }: { account: string }) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [password, setPassword] = useState('')
  const [ended, setEnded] = useState<number>()
  function submit(event: FormEvent) {
    event.preventDefault()
    void run(async () => {
      setEnded((await api.call('setPassword', { account, password })).endedSessions)
      setPassword('')
    })
  }
  return (
    <form className="account-actions" onSubmit={submit} aria-label="设密码">
      <label className="account-field">
        新密码（至少十个字符）
        <Input
          type="password"
          value={password}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.target.value)}
          data-testid="reset-password"
        />
      </label>
      <Button htmlType="submit" loading={busy} disabled={password === ''}>
        设密码
      </Button>
      <Trouble problem={problem} />
      {ended !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={`密码已设，原有的 ${ended} 处登录已退出`}
        />
      )}
    </form>
  )
}
