import { Alert, Button } from 'antd'
import { hrefOf } from '../console/route'
import { isUnknown } from '../actions/useSendCommand'
import { wordsOf } from '../wire/WireProblem'
import type { HandOver } from './useHandOver'

type Props = { readonly handOver: HandOver; readonly onAnother: () => void }

/** What has moved, and what has not. */
export function HandedOver({ handOver, onAnother }: Props) {
  const { moved, left, problem, busy, goOn } = handOver
  return (
    <section aria-label="交接的结果" aria-live="polite">
      {problem !== undefined && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={wordsOf(problem)}
          {...(isUnknown(problem)
            ? {
                action: (
                  <Button loading={busy} onClick={() => void goOn()}>
                    再送一次
                  </Button>
                ),
              }
            : {})}
          data-testid="handover-problem"
        />
      )}
      {left !== undefined && (
        <>
          <p className="handover-tally" data-testid="handover-tally">
            <b>已交接 {moved.length} 件</b>，还剩 {left} 件{left === 0 ? '，都交清了' : ''}
          </p>
          {left > 0 && (
            <p>
              <Button loading={busy} onClick={() => void goOn()} data-testid="handover-go-on">
                接着交
              </Button>{' '}
              <span className="quiet">交不过去的，是接的人不管那个地方，请另派。</span>
            </p>
          )}
          <ul className="links">
            {moved.map(({ matterId, number }) => (
              <li key={matterId} data-testid="handed-over">
                <a href={hrefOf({ page: 'matters', matterId })}>{number}</a>
              </li>
            ))}
          </ul>
          <Button onClick={onAnother}>再交接一个人</Button>
        </>
      )}
    </section>
  )
}
