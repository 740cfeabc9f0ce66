import { createContext, useContext } from 'react'
import type { Console } from './createConsole'

export const ConsoleContext = createContext<Console | undefined>(undefined)

export function useConsole(): Console {
  const value = useContext(ConsoleContext)
  if (!value) throw new Error('The page stands outside the console')
  return value
}
