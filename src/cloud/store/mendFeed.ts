import type { Database } from './database'

/** An acknowledgement is taken back by this much: the hub knows events by their id, and twice is better than never. */
const ACKNOWLEDGED_AGAIN = 1000

/**
 * A backup restored into another cluster brings transaction numbers that lie in its future, and the feeds would show
 * nothing until the new cluster has counted up to them. All that is restored is committed, so all of it goes to the
 * feeds' beginning, where `seq` alone keeps it in order. Costs nothing where there is nothing to mend.
 */
export async function mendFeed(database: Database, countyId: number): Promise<void> {
  await database.transaction(
    async (tx) => {
      const [row] = await tx.query<{ restored: boolean }>(IS_RESTORED, [countyId])
      if (!row?.restored) return
      for (const table of ['matter_history', 'outbox_messages'])
        await tx.query(`update ${table} set tx = '0' where county_id = $1`, [countyId])
      await tx.query(
        `update hub_endpoints set acknowledged_tx = '0', acknowledged_seq = greatest(acknowledged_seq - $2, 0)
       where county_id = $1 and acknowledged_tx is not null`,
        [countyId, ACKNOWLEDGED_AGAIN],
      )
    },
    { takesLong: true },
  )
}

const beyond = (table: string) =>
  `exists (select 1 from ${table} where county_id = $1 and tx >= pg_snapshot_xmax(pg_current_snapshot()))`

const IS_RESTORED = `select ${beyond('matter_history')} or ${beyond('outbox_messages')} as restored`
