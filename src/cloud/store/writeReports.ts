import type { Matter } from '@domain/matter/matter'
import type { Increment } from '@domain/figures/figure'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { CommandId } from '@domain/shared/ids'
import { noticeInput, type Notice } from './toldStore'
import type { OutboxRow } from '../relay/outboxRow'
import type { Database, Queryable } from './database'
import { isDatabaseBusy } from './databaseTrouble'
import { ADD_TO_FIGURE, departmentOf, FIGURE_PART } from './figureStore'
import { MATTER_COLUMN_NAMES, MATTER_COLUMNS, matterRow, TASK_COLUMNS, taskRows } from './matterRow'

export type ReportToWrite = {
  readonly commandId: CommandId
  readonly inputHash: Buffer
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
  readonly outbox: OutboxRow | undefined
  /** The system outside that the report asks. */
  readonly asks?: string | undefined
  /** To whom the report itself is told, beyond the inbox. */
  readonly notices?: readonly Notice[]
  /** What it adds to the figures beyond being reported: of a matter that ends as it begins. */
  readonly counts?: readonly Increment[]
}

/** exists: the command, or the matter's id, was there before; nothing was written. */
export type WriteAnswer = 'written' | 'exists'

export type ReportWriter = { write(report: ReportToWrite): Promise<WriteAnswer> }

/** Reports that share one commit. */
const BATCH_MAX = 128

