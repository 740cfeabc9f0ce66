import { Modal } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { HubPost } from '../session/findHubPost'
import { useAsk } from '../wire/useAsk'
import { wordsOf } from '../wire/WireProblem'
import { EndpointForm, type NewEndpoint } from './EndpointForm'
import { SecretOnce } from './SecretOnce'

type Props = {
  readonly post: HubPost
  readonly onClose: () => void
  readonly onRegistered: () => Promise<void>
}

/** The id is minted once for the window, so that pressing again after a lost answer registers nothing twice. */
export function RegisterEndpoint({ post, onClose, onRegistered }: Props) {
  const { api, newId } = useConsole()
  const [endpointId] = useState(newId)
  const { busy, problem, run } = useAsk()
  const [secret, setSecret] = useState<string>()

  async function register(endpoint: NewEndpoint) {
    const request = { endpointId, areaCode: post.area.code, ...endpoint }
    setSecret((await api.call('registerEndpoint', request)).secret)
    await onRegistered()
  }

  if (secret !== undefined) return <SecretOnce secret={secret} onClose={onClose} />
  return (
    <Modal title={`登记接收地址 · ${post.area.name}`} open footer={null} onCancel={onClose}>
      <EndpointForm
        busy={busy}
        trouble={problem === undefined ? undefined : wordsOf(problem)}
        onRegister={(endpoint) => void run(() => register(endpoint))}
      />
    </Modal>
  )
}
