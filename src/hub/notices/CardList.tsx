import { Button } from 'antd'
import { Moment } from '../clock/Moment'
import { useConsole } from '../console/ConsoleContext'
import { PagedList } from '../look/PagedList'
import { usePages } from '../wire/usePages'

export function CardList({ onOpen }: { onOpen: (matterId: string) => void }) {
  const { api } = useConsole()
  const pages = usePages((after) => api.call('listCards', after === undefined ? {} : { after }))
  return (
    <PagedList pages={pages} empty="这里还没有公告">
      {(items) => (
        <ol className="notice-list">
          {items.map(({ cardId, at, area, title, words, flowTitle, matterId }) => (
            <li key={cardId} className="notice card" data-testid="card">
              <span className="notice-line">
                <b>{title}</b>
                <Moment at={at} />
              </span>
              <span className="card-words">{words}</span>
              <span className="quiet">
                {area.name} · {flowTitle}
              </span>
              {matterId !== undefined && (
                <Button size="small" onClick={() => onOpen(matterId)}>
                  打开这件事
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </PagedList>
  )
}
