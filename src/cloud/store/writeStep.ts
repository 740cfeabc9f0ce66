import type { Increment } from '@domain/figures/figure'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { Posting } from '@domain/points/posting'
import type { Instant } from '@domain/shared/instant'
import type { OutboxRow } from '../relay/outboxRow'
import type { Queryable } from './database'
import { writeCounts } from './figureStore'
import { MATTER_COLUMN_NAMES, MATTER_COLUMNS, matterRow, TASK_COLUMNS, taskRows } from './matterRow'
import { writePosting } from './pointsStore'
import { insertQuestion } from './questionStore'
import { writeCards, writeEntries, writeNotices, type Card, type Notice } from './toldStore'

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
  readonly postings: readonly Posting[]
  readonly outbox: OutboxRow | undefined
  readonly notices: readonly Notice[]
  readonly cards: readonly Card[]
  readonly counts: readonly Increment[]
  /** The system outside that the step asks. */
  readonly asks?: string | undefined
}

/** Inside the caller's transaction, with the matter's row locked: all of it together or none. */
export async function writeStep(tx: Queryable, step: Step): Promise<void> {
  // First, while the row still says who had it in hand before.
  await writeCounts(tx, step.matter, step.counts)
  await updateMatter(tx, step.matter)
  await insertHistory(tx, step)
  await insertFiles(tx, step.matter)
  await letGoOfMedia(tx, step)
  await writeTasks(tx, step.matter)
  await writeEntries(tx, step.matter, step.events)
  for (const posting of step.postings) await writePosting(tx, step.matter.countyId, posting)
  if (step.outbox) await insertOutbox(tx, step.outbox)
  await writeNotices(tx, step.matter, step.notices)
  await writeCards(tx, step.matter, step.cards)
  await writeQuestion(tx, step)
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

/** Photos whose time is over are named by no matter any more; the sweep of files takes them away. */
async function letGoOfMedia(tx: Queryable, { matter, events }: Step): Promise<void> {
  for (const event of events)
    if (event.type === 'MediaDeleted')
      await tx.query(
        'delete from matter_files where county_id = $1 and matter_id = $2 and file_id = any($3::uuid[])',
        [matter.countyId, matter.id, event.fileIds],
      )
}

/** One step, one question: the command's id names both. */
async function writeQuestion(tx: Queryable, step: Step): Promise<void> {
  const { asks, commandId: questionId, at } = step
  const { countyId, id: matterId, version } = step.matter
  if (asks !== undefined)
    await insertQuestion(tx, { countyId, questionId, matterId, version, asks, at })
}

/** A task that the matter no longer has is gone from everybody's list; the history still tells of it. */
async function writeTasks(tx: Queryable, matter: Matter): Promise<void> {
  await tx.query(
    `with kept as (
       select * from jsonb_to_recordset($3::jsonb) as task (${TASK_COLUMNS})
     ), gone as (
       delete from matter_tasks where county_id = $1 and matter_id = $2
         and task_id not in (select task_id from kept)
     )
     insert into matter_tasks (county_id, matter_id, task_id, owner, state, claimed_by, due_at, received_at)
     select $1, $2, task_id, owner, state, claimed_by, due_at, received_at from kept
     on conflict (county_id, task_id) do update set owner = excluded.owner, state = excluded.state,
       claimed_by = excluded.claimed_by, due_at = excluded.due_at`,
    [matter.countyId, matter.id, JSON.stringify(taskRows(matter))],
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
