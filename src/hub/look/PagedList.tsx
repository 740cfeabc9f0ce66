import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { usePages } from '../wire/usePages'
import { wordsOf } from '../wire/WireProblem'

type Props<Item> = {
  readonly pages: ReturnType<typeof usePages<Item>>
  readonly empty: string
  readonly children: (items: readonly Item[]) => ReactNode
}

/** A list with everything that may stand in its place: waiting, nothing, trouble, and more to come. */
export function PagedList<Item>({ pages, empty, children }: Props<Item>) {
  const { items, next, problem, busy, again, more } = pages
  return (
    <>
      {items && items.length > 0 && children(items)}
      {items?.length === 0 && <p className="quiet paged-empty">{empty}</p>}
      {!items && problem === undefined && <Skeleton active title={false} />}
      {problem !== undefined && (
        <p role="alert">
          {wordsOf(problem)}{' '}
          <Button size="small" onClick={items ? more : again}>
            再试一次
          </Button>
        </p>
      )}
      {next !== null && problem === undefined && (
        <Button block loading={busy} onClick={more} data-testid="more">
          再看一页
        </Button>
      )}
    </>
  )
}
