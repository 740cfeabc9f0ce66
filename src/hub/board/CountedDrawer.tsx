import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { sayCount } from '@domain/figures/rate'
import { Button, Drawer } from 'antd'
import { sayExactly } from '../clock/sayTime'
import { useConsole } from '../console/ConsoleContext'
import { PageTrouble } from '../console/PageTrouble'
import { hrefOf } from '../console/route'
import { usePages } from '../wire/usePages'
import type { BoardQuery, Drill } from './useBoard'

type Query = Omit<BoardQuery, 'by'>
type Props = {
  readonly query: Query
  readonly drill: Drill | undefined
  readonly onClose: () => void
}

const PAGE = 50

/** 数字背后的事 */
export function CountedDrawer({ query, drill, onClose }: Props) {
  // A closed one would stay in the page as a dialogue without a name.
  if (!drill) return null
  const title = `${drill.title}：${sayCount(drill.count)}`
  return (
    <Drawer open onClose={onClose} size="large" title={title}>
      <CountedList key={`${drill.number} ${drill.part?.key}`} query={query} drill={drill} />
    </Drawer>
  )
}

function CountedList({ query, drill }: { query: Query; drill: Drill }) {
  const { api } = useConsole()
  const { number, part } = drill
  const { areaCode, from, until, flow } = query
  const { items, next, problem, busy, again, more } = usePages((after) =>
    api.call('listCounted', {
      ...{ areaCode, from, until, flow, number, limit: PAGE },
      ...(part ? { part } : {}),
      ...(after === undefined ? {} : { after }),
    }),
  )
  return (
    <div className="counted" aria-busy={busy} data-testid="counted">
      <PageTrouble problem={problem} onRetry={again} />
      <ol>
        {items?.map((item, place) => (
          <li key={item.matter?.matterId ?? `hidden-${place}`} data-testid="counted-row">
            <CountedRow item={item} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <Button onClick={more} loading={busy} data-testid="counted-more">
          再看 {PAGE} 件
        </Button>
      )}
    </div>
  )
}

type Item = ResponseOf<Operations['listCounted']>['items'][number]

/** What one may not read is counted, so that the list comes to the number. */
function CountedRow({ item: { matter, times } }: { item: Item }) {
  const often = Math.abs(times) === 1 ? '' : `（算 ${times} 次）`
  if (!matter) return <span className="quiet">按规定不显示的一件{often}</span>
  return (
    <>
      <a href={hrefOf({ page: 'matters', matterId: matter.matterId })}>{matter.number}</a>{' '}
      {matter.kindName} · {matter.areaName} · {matter.statusTitle}
      {often} <span className="quiet">收到 {sayExactly(Date.parse(matter.receivedAt))}</span>
    </>
  )
}
