import { View } from '@tarojs/components'
import type { ChecklistView, MatterView } from '@contract/views'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

type Row = ChecklistView['rows'][number]

export function Checklists({ lists, now }: { lists: MatterView['lists']; now: number }) {
  return (
    <>
      {lists.map(({ list, title, rows }) => (
        <View key={list} id={`list-${list}`}>
          <View className="row row--apart">
            <View className="section">{title}</View>
            <View className="quiet">
              {say.matter.doneOf(rows.filter(({ doneAt }) => doneAt).length, rows.length)}
            </View>
          </View>
          <View className="card stack--close">
            {rows.map((row) => (
              <RowLine key={row.key} row={row} now={now} />
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

/** Overdue is a word and a mark, and only then a colour. */
function RowLine({ row, now }: { row: Row; now: number }) {
  const { title, note, doneAt, overdue } = row
  return (
    <View>
      <View className={doneAt ? 'quiet' : 'strong'}>{title}</View>
      <View className={overdue && !doneAt ? 'late strong small' : 'quiet small'}>
        {sayState(row, now)}
      </View>
      {note && <View className="small">{note}</View>}
    </View>
  )
}

function sayState({ doneAt, doneBy, dueAt, overdue }: Row, now: number): string {
  const { rowDoneBy, rowDue, rowOpen, overdue: late } = say.matter
  if (doneAt) return rowDoneBy(sayTime(doneAt, now), doneBy ?? '')
  const due = dueAt ? rowDue(sayTime(dueAt, now)) : ''
  return [overdue ? late : rowOpen, due].filter(Boolean).join(' · ')
}
