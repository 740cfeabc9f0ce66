import type { CountySettings } from '@domain/settings/countySettings'
import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type StoredSettings = {
  readonly version: number
  readonly effectiveFrom: Instant
  readonly madeBy: PersonId
  readonly madeAt: Instant
  readonly note: string
  readonly content: CountySettings
}

export type NewSettings = Omit<StoredSettings, 'version'> & {
  readonly commandId: string
  readonly inputHash: Buffer
}

const COLUMNS = `version, effective_from as "effectiveFrom", made_by as "madeBy",
  made_at as "madeAt", note, content`

/** Those that were added after the one named, in order. */
export function readSettingsAfter(
  db: Queryable,
  countyId: number,
  version: number,
): Promise<StoredSettings[]> {
  return db.query<StoredSettings>(
    `select ${COLUMNS} from county_settings where county_id = $1 and version > $2 order by version`,
    [countyId, version],
  )
}

/** The next version, if nobody has made it meanwhile; undefined if somebody has. */
export async function insertSettings(
  db: Queryable,
  countyId: number,
  basedOn: number,
  made: NewSettings,
): Promise<number | undefined> {
  const [row] = await db.query<{ version: number }>(
    `insert into county_settings (county_id, version, effective_from, made_by, made_at, note,
       content, command_id, input_hash)
     select $1, $2::int + 1, $3, $4, $5, $6, $7::jsonb, $8, $9
     where $2 = (select coalesce(max(version), 0) from county_settings where county_id = $1)
     on conflict do nothing
     returning version`,
    [
      countyId,
      basedOn,
      new Date(made.effectiveFrom),
      made.madeBy,
      new Date(made.madeAt),
      made.note,
      JSON.stringify(made.content),
      made.commandId,
      made.inputHash,
    ],
  )
  return row?.version
}

export async function findSettingsCommand(
  db: Queryable,
  countyId: number,
  commandId: string,
): Promise<{ readonly version: number; readonly input_hash: Uint8Array } | undefined> {
  const [row] = await db.query<{ version: number; input_hash: Uint8Array }>(
    'select version, input_hash from county_settings where county_id = $1 and command_id = $2',
    [countyId, commandId],
  )
  return row
}

export type OpenCount = {
  readonly flow: string
  readonly kind: string
  readonly count: number
}

/** How many matters are open of each flow and kind. */
export function countOpenMatters(db: Queryable, countyId: number): Promise<OpenCount[]> {
  return db.query<OpenCount>(
    `select flow, kind, count(*)::int as count from matters
     where county_id = $1 and not ended group by flow, kind`,
    [countyId],
  )
}
