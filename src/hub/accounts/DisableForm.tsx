import type { AccountView } from '@contract/api/accounts'
import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'

type Props = {
  readonly account: AccountView
  readonly onDisabled: (disabledAt: string) => void
}

/** 停用: asks for the reason first, and says what is still in the person's hands. */
export function DisableForm({ account, onDisabled }: Props) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState<number>()
  function submit(event: FormEvent) {
    event.preventDefault()
    void run(async () => {
      const answer = await api.call('disablePerson', { account: account.account, reason })
      setLeft(answer.openTasks)
      onDisabled(answer.disabledAt)
    })
  }
  if (left !== undefined)
    return (
      <Alert type="info" showIcon title={`已停用，手上还有 ${left} 件没办完，请到“交接”里改派`} />
    )
  if (!asking)
    return (
      <Button danger onClick={() => setAsking(true)} data-testid="account-disable">
        停用
      </Button>
    )
  return (
    <form className="account-actions" onSubmit={submit} aria-label="停用">
      <label className="account-field">
        为什么停用
        <Input
          value={reason}
          maxLength={200}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Button danger htmlType="submit" loading={busy} disabled={reason.trim() === ''}>
        停用，所有登录马上退出
      </Button>
      <Button onClick={() => setAsking(false)}>不停用</Button>
      <Trouble problem={problem} />
    </form>
  )
}
