import { MINUTE_MS, type Instant } from '@domain/shared/instant'
import type { Context } from '../context'
import type { StoredSettings } from '../store/countySettingsStore'

/** Until then every process has read it: they look each minute. Earlier, a matter could begin under what others do not know. */
const SPREAD_MS = 2 * MINUTE_MS

/** When a version that is made now comes into force. */
export function effectiveAt(
  { database, now }: Pick<Context, 'database' | 'now'>,
  asked: string | undefined,
): Instant {
  const soonest = now() + (database.capabilities.sharedWithOtherProcesses ? SPREAD_MS : 0)
  return asked === undefined ? soonest : Math.max(Date.parse(asked), soonest)
}

/** Versions made before whose time comes only after a newer one's: they never come into force. */
export function skippedBy(
  versions: readonly StoredSettings[],
  newer: { readonly effectiveFrom: Instant },
): StoredSettings[] {
  return versions.filter(({ effectiveFrom }) => effectiveFrom >= newer.effectiveFrom)
}
