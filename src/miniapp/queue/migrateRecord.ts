/** One step forward per version: `1` makes a record of version 2 from one of version 1. */
export type Migrations = Readonly<Record<number, (record: Versioned) => Versioned>>

export type Versioned = Readonly<Record<string, unknown>> & { readonly schemaVersion: number }

export type Migrated<T> = { readonly record: T } | { readonly unreadable: UnreadableReason }

export type UnreadableReason = 'not-a-record' | 'from-a-newer-app' | 'no-way-forward' | 'incomplete'

/**
 * People update the app while reports of an older version lie in it. A record that cannot be brought forward is
 * answered with its reason, so that it is shown and never dropped.
 */
export function migrateRecord<T>(
  raw: unknown,
  target: { version: number; migrations: Migrations; isComplete: (record: Versioned) => boolean },
): Migrated<T> {
  if (!isVersioned(raw)) return { unreadable: 'not-a-record' }
  if (raw.schemaVersion > target.version) return { unreadable: 'from-a-newer-app' }
  let record: Versioned = raw
  while (record.schemaVersion < target.version) {
    const step = target.migrations[record.schemaVersion]
    if (!step) return { unreadable: 'no-way-forward' }
    record = { ...step(record), schemaVersion: record.schemaVersion + 1 }
  }
  return target.isComplete(record) ? { record: record as T } : { unreadable: 'incomplete' }
}

function isVersioned(raw: unknown): raw is Versioned {
  return (
    typeof raw === 'object' && raw !== null && Number.isInteger((raw as Versioned).schemaVersion)
  )
}
