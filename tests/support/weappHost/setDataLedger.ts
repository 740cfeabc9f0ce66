import { utf8 } from './bytes'
import type { Fields, SetDataBytes, SetDataCall } from './types'

/** How much each page sends from its logic to its view. WeChat's audit counts the JSON. */
export function createSetDataLedger() {
  const byRoute: Record<string, SetDataBytes> = {}
  const sent: SetDataCall[] = []
  return {
    byRoute,
    sent,
    note(route: string, data: Fields) {
      const bytes = utf8(JSON.stringify(data)).length
      sent.push({ route, bytes, atMs: Date.now() })
      const entry = (byRoute[route] ??= { first: bytes, largest: 0, total: 0, count: 0 })
      entry.largest = Math.max(entry.largest, bytes)
      entry.total += bytes
      entry.count += 1
    },
  }
}
