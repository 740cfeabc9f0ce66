import { View } from '@tarojs/components'
import { useState } from 'react'
import type { HistoryView } from '@contract/views'
import { Press } from '../../components/Press'
import { sayExactTime, sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** Newest first: what people look for is what happened last. */
export function Timeline({ history, now }: { history: readonly HistoryView[]; now: number }) {
  // Neighbours read what is asked of them, and not what others did.
  if (history.length === 0) return null
  return (
    <View>
      <View className="section">{say.matter.history}</View>
      <View className="card">
        {history.map((row, place) => <Moment key={place} row={row} now={now} />).reverse()}
      </View>
    </View>
  )
}

function Moment({ row, now }: { row: HistoryView; now: number }) {
  const [exact, setExact] = useState(false)
  return (
    <Press
      look="bare"
      className="moment"
      label={[row.title, row.by.name, sayExactTime(row.at)].join(say.comma)}
      onPress={() => setExact(!exact)}
    >
      <View className="moment__dot" />
      <View className="grow">
        <View className="strong">{row.title}</View>
        {row.note && <View className="break">{row.note}</View>}
        <View className="quiet small">{say.matter.by(row.by.name, row.by.roleTitle)}</View>
        <View className="quiet small">{exact ? sayExactTime(row.at) : sayTime(row.at, now)}</View>
      </View>
    </Press>
  )
}
