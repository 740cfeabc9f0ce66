import type { PersonView } from '@contract/views'
import { Button, Tooltip } from 'antd'
import { useStore } from 'zustand'
import { HeartMark } from '../look/HeartMark'
import { mayHub, type HubPost } from '../session/findHubPost'
import { useConsole } from './ConsoleContext'
import { hrefOf, type Route } from './route'

type Props = {
  readonly person: PersonView
  readonly post: HubPost
  readonly route: Route
  readonly mayHandOver: boolean
  readonly maySet: boolean
  readonly newNotices: number
  readonly onBegin: () => void
  readonly onNotices: () => void
  readonly onHelp: () => void
  readonly onLeave: () => Promise<void>
}

export function Masthead({ person, post, route, onHelp, onLeave, ...props }: Props) {
  const { live } = useConsole()
  const connection = useStore(live, (state) => state.connection)
  return (
    <header className="masthead">
      <span className="masthead-name">
        <HeartMark size={24} />
        <b>连心</b>
        <span data-testid="hub-area">{post.area.name}综治中心</span>
      </span>
      <Pages person={person} route={route} mayHandOver={props.mayHandOver} maySet={props.maySet} />
      <Tooltip title="按 N">
        <Button
          type="primary"
          onClick={props.onBegin}
          aria-keyshortcuts="n"
          data-testid="begin-open"
        >
          发起
        </Button>
      </Tooltip>
      <Tooltip title="按 E">
        <Button
          type="text"
          className={props.newNotices > 0 ? 'has-news' : ''}
          onClick={props.onNotices}
          aria-keyshortcuts="e"
          data-testid="notices-open"
        >
          {props.newNotices > 0 ? `消息（${props.newNotices} 条新）` : '消息'}
        </Button>
      </Tooltip>
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
      <a className="masthead-person" href={hrefOf({ page: 'mine' })} data-testid="person-name">
        {person.name} · {post.roleTitle}
      </a>
      <Button onClick={() => void onLeave()} data-testid="sign-out">
        退出
      </Button>
    </header>
  )
}

const pages = [
  { page: 'matters', title: '事项' },
  { page: 'figures', title: '统计' },
  { page: 'board', title: '看板' },
  { page: 'handover', title: '交接' },
  { page: 'deliveries', title: '接收地址' },
  { page: 'settings', title: '流程与类别' },
] as const

type PagesProps = Pick<Props, 'person' | 'route' | 'mayHandOver' | 'maySet'>

function Pages({ person, route, mayHandOver, maySet }: PagesProps) {
  return (
    <nav aria-label="页面">
      {pages
        .filter(({ page }) => page !== 'handover' || mayHandOver)
        .filter(({ page }) => page !== 'settings' || maySet)
        .map(({ page, title }) => (
          <a
            key={page}
            href={hrefOf({ page })}
            aria-current={route.page === page ? 'page' : undefined}
            data-testid={`nav-${page}`}
          >
            {title}
          </a>
        ))}
      {mayHub(person, 'account.read') && (
        <a
          href={hrefOf({ page: 'accounts' })}
          aria-current={route.page === 'accounts' ? 'page' : undefined}
          data-testid="nav-accounts"
        >
          账号
        </a>
      )}
    </nav>
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
