import { Button, QRCode } from 'antd'
import { useState } from 'react'
import { sayExactly } from '../clock/sayTime'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'

type Code = { readonly code: string; readonly expiresAt: string }

/** 绑定码: to be read out, copied by hand, or scanned from the screen; only this one is good from here on. */
export function BindingCode({ account }: { account: string }) {
  const { api, newId } = useConsole()
  const { busy, problem, run } = useAsk()
  const [commandId, setCommandId] = useState(newId)
  const [code, setCode] = useState<Code>()
  const issue = () =>
    run(async () => {
      setCode(await api.call('issueBindingCode', { commandId, account }))
      setCommandId(newId())
    })
  return (
    <section className="account-actions" aria-label="绑定码">
      <Button onClick={() => void issue()} loading={busy} data-testid="binding-issue">
        {code ? '换一个绑定码' : '发绑定码'}
      </Button>
      <Trouble problem={problem} />
      {code && (
        <div className="binding-code">
          <QRCode
            aria-label="绑定码的二维码"
            value={code.code}
            type="svg"
            size={140}
            bordered={false}
          />
          <p>
            <b data-testid="binding-code">{code.code}</b>
            <br />
            本人用微信登录后，在“绑定工作身份”里输入这八个字符；扫码看到的也是它。用一次就失效，最晚到{' '}
            {sayExactly(Date.parse(code.expiresAt))}
          </p>
        </div>
      )}
    </section>
  )
}
