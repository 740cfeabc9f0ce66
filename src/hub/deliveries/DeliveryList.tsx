import { Alert, App, Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { Attempts } from './Attempts'
import { DeliveryTable, stateWords } from './DeliveryTable'
import { useDeliveries, type DeliveryState } from './useDeliveries'
import type { Endpoint } from './useEndpoints'

type Props = {
  readonly endpoint: Endpoint
  readonly mayManage: boolean
  readonly onReplayed: () => Promise<void>
}

export function DeliveryList({ endpoint, mayManage, onReplayed }: Props) {
  const { api } = useConsole()
  const { message } = App.useApp()
  const [state, setState] = useState<DeliveryState | 'all'>('all')
  const { endpointId, waiting, abandoned, lastDeliveredAt } = endpoint
  const [looked, setLooked] = useState<string>()
  const figures = `${waiting} ${abandoned} ${lastDeliveredAt}`
  const { items, next, problem, read } = useDeliveries(
    endpointId,
    state === 'all' ? undefined : state,
    figures,
  )

  async function replay(deliveryId?: string) {
    try {
      const request = { endpointId, ...(deliveryId === undefined ? {} : { deliveryId }) }
      const { replayed } = await api.call('replayDeliveries', request)
      void message.success(`${replayed} 条重新去送`)
    } catch (error) {
      void message.warning(wordsOf(error))
    }
    await Promise.all([read(), onReplayed()])
  }

  return (
    <section aria-labelledby="deliveries-title" className="delivery-list">
      <header>
        <h3 id="deliveries-title">{endpoint.name} 的投递记录</h3>
        <Segmented
          value={state}
          onChange={setState}
          options={[{ value: 'all', label: '全部' }, ...stateOptions]}
          aria-label="按投递状态看"
          data-testid="delivery-state"
        />
        {mayManage && abandoned > 0 && (
          <Button onClick={() => void replay()} data-testid="replay-all">
            全部重送（{abandoned}）
          </Button>
        )}
      </header>
      {problem !== undefined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(problem)} />
      )}
      {!items && problem === undefined && <Skeleton active />}
      {items?.length === 0 && <p className="deliveries-empty">没有投递记录</p>}
      {items && items.length > 0 && (
        <DeliveryTable
          items={items}
          onAttempts={setLooked}
          {...(mayManage ? { onReplay: (id: string) => void replay(id) } : {})}
        />
      )}
      {looked !== undefined && (
        <Attempts
          endpointId={endpointId}
          deliveryId={looked}
          onClose={() => setLooked(undefined)}
        />
      )}
      {next !== null && <Button onClick={() => void read(next)}>再看一页</Button>}
    </section>
  )
}

const stateOptions = (['waiting', 'delivered', 'abandoned'] as const).map((value) => ({
  value,
  label: stateWords[value],
}))
