import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { CommandId } from '@domain/shared/ids'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { SecretOnce } from './SecretOnce'
import type { Endpoint } from './useEndpoints'

type Props = {
  readonly endpoint: Endpoint
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

/** The id is minted once for the window, so that pressing again after a lost answer makes no second secret. */
export function RotateSecret({ endpoint: { endpointId, name }, onClose, onChanged }: Props) {
  const { api, newId } = useConsole()
  const [commandId] = useState(() => newId() as CommandId)
  const { busy, problem, run } = useAsk()
  const [secret, setSecret] = useState<string>()

  async function rotate(endPrevious: boolean) {
    const answer = await api.call('rotateSecret', { endpointId, commandId, endPrevious })
    setSecret(answer.secret)
    await onChanged()
  }

  if (secret !== undefined) return <SecretOnce secret={secret} onClose={onClose} />
  return (
    <Modal title={`给 ${name} 换密钥`} open onCancel={onClose} footer={null}>
      <p>换了以后，旧的还能用一天，对方有时间换上新的，中间一条也不会丢。</p>
      <p className="quiet">
        如果旧的已经泄露，就让它马上作废；对方换上新的以前，送过去的会被对方拒收，过后会再送。
      </p>
      <Trouble problem={problem} />
      <p className="row-actions">
        <Button
          type="primary"
          loading={busy}
          onClick={() => void run(() => rotate(false))}
          data-testid="rotate-gently"
        >
          换，旧的再用一天
        </Button>
        <Button
          danger
          disabled={busy}
          onClick={() => void run(() => rotate(true))}
          data-testid="rotate-now"
        >
          换，旧的马上作废
        </Button>
      </p>
    </Modal>
  )
}
