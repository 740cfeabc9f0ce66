import { Button } from 'antd'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { PagedList } from '../look/PagedList'
import { Trouble } from '../wire/Trouble'
import { useAsk } from '../wire/useAsk'
import { usePages } from '../wire/usePages'

const hows = {
  demo: '演示登录',
  wechat: '微信',
  password: '账号密码',
  signOn: '统一登录',
  '': '以前的登录',
} as const

/** Where somebody is signed in, and the way to end it there. One's own without an account. */
export function SessionList({ account }: { account?: string }) {
  const { api } = useConsole()
  const { problem, run } = useAsk()
  const pages = usePages(async () => {
    const request = account === undefined ? {} : { account }
    return { items: (await api.call('listSessions', request)).items, next: null }
  })
  const end = (sessionId: string) =>
    run(async () => {
      await api.call('endSession', { sessionId })
      pages.again()
    })
  return (
    <>
      <PagedList pages={pages} empty="没有开着的登录。">
        {(items) => (
          <ul className="session-list">
            {items.map(({ sessionId, how, address, begunAt, seenAt, own }) => (
              <li key={sessionId} data-testid="session">
                <span>
                  {hows[how]} · {address || '地址不明'}
                  {own && <b> · 现在这一个</b>}
                </span>
                <span className="quiet">
                  <Moment at={begunAt} /> 登录，最近用过 <Moment at={seenAt} />
                </span>
                {!own && (
                  <Button onClick={() => void end(sessionId)} data-testid="session-end">
                    结束
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <Trouble problem={problem} />
    </>
  )
}
