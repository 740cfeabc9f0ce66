import { platform } from '../platform/platform'
import { singleFlight } from '../queue/singleFlight'
import { api } from './api'
import { noteChanged } from './lists'
import { loadMatter, useMatters } from './matter'
import { signedInPerson } from './session'

/** While the app is in front. */
export const POLL_MS = 15_000
/** Pages of changes per look: a phone that was away for a month catches up over several. */
const PAGES_MAX = 5
const PAGE = 100

/** What happened to matters I may see since the last look. */
export const lookForChanges = singleFlight(look)

async function look(): Promise<void> {
  const personId = signedInPerson()
  if (personId === undefined) return
  const key = `cursor-${personId}`
  for (let page = 0; page < PAGES_MAX; page++) {
    const after = platform.records.read(key) as string | undefined
    const answer = await api.call('listChanges', { limit: PAGE, ...(after ? { after } : {}) })
    if (answer.kind === 'refused' && answer.problem.code === 'hub.cursor-invalid')
      return platform.records.remove(key)
    if (answer.kind !== 'done') return
    const { items, cursor } = answer.value
    if (cursor !== after) platform.records.write(key, cursor)
    if (items.length > 0) noteChanged(items.map((item) => item.matter))
    refreshOpened(items.map((item) => item.matter.matterId))
    // Few items are no sign of the end: what I may not see is left out of a page. A cursor that stands still is.
    if (cursor === after || after === undefined) return
  }
}

function refreshOpened(changed: readonly string[]): void {
  const opened = useMatters.getState()
  for (const matterId of new Set(changed)) if (opened[matterId]) void loadMatter(matterId)
}
