import type { AreaCode } from '@domain/area/areaCode'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type ShiftNoteRow = {
  readonly note_id: string
  readonly area_code: AreaCode
  readonly person_id: string
  readonly name: string
  readonly at: Instant
  readonly input_hash: Uint8Array
  readonly words: string
  readonly signatures: readonly {
    readonly personId: string
    readonly name: string
    readonly at: string
  }[]
}

const COLUMNS = `n.note_id, n.area_code, n.person_id, people.name, n.at, n.input_hash, n.words,
  coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'name', signer.name, 'at', s.at)
     order by s.at)
   from shift_signatures s
   join people signer on signer.county_id = s.county_id and signer.person_id = s.person_id
   where s.county_id = n.county_id and s.note_id = n.note_id), '[]'::jsonb) as signatures
  from shift_notes n
  join people on people.county_id = n.county_id and people.person_id = n.person_id`

type NewNote = {
  readonly noteId: string
  readonly areaCode: AreaCode
  readonly personId: string
  readonly at: Instant
  readonly inputHash: Buffer
  readonly words: string
}

export async function insertShiftNote(
  db: Queryable,
  countyId: number,
  { noteId, areaCode, personId, at, inputHash, words }: NewNote,
): Promise<void> {
  await db.query(
    `insert into shift_notes (county_id, note_id, area_code, person_id, at, input_hash, words)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [countyId, noteId, areaCode, personId, new Date(at), inputHash, words],
  )
}

export async function findShiftNote(
  db: Queryable,
  countyId: number,
  noteId: string,
): Promise<ShiftNoteRow | undefined> {
  const [row] = await db.query<ShiftNoteRow>(
    `select ${COLUMNS} where n.county_id = $1 and n.note_id = $2`,
    [countyId, noteId],
  )
  return row
}

export function listShiftNoteRows(
  db: Queryable,
  countyId: number,
  {
    areaCode,
    after,
    limit,
  }: {
    readonly areaCode: AreaCode
    readonly after: { readonly at: Date | string; readonly id: string } | undefined
    readonly limit: number
  },
): Promise<ShiftNoteRow[]> {
  return db.query<ShiftNoteRow>(
    `select ${COLUMNS} where n.county_id = $1 and n.area_code = $2
       and ($3::timestamptz is null or (n.at, n.note_id) < ($3, $4::uuid))
     order by n.at desc, n.note_id desc limit $5`,
    [countyId, areaCode, after?.at ?? null, after?.id ?? null, limit],
  )
}

/** Once for each who reads it; the first time stays. */
export async function insertSignature(
  db: Queryable,
  countyId: number,
  { noteId, personId, at }: { noteId: string; personId: string; at: Instant },
): Promise<void> {
  await db.query(
    `insert into shift_signatures (county_id, note_id, person_id, at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [countyId, noteId, personId, new Date(at)],
  )
}
