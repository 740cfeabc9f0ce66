import type { Queryable } from './database'

/**
 * A backup restored into another cluster brings transaction numbers that lie in its future, and the feeds would show
 * nothing until the new cluster has counted up to them. What is restored is committed, so it goes to the feed's
 * beginning, where `seq` alone keeps it in order. Costs nothing where there is nothing to mend.
 */
export async function mendFeed(db: Queryable, countyId: number): Promise<void> {
  for (const table of ['matter_history', 'outbox_messages'])
    await db.query(
      `update ${table} set tx = '0'
       where county_id = $1 and tx >= pg_snapshot_xmax(pg_current_snapshot())`,
      [countyId],
    )
  await db.query(
    `update hub_endpoints set acknowledged_tx = '0'
     where county_id = $1 and acknowledged_tx > pg_snapshot_xmax(pg_current_snapshot())`,
    [countyId],
  )
}
