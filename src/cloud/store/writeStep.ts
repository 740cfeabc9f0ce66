import type { Matter, MatterEvent } from '@domain/matter/matter'
import type { Posting } from '@domain/points/posting'
import type { Instant } from '@domain/shared/instant'
import type { OutboxRow } from '../relay/outboxRow'
import type { Queryable } from './database'
import { MATTER_COLUMN_NAMES, MATTER_COLUMNS, matterRow } from './matterRow'
import { writePosting } from './pointsStore'

/** One row of history and everything that goes with it. */
export type Step = {
  /** The matter after the step. */
  readonly matter: Matter
  readonly commandId: string
  readonly inputHash: Buffer
  readonly action: string
  /** null: the system itself. */
  readonly actorId: string | null
  readonly at: Instant
  readonly events: readonly MatterEvent[]
  readonly posting: Posting | undefined
  readonly outbox: OutboxRow | undefined
}

/** Inside the caller's transaction, with the matter's row locked: all of it together or none. */
export async function writeStep(tx: Queryable, step: Step): Promise<void> {
  await updateMatter(tx, step.matter)
  await insertHistory(tx, step)
  await insertFiles(tx, step.matter)
  if (step.posting) await writePosting(tx, step.matter.countyId, step.posting)
  if (step.outbox) await insertOutbox(tx, step.outbox)
}

async function updateMatter(tx: Queryable, matter: Matter): Promise<void> {
  await tx.query(
    `update matters set (${MATTER_COLUMN_NAMES}) = (
       select ${MATTER_COLUMN_NAMES} from jsonb_to_record($3::jsonb) as row (${MATTER_COLUMNS}))
     where county_id = $1 and matter_id = $2`,
    [matter.countyId, matter.id, JSON.stringify(matterRow(matter))],
  )
}

async function insertHistory(tx: Queryable, step: Step): Promise<void> {
  const { matter } = step
  await tx.query(
    `insert into matter_history
       (county_id, matter_id, version, command_id, input_hash, action, actor_id, at, events)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      matter.countyId,
      matter.id,
      matter.version,
      step.commandId,
      step.inputHash,
      step.action,
      step.actorId,
      new Date(step.at),
      JSON.stringify(step.events),
    ],
  )
}

async function insertFiles(tx: Queryable, matter: Matter): Promise<void> {
  const fileIds = matter.photos.map((photo) => photo.fileId)
  if (fileIds.length === 0) return
  await tx.query(
    `insert into matter_files (county_id, matter_id, file_id)
     select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    [matter.countyId, matter.id, fileIds],
  )
}

async function insertOutbox(tx: Queryable, row: OutboxRow): Promise<void> {
  await tx.query(
    `insert into outbox_messages (county_id, message_id, matter_id, version, area_code, event, created_at, payload)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.countyId,
      row.messageId,
      row.matterId,
      row.version,
      row.areaCode,
      row.event,
      new Date(row.createdAt),
      JSON.stringify(row.payload),
    ],
  )
}
