import { writeAudit, type AuditEntry } from '../store/auditStore'
import type { Database } from '../store/database'

/** Entries that share a commit. */
const AUDIT_BATCH_MAX = 200

export type AuditWriter = {
  /** Resolves once it is on record; whoever reads waits for that. */
  write(entry: AuditEntry): Promise<void>
}

type Waiting = {
  readonly entry: AuditEntry
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * What is read changes nothing and has no transaction of its own: reads that come while others are being written share
 * the next commit. None is answered before its entry is committed, so a kill loses an answer and never an entry.
 */
export function makeAuditWriter(database: Database, countyId: number): AuditWriter {
  const waiting: Waiting[] = []
  let writing = false
  async function drain(): Promise<void> {
    if (writing) return
    writing = true
    while (waiting.length > 0) await writeBatch(waiting.splice(0, AUDIT_BATCH_MAX))
    writing = false
  }
  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await writeAudit(
        database,
        countyId,
        batch.map(({ entry }) => entry),
      )
      for (const { resolve } of batch) resolve()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  return {
    write: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject })
        void drain()
      }),
  }
}
