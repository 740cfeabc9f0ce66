import { View } from '@tarojs/components'
import { openMatter } from '../../components/MatterCard'
import { Press } from '../../components/Press'
import { notices, type NoticeItem } from '../../stores/news'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'
import { FeedRows } from './FeedRows'

export function NoticeRows({ rows, now }: { rows: number; now: number }) {
  const feed = notices.use()
  return (
    <FeedRows
      id="rows-notices"
      feed={feed}
      rows={rows}
      none={say.news.empty.notices}
      onRetry={() => void notices.load()}
      draw={(item, index) => <Row key={item.noticeId} n={index} item={item} now={now} />}
    />
  )
}

/** How pressing it is stands as a word before the title, not as a colour alone. */
function Row({ n, item, now }: { n: number; item: NoticeItem; now: number }) {
  const { title, words, level, number, at, matterId } = item
  return (
    <Press
      id={`notice-${n}`}
      look="bare"
      className={`card matter-card ${level === 'note' ? '' : `card--${level}`}`}
      label={[title, words].join(say.comma)}
      onPress={() => openMatter(matterId)}
    >
      <View className="strong">
        {level === 'note' ? title : `${say.news.levels[level]} ${title}`}
      </View>
      <View>{words}</View>
      <View className="quiet small">{`${sayTime(at, now)} · ${number}`}</View>
    </Press>
  )
}
