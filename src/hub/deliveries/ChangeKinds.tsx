import { Modal, Select } from 'antd'
import { useState } from 'react'
import { ENDPOINT_KINDS_MAX } from '@contract/api/hubEndpoints'
import { useConsole } from '../console/ConsoleContext'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
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
  const { busy, problem, run } = useAsk()

  async function save() {
    const kinds = chosen.length === 0 ? null : [...chosen]
    // Also after a refusal, so that what a colleague chose is there to be seen.
    await api
      .call('changeSubscription', { endpointId: endpoint.endpointId, before, kinds })
      .finally(onChanged)
    onClose()
  }

  return (
    <Modal
      title={`${endpoint.name} 要收的类别`}
      open
      onCancel={onClose}
      onOk={() => void run(save)}
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
      <Trouble problem={problem} />
    </Modal>
  )
}
