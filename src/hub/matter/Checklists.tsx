import type { ChecklistView } from '@contract/views'
import { Moment } from '../clock/Moment'

type Row = ChecklistView['rows'][number]

/** 清单: each line with its state in a word and a colour; red is for what is overdue. */
export function Checklists({ lists }: { lists: readonly ChecklistView[] }) {
  return (
    <>
      {lists.map(({ list, title, rows }) => (
        <section key={list} aria-label={title} data-testid="checklist">
          <h3>
            {title}{' '}
            <span className="quiet">
              {rows.filter(({ doneAt }) => doneAt !== undefined).length}/{rows.length}
            </span>
          </h3>
          <ul className="checklist">
            {rows.map((row) => (
              <ChecklistRow key={row.key} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const stateWords = { done: '已办', overdue: '到期没办', open: '还没办' } as const

function ChecklistRow({ row }: { row: Row }) {
  const state = row.doneAt !== undefined ? 'done' : row.overdue ? 'overdue' : 'open'
  return (
    <li data-testid="checklist-row" data-state={state}>
      <b className={`line-state line-${state}`}>{stateWords[state]}</b>
      <span className="line-title">
        {row.title}
        {row.note && <span className="quiet">（{row.note}）</span>}
      </span>
      <span className="quiet">
        {row.doneAt !== undefined ? (
          <>
            {row.doneBy} <Moment at={row.doneAt} />
          </>
        ) : (
          row.dueAt !== undefined && (
            <>
              <Moment at={row.dueAt} />前
            </>
          )
        )}
      </span>
    </li>
  )
}
