import { useEffect, useState } from 'react'

const REST_MS = 250

type Found<Item> = {
  /** `undefined` until somebody has typed, or while the answer is on its way. */
  readonly items: readonly Item[] | undefined
  readonly problem: unknown
}

/** Asks when the typing rests; an answer to earlier words is dropped. */
export function useSearch<Item>(
  words: string,
  ask: (words: string) => Promise<readonly Item[]>,
): Found<Item> {
  const [found, setFound] = useState<Found<Item>>({ items: undefined, problem: undefined })
  useEffect(() => {
    setFound({ items: undefined, problem: undefined })
    if (words.trim() === '') return
    let current = true
    const timer = setTimeout(() => {
      ask(words.trim()).then(
        (items) => current && setFound({ items, problem: undefined }),
        (problem: unknown) => current && setFound({ items: undefined, problem }),
      )
    }, REST_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
    // `ask` is new at each drawing and means the same.
  }, [words])
  return found
}
