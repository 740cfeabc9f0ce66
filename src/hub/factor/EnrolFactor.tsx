import { Button, Input, QRCode } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { CodeField } from './CodeField'

type Begun = { readonly uri: string; readonly secret: string }
type Props = { readonly needsPassword: boolean; readonly onDone: () => void }

/** 添加动态口令: the password once more, the square for the phone, its first code, and ten codes for paper. */
export function EnrolFactor({ needsPassword, onDone }: Props) {
  const [begun, setBegun] = useState<Begun>()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  if (begun) return <Confirm begun={begun} onCodes={setCodes} />
  return <Begin needsPassword={needsPassword} onBegun={setBegun} />
}

type BeginProps = { readonly needsPassword: boolean; readonly onBegun: (begun: Begun) => void }

function Begin({ needsPassword, onBegun }: BeginProps) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [password, setPassword] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    const request = needsPassword ? { password } : {}
    void run(async () => onBegun(await api.call('beginSecondFactor', request)))
  }
  return (
    <form className="factor-form" onSubmit={submit}>
      <p>
        您还没有添加动态口令。敏感的事和导出，除了密码还要手机上每半分钟一换的六位数。请先在手机上装一个身份验证器。
      </p>
      {needsPassword && (
        <label>
          再输入一次密码
          <Input.Password
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            autoFocus
            data-testid="factor-password"
          />
        </label>
      )}
      <Trouble problem={problem} testId="factor-trouble" />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={needsPassword && password === ''}
        data-testid="factor-begin"
      >
        添加动态口令
      </Button>
    </form>
  )
}

type ConfirmProps = {
  readonly begun: Begun
  readonly onCodes: (codes: readonly string[]) => void
}

function Confirm({ begun, onCodes }: ConfirmProps) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [code, setCode] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    void run(async () => {
      const answer = await api.call('confirmSecondFactor', { code: code.trim() })
      onCodes(answer.recoveryCodes)
    })
  }
  return (
    <form className="factor-form" onSubmit={submit}>
      <p>用身份验证器扫这个码，再把它显示的六位数写在下面。</p>
      <QRCode
        aria-label="动态口令的二维码"
        value={begun.uri}
        type="svg"
        size={200}
        bordered={false}
        className="factor-square"
      />
      <p className="quiet">
        扫不了就手工输入：<code data-testid="factor-secret">{begun.secret}</code>
      </p>
      <CodeField label="六位数" value={code} maxLength={6} onChange={setCode} />
      <Trouble problem={problem} testId="factor-trouble" />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={code.trim().length !== 6}
        data-testid="factor-submit"
      >
        启用
      </Button>
    </form>
  )
}

type CodesProps = { readonly codes: readonly string[]; readonly onKept: () => void }

/** Only hashes of them are kept, so they close only by saying that they have been written down. */
function RecoveryCodes({ codes, onKept }: CodesProps) {
  return (
    <div className="factor-form">
      <p>
        已启用。下面十个恢复码只显示这一次：抄在纸上收好，手机丢了或不在身边时，一个码能用一次。
      </p>
      <ol className="factor-codes" data-testid="factor-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button type="primary" onClick={onKept} data-testid="factor-kept">
        我已抄好
      </Button>
    </div>
  )
}
