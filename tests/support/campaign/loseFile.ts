import type { PhoneMemory } from '../weappHost/types'
import type { Dice } from './dice'
import type { Ledger } from './person'

/** Somebody, or a cleaning app, deletes a photo behind the app's back. Whose it was is noted: that one may lack it. */
export function loseFile(dice: Dice, { files, storage }: PhoneMemory, ledger: Ledger): void {
  const paths = [...files.keys()].filter((path) => /\/queue\/[^/]+\.jpg$/.test(path))
  if (paths.length === 0) return
  const path = dice.oneOf(paths)
  files.delete(path)
  const fileId = path.replace(/^.*\/|\.jpg$/g, '')
  for (const [key, text] of storage) {
    if (!/^(draft|queue)\//.test(key) || !text.includes(fileId)) continue
    const { matterId } = (JSON.parse(text) as { data: { matterId: string } }).data
    const entry = ledger.reports.get(matterId)
    if (entry) entry.deleted += 1
    return
  }
}
