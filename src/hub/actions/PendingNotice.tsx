import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { useConsole } from '../console/ConsoleContext'
import type { MatterDetail } from '../matter/useMatter'
import type { Command } from './pendingCommands'
import type { SendCommand } from './useSendCommand'

type Props = {
  readonly command: Command
  readonly detail: MatterDetail
  readonly sending: boolean
  readonly onSend: SendCommand
  readonly refresh: () => Promise<void>
}

/** No answer came. It says so, and offers the identical request, or giving it up after a look at the server. */
export function PendingNotice({ command, detail, sending, onSend, refresh }: Props) {
  const { pending } = useConsole()
  const [looked, setLooked] = useState(false)
  const title =
    detail.actions.find(({ action }) => action === command.action)?.title ?? '刚才那一步'
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={`没有收到回音，不知道「${title}」送到没有`}
      description={
        looked
          ? '服务器上现在还没有这一步。可以再送一次，或不送了改别的。'
          : '填的内容都还在。再送一次送的是同一份，不会办两次。'
      }
      action={
        <Space orientation="vertical">
          <Button
            type="primary"
            loading={sending}
            onClick={() => void onSend(command.action, {})}
            data-testid="pending-retry"
          >
            再送一次
          </Button>
          <Button
            onClick={() => void refresh().then(() => setLooked(true))}
            data-testid="pending-look"
          >
            看看送到没有
          </Button>
          {looked && (
            <Button onClick={() => pending.settle(command.matterId)} data-testid="pending-drop">
              不送了
            </Button>
          )}
        </Space>
      }
      data-testid="pending-notice"
    />
  )
}
