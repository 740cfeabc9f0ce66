import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type DeskEntryRow = {
  readonly entry_id: string
  readonly input_hash: Uint8Array
  readonly kind: 'note' | 'call'
  readonly at: Instant
  readonly name: string
  readonly words: string
  readonly callee: string
  readonly phone: string
  readonly result: string
}

export type NewDeskEntry = Pick<DeskEntryRow, 'kind' | 'words' | 'callee' | 'phone' | 'result'> & {
  readonly entryId: string
  readonly matterId: string
  readonly personId: string
  readonly at: Instant
  readonly inputHash: Buffer
}

/** Only ever added; the same one again leaves the first. */
export async function insertDeskEntry(
  db: Queryable,
  countyId: number,
  entry: NewDeskEntry,
): Promise<void> {
  await db.query(
    `insert into desk_entries (county_id, entry_id, matter_id, person_id, at, input_hash, kind,
       words, callee, phone, result)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      countyId,
      entry.entryId,
      entry.matterId,
      entry.personId,
      new Date(entry.at),
      entry.inputHash,
      entry.kind,
      entry.words,
      entry.callee,
      entry.phone,
      entry.result,
    ],
  )
}

const COLUMNS = `e.entry_id, e.input_hash, e.kind, e.at, people.name, e.words, e.callee, e.phone,
  e.result`

export async function findDeskEntry(
  db: Queryable,
  countyId: number,
  entryId: string,
): Promise<DeskEntryRow | undefined> {
  const [row] = await db.query<DeskEntryRow>(
    `select ${COLUMNS} from desk_entries e
     join people on people.county_id = e.county_id and people.person_id = e.person_id
     where e.county_id = $1 and e.entry_id = $2`,
    [countyId, entryId],
  )
  return row
}

/** The latest first. */
export function listDeskEntryRows(
  db: Queryable,
  countyId: number,
  matterId: string,
  limit: number,
): Promise<DeskEntryRow[]> {
  return db.query<DeskEntryRow>(
    `select ${COLUMNS} from desk_entries e
     join people on people.county_id = e.county_id and people.person_id = e.person_id
     where e.county_id = $1 and e.matter_id = $2 order by e.at desc, e.entry_id desc limit $3`,
    [countyId, matterId, limit],
  )
}
