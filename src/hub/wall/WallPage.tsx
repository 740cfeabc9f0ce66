import { sayCount } from '@domain/figures/rate'
import { Alert, Spin } from 'antd'
import { sayExactly } from '../clock/sayTime'
import { hrefOf } from '../console/route'
import { UrgencyMark } from '../look/UrgencyMark'
import type { HubPost } from '../session/findHubPost'
import { useWall, type Wall } from './useWall'
import { WallMap } from './WallMap'
import './wall.css'

/** 大屏: read from three metres, by whoever stands in the room. It cannot be worked with, and names nobody. */
export function WallPage({ post }: { post: HubPost }) {
  const { wall, lost } = useWall(post.area.code)
  if (!wall)
    return (
      <main className="wall" aria-busy={!lost} data-testid="wall">
        {lost ? (
          <Alert type="warning" title="连不上，正在再试" role="alert" />
        ) : (
          <Spin aria-label="正在打开" />
        )}
      </main>
    )
  return (
    <main className="wall" data-testid="wall">
      <header>
        <h1>{wall.area.name}</h1>
        <span role="status" className={lost ? 'wall-lost' : ''}>
          {lost ? '连接断开，停在 ' : ''}
          {sayExactly(Date.parse(wall.cutOff))}
        </span>
        <a href={hrefOf({ page: 'matters' })}>退出大屏</a>
      </header>
      <Counts counts={wall.counts} />
      <WallMap wall={wall} />
      <div className="wall-lists">
        <Rows title="先办这些" rows={wall.due} empty="没有在办的" dueBy={wall.cutOff} />
        <Rows title="最近收到" rows={wall.lately} empty="还没有收到" />
      </div>
    </main>
  )
}

const countTitles = [
  ['receivedToday', '今天收到'],
  ['endedToday', '今天办结'],
  ['open', '在办'],
  ['dueToday', '今天到期'],
  ['overdue', '已超期'],
] as const

function Counts({ counts }: Pick<Wall, 'counts'>) {
  return (
    <dl className="wall-counts">
      {countTitles.map(([name, title]) => (
        <div key={name} className={name === 'overdue' && counts.overdue > 0 ? 'wall-overdue' : ''}>
          <dt>{title}</dt>
          <dd data-testid={`wall-${name}`}>{sayCount(counts[name])}</dd>
        </div>
      ))}
    </dl>
  )
}

const ROWS_SHOWN = 6

type RowsProps = {
  readonly title: string
  readonly rows: Wall['due']
  readonly empty: string
  /** Where `at` is a deadline: what was due before is late. */
  readonly dueBy?: string
}

function Rows({ title, rows, empty, dueBy }: RowsProps) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 && <p>{empty}</p>}
      <ol>
        {rows.slice(0, ROWS_SHOWN).map((row, place) => (
          <li key={place} className={dueBy !== undefined && row.at < dueBy ? 'wall-late' : ''}>
            <UrgencyMark urgency={row.urgency} />
            <span className="wall-what">
              {row.areaName} · {row.kindName}
            </span>
            <time dateTime={row.at}>
              {dueBy !== undefined && (row.at < dueBy ? '已超期 ' : '期限 ')}
              {sayExactly(Date.parse(row.at)).slice(5, -3)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
