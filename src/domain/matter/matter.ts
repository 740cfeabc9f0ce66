import type { AreaCode } from '../area/areaCode'
import type { Sensitivity, Urgency } from '../kind/kind'
import type { Place } from '../place/place'
import type { FileId, MatterId, PersonId, TaskId } from '../shared/ids'
import type { Instant } from '../shared/instant'

/** 事项: one thing somebody reported, from their word to its end. State is a fold of its events. */
export type Matter = {
  readonly id: MatterId
  readonly countyId: number
  /** 一案一码, printed for people. */
  readonly number: string
  readonly flow: string
  readonly flowVersion: number
  readonly kind: string
  readonly kindVersion: number
  readonly urgency: Urgency
  readonly sensitivity: Sensitivity
  readonly status: string
  /** Counts its history rows; two writers cannot both write version n. */
  readonly version: number
  /** The grid (15 digits), or the finest area known. */
  readonly areaCode: AreaCode
  readonly place?: Place
  readonly text: string
  /** 发现时间, by the phone's clock. */
  readonly discoveredAt: Instant
  /** 收到时间, by the server's; limits count from here. */
  readonly receivedAt: Instant
  readonly reporter: Reporter
  readonly photos: readonly MatterPhoto[]
  readonly dueAt?: Instant
  /** 已超过期限: its deadline passed, and those concerned have been told. Gone when the deadline changes. */
  readonly overdueSince?: Instant
  readonly task?: MatterTask
  /** Everyone who handled it; none of them may inspect it. */
  readonly handlers: readonly PersonId[]
  readonly confirmedAt?: Instant
  readonly endedAt?: Instant
  /** The last words written to the reporter: why it was sent back, what was done. */
  readonly lastNote?: string
}

export type Reporter = { readonly personId: PersonId; readonly earnsPoints: boolean }

export type MatterPhoto = {
  readonly fileId: FileId
  /** The action it came with: `report`, `handle`, `closeOnSpot` … */
  readonly takenFor: string
  /** Who named it. Only a photo they sent themselves is shown, so that nobody borrows another's by its id. */
  readonly by: PersonId
  /** Text goes first: a photo is named before it has come. `refused` needs its owner. */
  readonly state: 'awaited' | 'arrived' | 'refused'
}

/** 任务 */
export type MatterTask = {
  readonly taskId: TaskId
  readonly owner: TaskOwner
  readonly state: 'open' | 'claimed' | 'done'
  readonly claimedBy?: PersonId
  readonly openedAt: Instant
  readonly claimedAt?: Instant
}

/** To a person, to all workers of an area (a pool to claim from), or to a department. */
export type TaskOwner =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'area'; readonly areaCode: AreaCode }
  | { readonly kind: 'department'; readonly departmentCode: string }

export type ActionInput = {
  readonly note?: string
  readonly result?: string
  readonly reason?: string
  readonly owner?: TaskOwner
  readonly photos?: readonly FileId[]
}

export type MatterEvent =
  MatterReported | MatterMoved | ReportConfirmed | DeadlinePassed | PhotoArrived | PhotoRefused

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
  readonly by: PersonId
  readonly at: Instant
  readonly input: ActionInput
  /** What of the input the reporter is told. */
  readonly said?: string
  readonly dueAt?: Instant
  readonly task?: MatterTask
  readonly handler?: PersonId
  readonly ended: boolean
}

export type ReportConfirmed = {
  readonly type: 'ReportConfirmed'
  readonly by: PersonId
  readonly at: Instant
}
/** 已超过期限: told once for each deadline, by the system. */
export type DeadlinePassed = {
  readonly type: 'DeadlinePassed'
  readonly status: string
  readonly dueAt: Instant
  readonly at: Instant
}
export type PhotoArrived = { readonly type: 'PhotoArrived'; readonly fileId: FileId }
export type PhotoRefused = {
  readonly type: 'PhotoRefused'
  readonly fileId: FileId
  readonly code: string
}
