import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** As long as a session of another process is trusted. */
const KNOWN_FOR_MS = 20_000
const KNOWN_MAX = 20_000

export type ActivePeople = {
  /** False once the person's account has been closed. */
  has(personId: string, now: Instant): Promise<boolean>
}

type Known = { readonly active: Promise<boolean>; readonly knownUntil: Instant }

/** Asked once for the many photos of a list that load at the same moment. */
export function makeActivePeople(database: Queryable, countyId: number): ActivePeople {
  const known = new Map<string, Known>()
  return {
    has(personId, now) {
      const hit = known.get(personId)
      if (hit && now < hit.knownUntil) return hit.active
      const active = isActive(database, countyId, personId)
      if (known.size >= KNOWN_MAX) known.clear()
      known.set(personId, { active, knownUntil: now + KNOWN_FOR_MS })
      // A database that did not answer must not be believed for the rest of the time.
      active.catch(() => known.delete(personId))
      return active
    },
  }
}

async function isActive(database: Queryable, countyId: number, personId: string): Promise<boolean> {
  const rows = await database.query(
    'select 1 from people where county_id = $1 and person_id = $2 and disabled_at is null',
    [countyId, personId],
  )
  return rows.length > 0
}
