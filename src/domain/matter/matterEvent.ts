import type { DeskEvent } from '../desk/deskEvent'
import type { RunningTime } from '../deadline/runningTime'
import type { Fields } from '../form/formField'
import type { MatterId, FileId, PersonId } from '../shared/ids'
import type { Instant } from '../shared/instant'
import type {
  ActionInput,
  ChecklistRow,
  Guest,
  JoinedReport,
  LateStage,
  Matter,
  MatterPhoto,
  MatterTask,
} from './matter'

/** What can be written into a matter's history. Nothing in it is ever changed; `evolveMatter` folds it. */
export type MatterEvent =
  | MatterReported
  | MatterMoved
  | ReportConfirmed
  | RollEntered
  | ReportJoined
  | ChildOpened
  | DeadlineNeared
  | DeadlinePassed
  | RowOverdue
  | LatenessExcused
  | TaskHandedOver
  | MediaDeleted
  | PhotoArrived
  | PhotoRefused
  | DeskEvent

export type MatterReported = {
  readonly type: 'MatterReported'
  readonly matter: Matter
}

export type MatterMoved = {
  readonly type: 'MatterMoved'
  readonly action: string
  /** The action row's past tense: `accepted`, `closed` … */
  readonly event: string
  readonly from: string
  readonly to: string
  /** Absent: nobody's hand, an automatic action. */
  readonly by?: PersonId
  readonly at: Instant
  readonly input: ActionInput
  /** What of the input the reporter is told. */
  readonly said?: string
  readonly dueAt?: Instant
  readonly time?: RunningTime
  readonly held?: RunningTime
  readonly task?: MatterTask
  /** All of them, when any changed. */
  readonly called?: readonly MatterTask[]
  readonly handler?: PersonId
  /** What is remembered from now on; `null` is forgotten. */
  readonly remembered?: Readonly<Record<string, Fields[string] | null>>
  /** The checklists that changed, whole. */
  readonly lists?: Readonly<Record<string, readonly ChecklistRow[]>>
  readonly guests?: readonly Guest[]
  /** People a form named: they work on it from now on. */
  readonly parties?: readonly PersonId[]
  readonly joinedTo?: MatterId
  /** The photo that was asked for again, and the one that takes its place. */
  readonly replaced?: { readonly photo: FileId; readonly by: FileId }
  readonly mediaUntil?: Instant
  readonly ended: boolean
}

export type ReportConfirmed = {
  readonly type: 'ReportConfirmed'
  readonly by: PersonId
  readonly at: Instant
}
/** A vote, a sign-up, an answer: once for each key. */
export type RollEntered = {
  readonly type: 'RollEntered'
  readonly roll: string
  readonly key: string
  readonly value?: string
  readonly by: PersonId
  readonly at: Instant
}
/** 并案: another report of the same thing is this one from now on. */
export type ReportJoined = {
  readonly type: 'ReportJoined'
  readonly report: JoinedReport
  readonly photos: readonly MatterPhoto[]
  readonly at: Instant
}
export type ChildOpened = {
  readonly type: 'ChildOpened'
  readonly matterId: MatterId
  readonly number: string
  readonly flow: string
  readonly at: Instant
}
/** 临近期限: so much of the time has gone. */
export type DeadlineNeared = {
  readonly type: 'DeadlineNeared'
  readonly status: string
  readonly share: number
  readonly dueAt: Instant
  readonly time: RunningTime
  readonly at: Instant
}
/** 已超过期限: told once for each deadline, by the system; and again at one and a half times of it. */
export type DeadlinePassed = {
  readonly type: 'DeadlinePassed'
  readonly status: string
  readonly stage?: string
  readonly share?: number
  readonly dueAt: Instant
  readonly time?: RunningTime
  readonly at: Instant
}
export type RowOverdue = {
  readonly type: 'RowOverdue'
  readonly list: string
  readonly key: string
  readonly at: Instant
}
export type LatenessExcused = {
  readonly type: 'LatenessExcused'
  readonly late: LateStage
  readonly by: PersonId
  readonly at: Instant
}
/** Somebody left: their task is another's now, where it stood. */
export type TaskHandedOver = {
  readonly type: 'TaskHandedOver'
  readonly task: MatterTask
  readonly from: PersonId
  readonly by: PersonId
  readonly at: Instant
}
export type MediaDeleted = {
  readonly type: 'MediaDeleted'
  readonly fileIds: readonly FileId[]
  /** What its flow forgets with them. */
  readonly fields?: readonly string[]
  readonly lists?: readonly string[]
  readonly at: Instant
}
export type PhotoArrived = { readonly type: 'PhotoArrived'; readonly fileId: FileId }
export type PhotoRefused = {
  readonly type: 'PhotoRefused'
  readonly fileId: FileId
  readonly code: string
}
