import { allFlows } from '@domain/flows/allFlows'
import { Button } from 'antd'
import { Moment } from '../clock/Moment'
import { hrefOf } from '../console/route'
import type { Delivery } from './useDeliveries'

export const stateWords = { waiting: '等着送', delivered: '已送到', abandoned: '已放弃' } as const

type Props = {
  readonly items: readonly Delivery[]
  readonly onAttempts: (deliveryId: string) => void
  readonly onReplay?: (deliveryId: string) => void
}

export function DeliveryTable({ items, onAttempts, onReplay }: Props) {
  return (
    <div className="table-frame">
      <table data-testid="delivery-table">
        <thead>
          <tr>
            <th scope="col">产生</th>
            <th scope="col">内容</th>
            <th scope="col">状态</th>
            <th scope="col">送了几次</th>
            <th scope="col">对方最近的回答</th>
            <th scope="col">下次再送</th>
            <th scope="col">
              <span className="only-heard">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((delivery) => (
            <tr key={delivery.deliveryId} data-testid="delivery-row" data-state={delivery.state}>
              <td>
                <Moment at={delivery.createdAt} />
              </td>
              <td>
                <a
                  href={hrefOf({ page: 'matters', matterId: delivery.matterId })}
                  title={delivery.type}
                >
                  {typeWords(delivery.type)}
                </a>
              </td>
              <td className={delivery.state === 'abandoned' ? 'needs-you' : ''}>
                {stateWords[delivery.state]}
              </td>
              <td
                title={`开始 ${delivery.startedAttempts} 次，有结果 ${delivery.finishedAttempts} 次`}
              >
                <Button
                  type="link"
                  size="small"
                  onClick={() => onAttempts(delivery.deliveryId)}
                  data-testid="show-attempts"
                >
                  {delivery.startedAttempts} 次
                </Button>
              </td>
              <td className="answer">{delivery.lastAnswer ?? '还没有'}</td>
              <td>
                {delivery.nextAttemptAt === null ? '—' : <Moment at={delivery.nextAttemptAt} />}
              </td>
              <td>
                {onReplay && delivery.state === 'abandoned' && (
                  <Button
                    size="small"
                    onClick={() => onReplay(delivery.deliveryId)}
                    data-testid="replay"
                  >
                    重送
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `cn.lianxin.matter.closed.v1` by the name its step has in the flow; the type itself under the pointer. */
function typeWords(type: string): string {
  const event = /^cn\.lianxin\.matter\.([a-z-]+)\.v\d+$/.exec(type)?.[1]
  if (event === 'reported') return '上报'
  const rows = allFlows.flatMap(({ statuses }) =>
    Object.values(statuses).flatMap(({ actions }) => Object.values(actions)),
  )
  return rows.find((row) => row.event === event)?.title ?? type
}
