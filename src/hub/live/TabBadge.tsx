import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'

/** The number of new reports nobody has opened, on the tab: 「(2 件新) 连心 · 西江镇」. */
export function TabBadge({ title }: { title: string }) {
  const { inbox } = useConsole()
  const unseen = useStore(inbox.store, (state) => state.unseen.size)
  useEffect(() => {
    document.title = unseen > 0 ? `(${unseen} 件新) ${title}` : title
  }, [unseen, title])
  return null
}
