import { useCallback, useEffect, useRef, useState } from 'react'

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }

type Reading<Item> = {
  /** `undefined` until the first page is here. */
  readonly items: readonly Item[] | undefined
  readonly next: string | null
  readonly problem: unknown
  readonly busy: boolean
}

const nothingYet = { items: undefined, next: null, problem: undefined, busy: true } as const

/** A list that is read page by page; `again` begins anew from the first. */
export function usePages<Item>(ask: (after: string | undefined) => Promise<Page<Item>>) {
  const [reading, setReading] = useState<Reading<Item>>(nothingYet)
  const asked = useRef(ask)
  asked.current = ask
  const latest = useRef(0)

  const read = useCallback(async (after: string | undefined) => {
    const mine = ++latest.current
    setReading((before) => ({ ...before, busy: true, problem: undefined }))
    try {
      const { items, next } = await asked.current(after)
      if (mine !== latest.current) return
      setReading((before) => ({
        items: after === undefined ? items : [...(before.items ?? []), ...items],
        next,
        problem: undefined,
        busy: false,
      }))
    } catch (problem) {
      if (mine === latest.current) setReading((before) => ({ ...before, problem, busy: false }))
    }
  }, [])
  const again = useCallback(() => void read(undefined), [read])
  useEffect(again, [again])

  return {
    ...reading,
    again,
    more: () => void read(reading.next ?? undefined),
  }
}
