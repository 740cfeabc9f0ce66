import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'

/** Read out by screen readers as it comes; never seen. */
export function NewsRegion() {
  const { live } = useConsole()
  const news = useStore(live, (state) => state.news)
  return (
    <div className="only-heard" role="status" aria-live="polite" data-testid="news">
      {news?.words}
    </div>
  )
}
