import { useState } from 'react'
import { useDidShow } from '../platform/lifecycle'

/** The moment the page was last shown: near enough for "yesterday", and it does not move under the thumb. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useDidShow(() => setNow(Date.now()))
  return now
}
