import { Alert, Modal, Select } from 'antd'
import { useState } from 'react'
import { ENDPOINT_KINDS_MAX } from '@contract/api/hubEndpoints'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { kindOptions, type KindNames } from './kindNames'
import type { Endpoint } from './useEndpoints'

type Props = {
  readonly endpoint: Endpoint
  readonly names: KindNames | undefined
  readonly onClose: () => void
  readonly onChanged: () => Promise<void>
}

/** Nothing chosen is everything. What stood when the window opened is sent along, so that no colleague is overwritten. */
export function ChangeKinds({ endpoint, names, onClose, onChanged }: Props) {
  const { api } = useConsole()
  const [before] = useState(endpoint.kinds)
  const [chosen, setChosen] = useState<readonly string[]>(endpoint.kinds ?? [])
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function save() {
    setBusy(true)
    setTrouble(undefined)
    const kinds = chosen.length === 0 ? null : [...chosen]
    try {
      await api.call('changeSubscription', { endpointId: endpoint.endpointId, before, kinds })
      await onChanged()
      onClose()
    } catch (error) {
      setTrouble(wordsOf(error))
      await onChanged()
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      title={`${endpoint.name} 要收的类别`}
      open
      onCancel={onClose}
      onOk={() => void save()}
      okText="保存"
      cancelText="不改"
      confirmLoading={busy}
      // The list hangs on the field, which must not move while it is opened.
      transitionName=""
      okButtonProps={{ id: 'kinds-save' }}
    >
      <p className="quiet">一个都不选，就是全部都收。从现在起发生的按新的送，已经在路上的照送。</p>
      {/* Room for the list, which would lie over the button that saves. */}
      <div className="kinds-room">
        <Select
          mode="multiple"
          value={[...chosen]}
          onChange={setChosen}
          options={kindOptions(names)}
          maxCount={ENDPOINT_KINDS_MAX}
          optionFilterProp="label"
          placeholder="全部类别"
          aria-label="要收的类别"
          className="kinds-choice"
        />
      </div>
      {trouble && <Alert type="warning" showIcon role="alert" title={trouble} />}
    </Modal>
  )
}
