import { View } from '@tarojs/components'
import { useState } from 'react'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { Tabs } from '../../components/Tabs'
import { useNow } from '../../components/useNow'
import { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { loadList, loadMore } from '../../stores/lists'
import { cards, notices } from '../../stores/news'
import { newsBoxes, type NewsBox } from '../../stores/openNews'
import { signedInPerson } from '../../stores/session'
import { say } from '../../words/say'
import { MatterRows } from '../matters/MatterRows'
import { CardRows } from './CardRows'
import { NoticeRows } from './NoticeRows'

const ROWS_AT_ONCE = 10

/** 消息, 公告 and 身边的事: what came for me, what the township says, what goes on around me. */
export default function NewsPage() {
  const asked = useRouter().params.box
  const now = useNow()
  const [box, setBox] = useState<NewsBox>(newsBoxes.find((name) => name === asked) ?? 'notices')
  const [rows, setRows] = useState(ROWS_AT_ONCE)
  useDidShow(() => void look(box))
  usePullDownRefresh(() => void look(box).then(platform.dialogs.stopPullDown))
  useReachBottom(() => {
    setRows(rows + ROWS_AT_ONCE)
    void sources[box].more()
  })
  const choose = (next: NewsBox) => {
    setBox(next)
    setRows(ROWS_AT_ONCE)
    void look(next)
  }
  return (
    <Screen title={say.news.title}>
      <Tabs
        tabs={newsBoxes.map((name) => ({ name, id: `news-${name}`, label: say.news.boxes[name] }))}
        chosen={box}
        onChoose={choose}
      />
      {!signedInPerson() ? (
        <Notice text={say.news.guest} />
      ) : (
        <>
          {box === 'notices' && <NoticeRows rows={rows} now={now} />}
          {box === 'cards' && <CardRows rows={rows} now={now} />}
          {box === 'around' && <MatterRows box="around" rows={rows} now={now} />}
        </>
      )}
      <View className="foot" />
    </Screen>
  )
}

const sources = {
  notices: { load: notices.load, more: notices.loadMore, seen: notices.markSeen },
  cards: { load: cards.load, more: cards.loadMore, seen: cards.markSeen },
  around: {
    load: () => loadList('around'),
    more: () => loadMore('around'),
    seen: () => undefined,
  },
} as const satisfies Record<NewsBox, object>

async function look(box: NewsBox): Promise<void> {
  if (!signedInPerson()) return
  await sources[box].load()
  sources[box].seen()
}
