import type { MatterView } from '@contract/views'
import { Button } from 'antd'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { InboxRow } from './InboxRow'

type Props = {
  readonly openId: string | undefined
  readonly onOpen: (matterId: string) => void
  /** 多选: those that are chosen. */
  readonly picking?: ReadonlySet<string> | undefined
}

/** Rows that came by themselves and belong further down stand below the button, so that no gap is hidden. */
export function InboxRows({ openId, onOpen, picking }: Props) {
  const { inbox } = useConsole()
  const { rows, next, lastPagedId, loadingMore, unseen } = useStore(inbox.store)
  const split =
    next === null ? rows.length : rows.findIndex((row) => row.matterId === lastPagedId) + 1
  const list = (part: readonly MatterView[]) =>
    part.map((matter) => (
      <li key={matter.matterId}>
        <InboxRow
          matter={matter}
          open={matter.matterId === openId}
          unseen={unseen.has(matter.matterId)}
          picked={picking?.has(matter.matterId)}
          onOpen={() => onOpen(matter.matterId)}
        />
      </li>
    ))
  const paged = split > 0 ? split : rows.length

  return (
    <>
      <ol className="inbox-rows">{list(rows.slice(0, paged))}</ol>
      {next !== null && (
        <Button
          block
          className="load-more"
          loading={loadingMore}
          onClick={() => void inbox.loadMore()}
          data-testid="load-more"
        >
          再看一页
        </Button>
      )}
      {paged < rows.length && <ol className="inbox-rows">{list(rows.slice(paged))}</ol>}
    </>
  )
}
