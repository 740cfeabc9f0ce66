import { View } from '@tarojs/components'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { cards, type CardItem } from '../../stores/news'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'
import { FeedRows } from './FeedRows'

export function CardRows({ rows, now }: { rows: number; now: number }) {
  const feed = cards.use()
  return (
    <FeedRows
      id="rows-cards"
      feed={feed}
      rows={rows}
      none={say.news.empty.cards}
      onRetry={() => void cards.load()}
      draw={(item, index) => <Row key={item.cardId} n={index} item={item} now={now} />}
    />
  )
}

function Row({ n, item, now }: { n: number; item: CardItem; now: number }) {
  const { title, words, area, at, flowTitle, matterId } = item
  return (
    <View className="card">
      <View className="strong">{title}</View>
      <View className="lines">{words}</View>
      <View className="quiet small">{`${area.name} · ${flowTitle} · ${sayTime(at, now)}`}</View>
      {matterId && (
        <Press id={`card-open-${n}`} label={say.news.open} onPress={() => openMatter(matterId)} />
      )}
    </View>
  )
}
