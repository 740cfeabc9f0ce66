import pg from 'pg'
import { capabilities, type Database, type Queryable, type Row } from './database'

/** PostgreSQL 15 or later, through a pool; any number of processes may do the same side by side. */
export async function openPostgres(url: string, poolMax: number): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: poolMax, types: wireTypes })
  // An idle connection that the server drops must not bring the process down; the next query opens another.
  pool.on('error', () => undefined)
  const database: Database = {
    ...queryable(pool),
    capabilities: capabilities.postgres,
    exec: async (sql) => void (await pool.query(sql)),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
  await database.query('select 1')
  return database
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(queryable(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.release(broken)
  }
}

type Target = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

function queryable(target: Target): Queryable {
  return {
    async query<R extends Row>(sql: string, values: readonly unknown[] = [], name?: string) {
      const named = name === undefined ? {} : { name }
      const result = await (target as pg.Pool).query<R>({
        text: sql,
        values: [...values],
        ...named,
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
