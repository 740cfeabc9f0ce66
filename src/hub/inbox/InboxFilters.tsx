import { allFlows } from '@domain/flows/allFlows'
import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useAreasBelow, type Area } from '../area/useAreasBelow'
import { useConsole } from '../console/ConsoleContext'
import { SavedFilters } from './SavedFilters'
import type { InboxFilter } from './inboxFilter'
import type { InboxView } from './orderInbox'

export function InboxFilters({ homeArea }: { homeArea: Area }) {
  const { inbox } = useConsole()
  const { view, filter } = useStore(inbox.store)
  const areas = useAreasBelow(homeArea.code)
  const choose = (part: Partial<InboxFilter>) => void inbox.show({ filter: { ...filter, ...part } })

  return (
    <div className="inbox-filters">
      <Segmented<InboxView>
        block
        value={view}
        onChange={(next) => void inbox.show({ view: next })}
        options={[
          { value: 'due', label: '按期限' },
          { value: 'received', label: '最新（含办结）' },
        ]}
        aria-label="顺序"
        data-testid="inbox-view"
      />
      <SearchBox
        key={filter.search}
        search={filter.search}
        onSearch={(search) => choose({ search })}
      />
      <div className="inbox-selects">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部系统"
          aria-label="按系统筛选"
          value={filter.flow ?? null}
          onChange={(flow: string | null | undefined) =>
            choose({ flow: flow ?? undefined, statuses: [] })
          }
          options={allFlows.map(({ name, title }) => ({ value: name, label: title }))}
          data-testid="filter-flow"
        />
        <Select
          mode="multiple"
          allowClear
          maxTagCount="responsive"
          placeholder="全部状态"
          aria-label="按状态筛选"
          value={[...filter.statuses]}
          onChange={(statuses: string[]) => choose({ statuses })}
          options={statusOptions(view, filter.flow)}
          data-testid="filter-status"
        />
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部村"
          aria-label="按村筛选"
          value={filter.areaCode ?? null}
          onChange={(areaCode: string | null | undefined) =>
            choose({ areaCode: areaCode ?? undefined })
          }
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
          data-testid="filter-area"
        />
      </div>
      <SavedFilters />
    </div>
  )
}

function SearchBox({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [words, setWords] = useState(search)
  return (
    <Input.Search
      id="inbox-search"
      allowClear
      value={words}
      maxLength={100}
      placeholder="搜内容或编号，按 / 到这里"
      aria-label="搜索"
      aria-keyshortcuts="/"
      onChange={(event) => setWords(event.target.value)}
      onSearch={(typed) => onSearch(typed.trim())}
      data-testid="inbox-search"
    />
  )
}

/** One line for each status of the chosen system; without one, two flows may both have one of that name. */
function statusOptions(
  view: InboxView,
  chosen: string | undefined,
): { value: string; label: string }[] {
  const titles = new Map<string, string>()
  for (const flow of allFlows)
    for (const [status, row] of Object.entries(flow.statuses))
      if ((view === 'received' || !row.ended) && flow.name === (chosen ?? flow.name))
        titles.set(status, titles.get(status) ?? row.title)
  return [...titles].map(([value, label]) => ({ value, label }))
}
