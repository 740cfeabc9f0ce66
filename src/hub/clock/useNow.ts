import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'

/** The server's time, the same for every clock on the page, so that two of them never differ by a minute. */
export function useNow(): number {
  return useStore(useConsole().clock)
}
