import { App, Button, Popconfirm } from 'antd'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import type { Endpoint } from './useEndpoints'

type Props = {
  readonly endpoints: readonly Endpoint[]
  readonly chosenId: string | undefined
  readonly mayManage: boolean
  readonly onChoose: (endpointId: string) => void
  readonly onChanged: () => Promise<void>
}

export function EndpointList({ endpoints, chosenId, mayManage, onChoose, onChanged }: Props) {
  return (
    <div className="table-frame">
      <table data-testid="endpoints">
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">地址</th>
            <th scope="col">状态</th>
            <th scope="col">等着送</th>
            <th scope="col">已放弃</th>
            <th scope="col">最近送到</th>
            <th scope="col">
              <span className="only-heard">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {endpoints.map((endpoint) => (
            <EndpointRow
              key={endpoint.endpointId}
              endpoint={endpoint}
              chosen={endpoint.endpointId === chosenId}
              mayManage={mayManage}
              onChoose={() => onChoose(endpoint.endpointId)}
              onChanged={onChanged}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  readonly endpoint: Endpoint
  readonly chosen: boolean
  readonly mayManage: boolean
  readonly onChoose: () => void
  readonly onChanged: () => Promise<void>
}

function EndpointRow({ endpoint, chosen, mayManage, onChoose, onChanged }: RowProps) {
  const { endpointId, name, url, disabled, waiting, abandoned, lastDeliveredAt } = endpoint
  const silent = endpoint.silentSince !== null
  return (
    <tr
      className={chosen ? 'row-open' : ''}
      data-endpoint-id={endpointId}
      data-testid="endpoint-row"
    >
      <th scope="row">{name}</th>
      <td className="address">{url ?? '没有公网地址，由对方来取'}</td>
      <td className={silent ? 'needs-you' : ''}>
        {disabled ? '已停用' : silent ? '失联' : '在用'}
      </td>
      <td>{waiting}</td>
      <td className={abandoned > 0 ? 'needs-you' : ''}>{abandoned}</td>
      <td>{lastDeliveredAt === null ? '还没有' : <Moment at={lastDeliveredAt} />}</td>
      <td className="row-actions">
        <Button size="small" onClick={onChoose} aria-pressed={chosen} data-testid="show-deliveries">
          投递记录
        </Button>
        {mayManage && !disabled && <DisableButton endpointId={endpointId} onChanged={onChanged} />}
      </td>
    </tr>
  )
}

function DisableButton({
  endpointId,
  onChanged,
}: {
  endpointId: string
  onChanged: () => Promise<void>
}) {
  const { api } = useConsole()
  const { message } = App.useApp()
  async function disable() {
    try {
      await api.call('disableEndpoint', { endpointId })
      void message.success('已停用')
    } catch (error) {
      void message.warning(wordsOf(error))
    }
    await onChanged()
  }
  return (
    <Popconfirm
      title="停用后不再往这里送"
      description="已经送到的不受影响。停用后要重新登记才能再用。"
      okText="停用"
      cancelText="不停"
      onConfirm={() => void disable()}
    >
      <Button size="small" data-testid="disable-endpoint">
        停用
      </Button>
    </Popconfirm>
  )
}
