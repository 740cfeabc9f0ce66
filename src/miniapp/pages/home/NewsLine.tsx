import { View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { notices, cards } from '../../stores/news'
import { openNews } from '../../stores/openNews'
import { say } from '../../words/say'

/** One line for everything that is only read, with the number of what is new. */
export function NewsLine() {
  const unseen = notices.use(({ unseen: count }) => count)
  const published = cards.use(({ unseen: count }) => count)
  const value = sayUnseen(unseen, published)
  return (
    <Press
      id="home-news"
      look="bare"
      className="card row row--wrap"
      label={`${say.news.line} ${value}`}
      onPress={() => openNews(unseen === 0 && published > 0 ? 'cards' : 'notices')}
    >
      <Icon name="bell" />
      <View className="grow">{say.news.line}</View>
      {value !== '' && <View className="badge">{value}</View>}
    </Press>
  )
}

function sayUnseen(unseen: number, published: number): string {
  if (unseen > 0) return say.news.unseen(unseen)
  return published > 0 ? say.news.published(published) : ''
}
