import type { Queryable } from './database'

/** For good: a county that was filled with invented people, whose password is published, stays one. */
export async function markDemoCounty(tx: Queryable, countyId: number): Promise<void> {
  await tx.query('update counties set demo = true where county_id = $1', [countyId])
}

export async function isDemoCounty(db: Queryable, countyId: number): Promise<boolean> {
  const [row] = await db.query<{ demo: boolean }>(
    'select demo from counties where county_id = $1',
    [countyId],
  )
  return row?.demo ?? false
}
