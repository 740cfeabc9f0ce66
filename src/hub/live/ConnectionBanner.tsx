import { Button } from 'antd'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'

/** A list that may be stale must not look fresh. */
export function ConnectionBanner() {
  const { live, desk, session } = useConsole()
  const lost = useStore(live, (state) => state.connection === 'lost')
  const ended = useStore(session, (state) => state.ended)
  if (!lost || ended) return null
  return (
    <div className="banner" role="alert" data-testid="connection-banner">
      <span>连接断开，正在自动重连。列表可能不是最新的；恢复后会补齐，一件不少。</span>
      <Button size="small" onClick={desk.retryNow}>
        现在重连
      </Button>
    </div>
  )
}
