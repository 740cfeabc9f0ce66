import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { Moment } from '../clock/Moment'
import { PageTrouble } from '../console/PageTrouble'
import { useConsole } from '../console/ConsoleContext'

type Attempt = ResponseOf<Operations['listAttempts']>['items'][number]
type Props = {
  readonly endpointId: string
  readonly deliveryId: string
  readonly onClose: () => void
}

/** Each time it was tried and what the other side said, the latest first. */
export function Attempts({ endpointId, deliveryId, onClose }: Props) {
  const { api } = useConsole()
  const [items, setItems] = useState<readonly Attempt[]>()
  const [problem, setProblem] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    setProblem(undefined)
    api
      .call('listAttempts', { endpointId, deliveryId })
      .then((answer) => setItems(answer.items), setProblem)
  }, [api, endpointId, deliveryId, turn])
  return (
    <Modal title="每次投递" open footer={null} onCancel={onClose}>
      <PageTrouble problem={problem} onRetry={() => setTurn(turn + 1)} />
      {!items && problem === undefined && <Skeleton active />}
      {items?.length === 0 && <p>还没有一次有结果。</p>}
      <ol className="attempts" data-testid="attempts">
        {items?.map(({ finishedAt, accepted, answer }) => (
          <li key={finishedAt}>
            <Moment at={finishedAt} /> <b>{accepted ? '收下了' : '没收下'}</b> {answer}
          </li>
        ))}
      </ol>
    </Modal>
  )
}
