import type { Instant } from '@domain/shared/instant'
import { readSettingsAfter, type StoredSettings } from '../store/countySettingsStore'
import type { Database } from '../store/database'

/** Every version of a county's settings, held in memory: few, and never changed once they are there. */
export type SettingsShelf = {
  /** Reads what other processes have added. */
  reload(): Promise<void>
  /** In order. */
  all(): readonly StoredSettings[]
  /** Of those whose time has come the newest; what the product brings when there is none. */
  inForce(at?: Instant): StoredSettings | undefined
  /** The one a matter began with. */
  find(version: number): StoredSettings | undefined
}

/** A county that has set nothing. */
export const emptyShelf: SettingsShelf = {
  reload: () => Promise.resolve(),
  all: () => [],
  inForce: () => undefined,
  find: () => undefined,
}

/** Which is in force is asked of the clock each time, so that a version begins at its moment without a restart. */
export async function openSettingsShelf(
  database: Database,
  countyId: number,
  now: () => Instant,
): Promise<SettingsShelf> {
  let held: readonly StoredSettings[] = []
  async function reload(): Promise<void> {
    const fresh = await readSettingsAfter(database, countyId, held.at(-1)?.version ?? 0)
    // Two readings side by side bring the same versions; each is put on the shelf once.
    const newest = held.at(-1)?.version ?? 0
    held = [...held, ...fresh.filter(({ version }) => version > newest)]
  }
  await reload()
  return {
    reload,
    all: () => held,
    inForce: (at = now()) => held.filter(({ effectiveFrom }) => effectiveFrom <= at).at(-1),
    find: (version) => held.find((one) => one.version === version),
  }
}
