import type { Database } from './database'
import { foundations } from './migrations/0001Foundations'
import { matters } from './migrations/0002Matters'
import { files } from './migrations/0003Files'
import { forwarding } from './migrations/0004Forwarding'
import { accounts } from './migrations/0005Accounts'
import { deadlines } from './migrations/0006Deadlines'
import { quotas } from './migrations/0007Quotas'
import { flows } from './migrations/0008Flows'
import { figures } from './migrations/0009Figures'
import { countySettings } from './migrations/0010CountySettings'
import { outsideQuestions } from './migrations/0011OutsideQuestions'
import { people } from './migrations/0013People'
import { visits } from './migrations/0014Visits'
import { voices } from './migrations/0015Voices'
import { phoneHoldings } from './migrations/0016PhoneHoldings'
import { inboxTools } from './migrations/0019InboxTools'
import { boards } from './migrations/0020Boards'
import { audit } from './migrations/0021Audit'
import { consoleAccounts } from './migrations/0023Accounts'
import { hubEndpoints } from './migrations/0025HubEndpoints'
import { outsideMessages } from './migrations/0026OutsideMessages'

/** In order; a migration that has run anywhere is never changed, a new one is added. */
const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001Foundations', sql: foundations },
  { name: '0002Matters', sql: matters },
  { name: '0003Files', sql: files },
  { name: '0004Forwarding', sql: forwarding },
  { name: '0005Accounts', sql: accounts },
  { name: '0006Deadlines', sql: deadlines },
  { name: '0007Quotas', sql: quotas },
  { name: '0008Flows', sql: flows },
  { name: '0009Figures', sql: figures },
  { name: '0010CountySettings', sql: countySettings },
  { name: '0011OutsideQuestions', sql: outsideQuestions },
  { name: '0013People', sql: people },
  { name: '0014Visits', sql: visits },
  { name: '0015Voices', sql: voices },
  { name: '0016PhoneHoldings', sql: phoneHoldings },
  { name: '0019InboxTools', sql: inboxTools },
  { name: '0020Boards', sql: boards },
  { name: '0021Audit', sql: audit },
  { name: '0023Accounts', sql: consoleAccounts },
  { name: '0025HubEndpoints', sql: hubEndpoints },
  { name: '0026OutsideMessages', sql: outsideMessages },
]

/** Any number of processes may call this at once; the lock lets one migrate and the others wait. */
const MIGRATION_LOCK = 441_882
/** A large table, or the others' turn, is waited for. */
const takesLong = { takesLong: true }

export async function migrate(database: Database): Promise<string[]> {
  const known = await findMigrated(database)
  const missing = migrations.filter(({ name }) => !known.has(name))
  // The usual start finds nothing to do and must not queue behind the others for the lock.
  if (missing.length === 0) return []
  await createTable(database)
  const done: string[] = []
  for (const migration of missing) if (await runOnce(database, migration)) done.push(migration.name)
  return done
}

async function findMigrated(database: Database): Promise<Set<string>> {
  const [table] = await database.query<{ found: string | null }>(
    `select to_regclass('schema_migrations')::text as found`,
  )
  if (!table?.found) return new Set()
  const rows = await database.query<{ name: string }>('select name from schema_migrations')
  return new Set(rows.map((row) => row.name))
}

async function createTable(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await tx.query(`create table if not exists schema_migrations (
      name text primary key, migrated_at timestamptz not null default now())`)
  }, takesLong)
}

async function runOnce(
  database: Database,
  migration: { name: string; sql: string },
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    const [before] = await tx.query('select 1 from schema_migrations where name = $1', [
      migration.name,
    ])
    if (before) return false
    for (const statement of statementsOf(migration.sql)) await tx.query(statement)
    await tx.query('insert into schema_migrations (name) values ($1)', [migration.name])
    return true
  }, takesLong)
}

/** One statement at a time: the embedded database takes no more in a transaction. No text of ours holds a `;`. */
function statementsOf(sql: string): string[] {
  return sql
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}
