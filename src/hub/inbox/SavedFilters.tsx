import type { SavedFilter } from '@contract/api/savedFilters'
import { Alert, Button, Input, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { wordsOf } from '../wire/WireProblem'
import { isFiltering, type InboxFilter } from './inboxFilter'

const NAME_MAX = 30

/** 存下的筛选: one press asks the inbox again as it was asked then, at any console. */
export function SavedFilters() {
  const { inbox } = useConsole()
  const { filter, view } = useStore(inbox.store)
  const { items, save, drop, problem } = useSavedFilters()
  const [naming, setNaming] = useState(false)
  const chosen = items.find(({ content }) => isSame(content, contentOf(filter, view)))
  const show = ({ content: { view: asked, ...rest } }: SavedFilter) =>
    void inbox.show({ view: asked, filter: { ...rest, areaCode: rest.areaCode } })
  async function keep(name: string) {
    if (name.trim() !== '' && (await save(name.trim(), contentOf(filter, view)))) setNaming(false)
  }
  return (
    <div className="saved-filters" role="group" aria-label="存下的筛选" data-testid="saved-filters">
      {items.map((one) => (
        <Button
          key={one.filterId}
          size="small"
          type={one === chosen ? 'primary' : 'default'}
          onClick={() => show(one)}
          data-testid="saved-filter"
        >
          {one.name}
        </Button>
      ))}
      {chosen && (
        <Popconfirm title={`删掉“${chosen.name}”？`} onConfirm={() => void drop(chosen.filterId)}>
          <Button size="small" type="text" data-testid="drop-filter">
            删掉
          </Button>
        </Popconfirm>
      )}
      {!chosen && isFiltering(filter) && !naming && (
        <Button size="small" type="text" onClick={() => setNaming(true)} data-testid="save-filter">
          存下这个筛选
        </Button>
      )}
      {naming && (
        <Input.Search
          size="small"
          autoFocus
          maxLength={NAME_MAX}
          placeholder="起个名字"
          aria-label="筛选的名字"
          enterButton="存"
          onSearch={(name) => void keep(name)}
          onKeyDown={({ key }) => key === 'Escape' && setNaming(false)}
          data-testid="filter-name"
        />
      )}
      {problem !== undefined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(problem)} />
      )}
    </div>
  )
}

type Content = SavedFilter['content']

function contentOf(
  { flow, statuses, areaCode, search }: InboxFilter,
  view: Content['view'],
): Content {
  return {
    view,
    statuses: [...statuses],
    search,
    ...(flow === undefined ? {} : { flow }),
    ...(areaCode === undefined ? {} : { areaCode }),
  }
}

function isSame(one: Content, other: Content): boolean {
  const { view, flow, areaCode, search, statuses } = one
  return (
    view === other.view &&
    flow === other.flow &&
    areaCode === other.areaCode &&
    search === other.search &&
    [...statuses].sort().join() === [...other.statuses].sort().join()
  )
}

function useSavedFilters() {
  const { api, newId } = useConsole()
  const [items, setItems] = useState<readonly SavedFilter[]>([])
  const [problem, setProblem] = useState<unknown>()
  useEffect(() => {
    // Without an answer the inbox has its own filters, as before.
    api.call('listFilters', {}).then(
      (answer) => setItems(answer.items),
      () => undefined,
    )
  }, [api])
  async function ask(work: Promise<{ items: readonly SavedFilter[] }>): Promise<boolean> {
    setProblem(undefined)
    try {
      setItems((await work).items)
      return true
    } catch (error) {
      setProblem(error)
      return false
    }
  }
  return {
    items,
    problem,
    save: (name: string, content: Content) =>
      ask(api.call('saveFilter', { filterId: newId(), name, content })),
    drop: (filterId: SavedFilter['filterId']) => ask(api.call('dropFilter', { filterId })),
  }
}
