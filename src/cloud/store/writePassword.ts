import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import { forgetAttempts } from './attempts'
import { writeAudit, type AuditEntry } from './auditStore'
import type { Database } from './database'
import { rememberHash } from './passwordHistory'
import { setPasswordHash } from './peopleStore'
import { endSessionsOf } from './sessions'

type Change = {
  readonly personId: PersonId
  /** As `attempts` keeps it. */
  readonly subject: string
  readonly passwordHash: string
  readonly now: Instant
  readonly exceptToken?: string | undefined
  readonly told: AuditEntry
}

/** A password with what hangs on it: attempts at the old one are forgotten, sessions it began end. Answers how many. */
export async function writePassword(
  database: Database,
  countyId: number,
  change: Change,
): Promise<number> {
  return database.transaction(async (tx) => {
    await setPasswordHash(tx, countyId, change)
    await rememberHash(tx, countyId, change)
    await writeAudit(tx, countyId, [change.told])
    await forgetAttempts(tx, countyId, change.subject)
    return endSessionsOf(tx, countyId, change)
  })
}
