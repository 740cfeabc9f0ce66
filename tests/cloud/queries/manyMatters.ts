import { randomUUID } from 'node:crypto'
import type { Matter } from '@domain/matter/matter'
import type { MatterId, PersonId } from '@domain/shared/ids'
import type { Queryable } from '@cloud/store/database'
import { MATTER_COLUMN_NAMES, MATTER_COLUMNS, matterRow } from '@cloud/store/matterRow'
import { testCounty } from '../../support/testCounty'

/** A matter as it stands in the table, without the history that led there. */
export function standingMatter(change: Partial<Matter> = {}): Matter {
  const id = randomUUID() as MatterId
  const at = Date.now()
  return {
    id,
    countyId: testCounty.id,
    number: `E${id}`,
    flow: 'incident',
    flowVersion: 1,
    kind: '0501',
    kindVersion: 1,
    urgency: 'U4',
    sensitivity: 'S0',
    status: 'reported',
    version: 1,
    areaCode: testCounty.grid,
    text: '村口垃圾堆了好几天',
    discoveredAt: at,
    receivedAt: at,
    reporter: { personId: randomUUID() as PersonId, earnsPoints: false },
    photos: [],
    handlers: [],
    ...change,
  }
}

export async function insertMatters(db: Queryable, matters: readonly Matter[]): Promise<void> {
  await db.query(
    `insert into matters (${MATTER_COLUMN_NAMES}) select ${MATTER_COLUMN_NAMES}
     from jsonb_to_recordset($1::jsonb) as row (${MATTER_COLUMNS})`,
    [JSON.stringify(matters.map(matterRow))],
  )
}
