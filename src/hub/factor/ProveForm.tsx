import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { CodeField } from './CodeField'

export function ProveForm({ onProved }: { onProved: () => void }) {
  const { api } = useConsole()
  const { busy, problem, run } = useAsk()
  const [code, setCode] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    void run(async () => {
      await api.call('proveSecondFactor', { code: code.trim() })
      onProved()
    })
  }
  return (
    <form className="factor-form" onSubmit={submit}>
      <p>看敏感内容和导出之前，请输入手机上的六位动态口令。半小时内不再问。</p>
      <CodeField label="动态口令" value={code} maxLength={20} onChange={setCode} />
      <p className="quiet">手机不在身边，可以输入一个恢复码，每个只能用一次。</p>
      <Trouble problem={problem} testId="factor-trouble" />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={code.trim().length < 6}
        data-testid="factor-submit"
      >
        确定
      </Button>
    </form>
  )
}
