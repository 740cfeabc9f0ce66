import { Alert, Button, Checkbox, Input } from 'antd'
import { useState, type FormEvent } from 'react'

/** `url` is null for a hub that nothing can reach from outside: it fetches. */
export type NewEndpoint = { readonly name: string; readonly url: string | null }

type Props = {
  readonly busy: boolean
  readonly trouble: string | undefined
  readonly onRegister: (endpoint: NewEndpoint) => void
}

export function EndpointForm({ busy, trouble, onRegister }: Props) {
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [pulls, setPulls] = useState(false)
  const [missing, setMissing] = useState<string>()

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = findMissing(name, url, pulls)
    setMissing(found)
    if (found === undefined) onRegister({ name: name.trim(), url: pulls ? null : url.trim() })
  }

  const words = missing ?? trouble
  return (
    <form className="register-form" onSubmit={submit}>
      <label htmlFor="endpoint-name">名称</label>
      <Input
        id="endpoint-name"
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
        placeholder="县综治平台"
        autoFocus
        data-testid="endpoint-name"
      />
      <label htmlFor="endpoint-url">地址</label>
      <Input
        id="endpoint-url"
        value={url}
        maxLength={500}
        disabled={pulls}
        onChange={(event) => setUrl(event.target.value)}
        placeholder="https://"
        inputMode="url"
        data-testid="endpoint-url"
      />
      <Checkbox
        checked={pulls}
        onChange={(event) => setPulls(event.target.checked)}
        data-testid="endpoint-pulls"
      >
        对方没有公网地址，由对方来取
      </Checkbox>
      {words && (
        <Alert type="warning" showIcon role="alert" title={words} data-testid="endpoint-trouble" />
      )}
      <Button type="primary" htmlType="submit" loading={busy} data-testid="endpoint-submit">
        登记
      </Button>
    </form>
  )
}

function findMissing(name: string, url: string, pulls: boolean): string | undefined {
  if (name.trim() === '') return '请填写名称'
  if (!pulls && !URL.canParse(url.trim()))
    return '请填写完整的地址，例如 https://hub.example.cn/events'
  return undefined
}
