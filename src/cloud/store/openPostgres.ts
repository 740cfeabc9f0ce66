import pg from 'pg'
import { HOUR_MS } from '@domain/shared/instant'
import {
  capabilities,
  type Database,
  type Queryable,
  type Row,
  type TransactionOptions,
} from './database'
import { isDatabaseAway } from './databaseTrouble'

/** Nobody on a phone waits longer for an answer, and a connection that waits is one less for everybody else. */
export type PostgresLimits = {
  /** Until a connection is free, or made. */
  readonly connectMs: number
  /** One statement, as the server counts. */
  readonly statementMs: number
  /** Waiting for somebody else's lock. */
  readonly lockMs: number
  /** Inside a transaction between two statements: whoever sits there holds locks and holds back the feeds. */
  readonly idleInTransactionMs: number
  /** One statement, as we count: a server that has vanished from the network counts nothing. */
  readonly answerMs: number
}

const usualLimits: PostgresLimits = {
  connectMs: 5_000,
  statementMs: 15_000,
  lockMs: 5_000,
  idleInTransactionMs: 30_000,
  answerMs: 20_000,
}

/** A migration of many million rows ends within it; a server that has vanished is noticed at last. */
const LONG_ANSWER_MS = 6 * HOUR_MS
/** Well before a firewall forgets a connection that is silent. */
const KEEP_ALIVE_AFTER_MS = 30_000

/** Every list and board reads a few hundred rows by index; to start helpers for one takes ten times as long as reading. */
const NO_PARALLEL = '-c max_parallel_workers_per_gather=0'

/** PostgreSQL 15 or later, through a pool; any number of processes may do the same side by side. */
export async function openPostgres(
  url: string,
  poolMax: number,
  limits = usualLimits,
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    options: NO_PARALLEL,
    max: poolMax,
    types: wireTypes,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    connectionTimeoutMillis: limits.connectMs,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    query_timeout: limits.answerMs,
  })
  // An idle connection that the server drops must not bring the process down; the next query opens another.
  pool.on('error', () => undefined)
  const database: Database = {
    ...queryable(pool),
    capabilities: capabilities.postgres,
    exec: async (sql) => void (await pool.query(sql)),
    transaction: (work, options = {}) => inTransaction(pool, work, options),
    close: () => pool.end(),
  }
  await database.query('select 1').catch(async (error: unknown) => {
    await pool.end()
    throw error
  })
  return database
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Queryable) => Promise<T>,
  { takesLong = false }: TransactionOptions,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onBreak = (error: Error) => void (broken = error)
  // Between two statements nobody else listens, and a break that nobody hears ends the process.
  client.on('error', onBreak)
  try {
    await client.query('begin')
    if (takesLong) await client.query(LIFT_LIMITS)
    const result = await work(queryable(client, takesLong ? LONG_ANSWER_MS : undefined))
    await client.query('commit')
    return result
  } catch (error) {
    // Behind a statement that never ends, a rollback would only wait for the same silence once more.
    if (isDatabaseAway(error)) broken ??= error as Error
    else await client.query('rollback').catch(onBreak)
    throw error
  } finally {
    client.off('error', onBreak)
    client.release(broken)
  }
}

const LIFT_LIMITS = `select set_config(name, '0', true)
  from unnest(array['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) as name`

type Target = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

function queryable(target: Target, answerMs?: number): Queryable {
  return {
    async query<R extends Row>(sql: string, values: readonly unknown[] = [], name?: string) {
      const named = name === undefined ? {} : { name }
      const patient = answerMs === undefined ? {} : { query_timeout: answerMs }
      const result = await (target as pg.Pool).query<R>({
        text: sql,
        values: [...values],
        ...named,
        ...patient,
      })
      return result.rows
    },
  }
}

/** int8 as a number and timestamptz as milliseconds, as openPglite reads them. */
const parsers: Record<number, (value: string) => unknown> = {
  20: Number,
  1184: (value) => new Date(value).getTime(),
}
const wireTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    parsers[oid] ?? (pg.types.getTypeParser(oid, format) as typeof Number),
}
