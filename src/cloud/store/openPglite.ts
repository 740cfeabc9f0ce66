import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite'
import { capabilities, type Database, type Queryable, type Row } from './database'

type PgliteOrTransaction = Pick<Transaction, 'query'>

/** The embedded database. `dataDir` is a folder; without it the data lives in memory (tests). */
export async function openPglite(options: PGliteOptions): Promise<Database> {
  const pglite = await PGlite.create({ ...options })
  return {
    ...queryable(pglite),
    capabilities: capabilities.pglite,
    exec: async (sql) => void (await pglite.exec(sql)),
    transaction: (work) => pglite.transaction((tx) => work(queryable(tx))),
    close: () => pglite.close(),
  }
}

function queryable(target: PgliteOrTransaction): Queryable {
  return {
    async query<R extends Row>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await target.query<R>(sql, [...values], { parsers: wireParsers })
      return rows
    },
  }
}

/** int8 as a number and jsonb as an object, as openPostgres reads them; timestamptz as milliseconds. */
const wireParsers = {
  20: (value: string) => Number(value),
  1184: (value: string) => new Date(value).getTime(),
}
