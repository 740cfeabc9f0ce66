import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useEffect } from 'react'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { PagedList } from '../look/PagedList'
import { usePages } from '../wire/usePages'

type Notice = ResponseOf<Operations['listNotices']>['items'][number]
type Props = {
  readonly onOpen: (matterId: string) => void
  readonly onSeen: (latest: string) => void
}

export function NoticeList({ onOpen, onSeen }: Props) {
  const { api } = useConsole()
  const pages = usePages((after) => api.call('listNotices', after === undefined ? {} : { after }))
  const latest = pages.items?.[0]?.at
  useEffect(() => {
    if (latest !== undefined) onSeen(latest)
  }, [latest, onSeen])
  return (
    <PagedList pages={pages} empty="还没有给您的消息">
      {(items) => (
        <ol className="notice-list">
          {items.map((notice) => (
            <li key={notice.noticeId}>
              <NoticeRow notice={notice} onOpen={onOpen} />
            </li>
          ))}
        </ol>
      )}
    </PagedList>
  )
}

const levelWords = { note: '告知', yellow: '临近期限', red: '已超期限' } as const

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: Props['onOpen'] }) {
  const { level, title, words, number, at, matterId } = notice
  return (
    <button
      type="button"
      className={`notice notice-${level}`}
      onClick={() => onOpen(matterId)}
      data-testid="notice"
      data-level={level}
      data-matter-id={matterId}
    >
      <span className="notice-line">
        <b className="notice-level">{levelWords[level]}</b>
        <b>{title}</b>
        <Moment at={at} />
      </span>
      <span>{words}</span>
      <span className="quiet">{number}</span>
    </button>
  )
}