type Waiting = {
  readonly report: ReportToWrite
  readonly resolve: (answer: WriteAnswer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Reports that arrive while others are being written share the next commit (docs/adr: one disk write for many). A
 * report alone is written at once. One commit at a time: a second beside it would halve the first and win nothing.
 * Each is still written whole or not at all, since the statement is.
 */
export function makeReportWriter(database: Database): ReportWriter {
  const waiting: Waiting[] = []
  let writing = false
  function writeNext(): void {
    if (writing || waiting.length === 0) return
    writing = true
    // Those that lie in the sockets already come along: a moment costs less than a commit.
    setImmediate(() => {
      void writeBatch(database, takeBatch(waiting)).finally(() => {
        writing = false
        writeNext()
      })
    })
  }
  return {
    write: (report) =>
      new Promise((resolve, reject) => {
        waiting.push({ report, resolve, reject })
        writeNext()
      }),
  }
}

/** The same command twice in one statement would meet itself; the second waits for the next batch. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const taken = new Set<string>()
  const batch: Waiting[] = []
  const later: Waiting[] = []
  for (const entry of waiting.splice(0, BATCH_MAX)) {
    const ids = [entry.report.matter.id, entry.report.commandId]
    ;(ids.some((id) => taken.has(id)) ? later : batch).push(entry)
    for (const id of ids) taken.add(id)
  }
  waiting.unshift(...later)
  // In one order everywhere, so that two processes writing the same ids cannot wait for each other in a ring.
  return batch.sort((a, b) => (a.report.matter.id < b.report.matter.id ? -1 : 1))
}

async function writeBatch(database: Database, batch: readonly Waiting[]): Promise<void> {
  try {
    const written = await insertReports(
      database,
      batch.map((entry) => entry.report),
    )
    for (const { report, resolve } of batch)
      resolve(written.has(report.commandId) ? 'written' : 'exists')
  } catch (error) {
    // A database that is slow or away fails each of them alike; one by one they would wait for it in turn.
    if (batch.length === 1 || isDatabaseBusy(error)) {
      for (const { reject } of batch) reject(error)
      return
    }
    // One that the database will not take must not cost the others theirs.
    for (const entry of batch) await writeBatch(database, [entry])
  }
}

/** All of them in one statement; answers the commands that were not there before. */
export async function insertReports(
  database: Queryable,
  reports: readonly ReportToWrite[],
): Promise<Set<string>> {
  const input = JSON.stringify(reports.map(toInput))
  const rows = await database.query<{ command_id: string }>(
    INSERT_REPORTS,
    [input],
    'insert-reports',
  )
  return new Set(rows.map((row) => row.command_id))
}

function toInput({
  commandId,
  inputHash,
  matter,
  events,
  outbox,
  asks,
  notices,
  counts,
}: ReportToWrite): Record<string, unknown> {
  return {
    ...matterRow(matter),
    command_id: commandId,
    input_hash: inputHash.toString('hex'),
    events,
    file_ids: matter.photos.map((photo) => photo.fileId),
    message_id: outbox?.messageId ?? null,
    event: outbox?.event ?? null,
    outbox_area_code: outbox?.areaCode ?? null,
    payload: outbox?.payload ?? null,
    tasks: taskRows(matter),
    asks: asks ?? null,
    // Nobody can have entered a roll of a matter that has only begun.
    notices: (notices ?? []).map(noticeInput),
    counts: counts ?? [],
    counted: countedAs(counts ?? []),
    department: departmentOf(matter),
  }
}

function countedAs(counts: readonly Increment[]): Record<string, number> {
  return { reported: 1, ...Object.fromEntries(counts.map(({ figure, count }) => [figure, count])) }
}

const INSERT_REPORTS = `
with input as (
  select * from jsonb_to_recordset($1::jsonb) as row (${MATTER_COLUMNS}, command_id uuid, input_hash text,
    events jsonb, file_ids uuid[], message_id uuid, event text, outbox_area_code text, payload jsonb, tasks jsonb,
    asks text, notices jsonb, counts jsonb, counted jsonb, department text)
), step as (
  insert into matter_history (county_id, matter_id, version, command_id, input_hash, action, actor_id, at, events)
  select county_id, matter_id, version, command_id, decode(input_hash, 'hex'), 'report', reporter_id, received_at, events
  from input
  on conflict do nothing
  returning county_id, matter_id, command_id
), new_matters as (
  insert into matters (${MATTER_COLUMN_NAMES}, counted)
  select ${MATTER_COLUMN_NAMES}, counted from input join step using (county_id, matter_id, command_id)
), new_files as (
  insert into matter_files (county_id, matter_id, file_id)
  select county_id, matter_id, unnest(file_ids) from input join step using (county_id, matter_id, command_id)
  on conflict do nothing
), new_tasks as (
  insert into matter_tasks (county_id, matter_id, task_id, owner, state, claimed_by, due_at, received_at)
  select input.county_id, input.matter_id, task.task_id, task.owner, task.state, task.claimed_by, task.due_at,
    task.received_at
  from input join step using (county_id, matter_id, command_id),
    jsonb_to_recordset(input.tasks) as task (${TASK_COLUMNS})
), new_messages as (
  insert into outbox_messages (county_id, message_id, matter_id, version, area_code, event, created_at, payload)
  select county_id, message_id, matter_id, version, outbox_area_code, event, received_at, payload
  from input join step using (county_id, matter_id, command_id)
  where message_id is not null
), new_notices as (
  insert into notices (county_id, notice_id, audience, matter_id, at, title, words, level)
  select input.county_id, notice_id, audience, input.matter_id, input.received_at, title, words, level
  from input join step using (county_id, matter_id, command_id),
    jsonb_to_recordset(input.notices)
      as notice (notice_id uuid, audience text, title text, words text, level text)
), new_questions as (
  insert into outside_questions (county_id, question_id, matter_id, version, asks, asked_at, next_attempt_at)
  select county_id, command_id, matter_id, version, asks, received_at, received_at
  from input join step using (county_id, matter_id, command_id)
  where asks is not null
), new_figures as (
  insert into figures (county_id, day, area_code, flow, kind, department, figure, part, count)
  select county_id, (received_at at time zone interval '8 hours')::date, area_code, flow, kind, department, key,
    ${FIGURE_PART}, sum(value::int)
  from input join step using (county_id, matter_id, command_id), jsonb_each_text(counted)
  group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
  ${ADD_TO_FIGURE}
)
select command_id from step`
