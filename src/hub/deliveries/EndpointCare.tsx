import { App, Button } from 'antd'
import { useState } from 'react'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { ChangeKinds } from './ChangeKinds'
import { kindWords, useKindNames } from './kindNames'
import { RotateSecret } from './RotateSecret'
import type { Endpoint } from './useEndpoints'

type Props = {
  readonly endpoint: Endpoint
  readonly mayManage: boolean
  readonly onChanged: () => Promise<void>
}

/** How one receiver fares, and what can be done for it: try it, give it a new secret, choose what it is sent. */
export function EndpointCare({ endpoint, mayManage, onChanged }: Props) {
  const [open, setOpen] = useState<'kinds' | 'secret'>()
  const close = () => setOpen(undefined)
  const names = useKindNames()
  const managed = mayManage && !endpoint.disabled
  return (
    <section className="endpoint-care" aria-label={`${endpoint.name} 的情况`}>
      <dl>
        <Fact term="要收的类别">{kindWords(endpoint.kinds, names)}</Fact>
        <Fact term="等得最久的">
          {endpoint.waitingSince === null ? '没有等着的' : <Moment at={endpoint.waitingSince} />}
        </Fact>
        {endpoint.url === null && (
          <Fact term="对方最近来取">
            {endpoint.askedAt === null ? '还没来过' : <Moment at={endpoint.askedAt} />}
          </Fact>
        )}
        {endpoint.previousSecretUntil !== null && (
          <Fact term="旧密钥用到">
            <Moment at={endpoint.previousSecretUntil} />
          </Fact>
        )}
      </dl>
      {managed && (
        <p className="row-actions">
          {endpoint.url !== null && <TestButton endpoint={endpoint} />}
          <Button onClick={() => setOpen('kinds')} data-testid="change-kinds">
            改要收的类别
          </Button>
          <Button onClick={() => setOpen('secret')} data-testid="rotate-secret">
            换密钥
          </Button>
        </p>
      )}
      {open === 'kinds' && (
        <ChangeKinds endpoint={endpoint} names={names} onClose={close} onChanged={onChanged} />
      )}
      {open === 'secret' && (
        <RotateSecret endpoint={endpoint} onClose={close} onChanged={onChanged} />
      )}
    </section>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function TestButton({ endpoint: { endpointId, name } }: { endpoint: Endpoint }) {
  const { api } = useConsole()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)

  async function test() {
    setBusy(true)
    try {
      const { accepted, answer, milliseconds } = await api.call('testEndpoint', { endpointId })
      const said = `对方回答：${answer}，用了 ${milliseconds} 毫秒`
      if (accepted) void message.success(`${name} 收到了。${said}`)
      else void message.warning(`${name} 没有收下。${said}`)
    } catch (error) {
      void message.warning(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button onClick={() => void test()} loading={busy} data-testid="test-endpoint">
      送一条测试
    </Button>
  )
}
