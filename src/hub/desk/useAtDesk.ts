import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { mayHub } from '../session/findHubPost'

/** Whoever receives reports; leaders and villages read the same pages without the desk's tools. */
export function useAtDesk(): boolean {
  const { session } = useConsole()
  return useStore(session, ({ person }) => !!person && mayHub(person, 'matter.accept'))
}
