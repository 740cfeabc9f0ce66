import { Alert, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { wordsOf } from '../wire/WireProblem'
import type { SignInRequest } from './enterSession'

type Props = {
  readonly demo: boolean
  readonly onSignIn: (request: SignInRequest) => Promise<void>
}

export function SignInForm({ demo, onSignIn }: Props) {
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function enter(request: SignInRequest) {
    setBusy(true)
    setTrouble(undefined)
    try {
      await onSignIn(request)
    } catch (error) {
      setTrouble(wordsOf(error))
      setBusy(false)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (account.trim() === '' || password === '') return setTrouble('请填写账号和密码')
    void enter({ method: 'password', account: account.trim(), password })
  }

  return (
    <form className="sign-in-form" onSubmit={submit} data-testid="sign-in">
      <label>
        账号
        <Input
          value={account}
          onChange={(event) => setAccount(event.target.value)}
          autoComplete="username"
          autoFocus
          data-testid="account"
        />
      </label>
      <label>
        密码
        <Input.Password
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoComplete="current-password"
          data-testid="password"
        />
      </label>
      {trouble && (
        <Alert type="warning" showIcon title={trouble} role="alert" data-testid="sign-in-trouble" />
      )}
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        loading={busy}
        data-testid="sign-in-submit"
      >
        登录
      </Button>
      {demo && (
        <Button
          size="large"
          disabled={busy}
          onClick={() => void enter({ method: 'demo', user: 'hubOperator' })}
          data-testid="sign-in-demo"
        >
          演示值班员
        </Button>
      )}
    </form>
  )
}
