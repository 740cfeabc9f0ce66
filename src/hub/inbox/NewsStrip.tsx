import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'

/** What has just come, whatever its place in the queue: one press opens it. */
export function NewsStrip({ onOpen }: { onOpen: (matterId: string) => void }) {
  const { live, inbox } = useConsole()
  const news = useStore(live, (state) => state.news)
  const unseen = useStore(inbox.store, (state) => state.unseen)
  if (!news?.arrived || !unseen.has(news.matterId)) return null
  return (
    <button
      type="button"
      className="news-strip"
      onClick={() => onOpen(news.matterId)}
      data-testid="news-strip"
    >
      <span>{news.words}</span>
      <b>{unseen.size > 1 ? `打开（共 ${unseen.size} 件新）` : '打开'}</b>
    </button>
  )
}
