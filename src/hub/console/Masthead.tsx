import type { PersonView } from '@contract/views'
import { Button, Tooltip } from 'antd'
import { useStore } from 'zustand'
import { HeartMark } from '../look/HeartMark'
import type { HubPost } from '../session/findHubPost'
import { useConsole } from './ConsoleContext'
import { hrefOf, type Route } from './route'

type Props = {
  readonly person: PersonView
  readonly post: HubPost
  readonly route: Route
  readonly onHelp: () => void
  readonly onLeave: () => Promise<void>
}

export function Masthead({ person, post, route, onHelp, onLeave }: Props) {
  const { live } = useConsole()
  const connection = useStore(live, (state) => state.connection)
  return (
    <header className="masthead">
      <span className="masthead-name">
        <HeartMark size={24} />
        <b>连心</b>
        <span data-testid="hub-area">{post.area.name}综治中心</span>
      </span>
      <nav aria-label="页面">
        <a
          href={hrefOf({ page: 'matters' })}
          aria-current={route.page === 'matters' ? 'page' : undefined}
        >
          事项
        </a>
        <a
          href={hrefOf({ page: 'deliveries' })}
          aria-current={route.page === 'deliveries' ? 'page' : undefined}
          data-testid="nav-deliveries"
        >
          接收地址
        </a>
      </nav>
      <span
        className={`connection connection-${connection}`}
        data-testid="connection"
        data-state={connection}
      >
        {connectionWords[connection]}
      </span>
      <SoundButton />
      <Tooltip title="按 ?">
        <Button type="text" onClick={onHelp} aria-keyshortcuts="?" data-testid="key-help-open">
          按键
        </Button>
      </Tooltip>
      <span className="masthead-person" data-testid="person-name">
        {person.name} · {post.roleTitle}
      </span>
      <Button onClick={() => void onLeave()} data-testid="sign-out">
        退出
      </Button>
    </header>
  )
}

const connectionWords = { connecting: '正在连接', connected: '实时', lost: '连接断开' } as const

/** Says plainly when the browser keeps the bell silent: an officer who trusts it would miss a report. */
function SoundButton() {
  const { alarm } = useConsole()
  const { muted, blocked } = useStore(alarm.store)
  const words = muted ? '声音已关' : blocked ? '声音还没打开，点这里' : '声音已开'
  const press = () => (blocked && !muted ? alarm.unblock() : alarm.toggleMuted())
  return (
    <Tooltip title="按 M 开关">
      <Button
        type="text"
        className={muted || blocked ? 'sound sound-off' : 'sound'}
        onClick={press}
        aria-pressed={!muted}
        aria-keyshortcuts="m"
        data-testid="sound"
      >
        {words}
      </Button>
    </Tooltip>
  )
}
