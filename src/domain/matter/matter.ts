import type { Role } from '../access/permissions'
import type { AreaCode } from '../area/areaCode'
import type { DeskHold, HeldMerge } from '../desk/deskEvent'
import type { RunningTime } from '../deadline/runningTime'
import type { Fields } from '../form/formField'
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
  /** The county's settings it began under; it finishes under them. */
  readonly settingsVersion?: number
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
  /** So far was the phone's clock ahead, behind where negative; `discoveredAt` is set right by it. */
  readonly clockAheadMs?: number
  /** 收到时间, by the server's; limits count from here. */
  readonly receivedAt: Instant
  readonly reporter: Reporter
  readonly photos: readonly MatterPhoto[]
  readonly dueAt?: Instant
  /** How the time to `dueAt` runs, and what has been told on the way. */
  readonly time?: RunningTime
  /** 挂账: its time, while it stands still. */
  readonly held?: RunningTime
  /** 已超过期限: its deadline passed, and those concerned have been told. Gone when the deadline changes. */
  readonly overdueSince?: Instant
  /** Every deadline that was missed, for good; an accepted appeal marks it, and does not remove it. */
  readonly late?: readonly LateStage[]
  readonly task?: MatterTask
  /** 协办: tasks of those who were called, beside the main one. */
  readonly called?: readonly MatterTask[]
  /** Everyone who handled it; none of them may inspect it. */
  readonly handlers: readonly PersonId[]
  /** What forms left to be remembered, by field name. */
  readonly fields?: Fields
  readonly lists?: Readonly<Record<string, readonly ChecklistRow[]>>
  readonly rolls?: Readonly<Record<string, RollCount>>
  readonly guests?: readonly Guest[]
  /** 包案领导、帮办人 …: people a form named, who work on it. */
  readonly parties?: readonly PersonId[]
  /** Whom it is about: named by a form, and told nothing that is not meant for them. */
  readonly concerns?: PersonId
  /** How often each action was given. */
  readonly counts?: Readonly<Record<string, number>>
  /** The matter this one belongs to. */
  readonly parent?: ParentMatter
  /** Reports of the same thing that were joined to this one. */
  readonly joined?: readonly JoinedReport[]
  readonly joinedTo?: MatterId
  /** 接手: who took it at the desk last; see `deskHolder` for whether it still is theirs. */
  readonly desk?: DeskHold
  /** 待并案: until the minute is over nothing else is done with it. */
  readonly merging?: HeldMerge
  /** Until then its photos are kept; then only the fact. */
  readonly mediaUntil?: Instant
  readonly confirmedAt?: Instant
  readonly endedAt?: Instant
  /** The last words written to the reporter: why it was sent back, what was done. */
  readonly lastNote?: string
}

export type Reporter = { readonly personId: PersonId; readonly earnsPoints: boolean }

export type ParentMatter = {
  readonly matterId: MatterId
  readonly number: string
  /** Who reported that one hears of this one. */
  readonly reporterId: PersonId
}

export type JoinedReport = {
  readonly matterId: MatterId
  readonly number: string
  readonly reporter: Reporter
  readonly text: string
  readonly at: Instant
}

export type MatterPhoto = {
  readonly fileId: FileId
  /** The action it came with: `report`, `handle`, `closeOnSpot` … */
  readonly takenFor: string
  /** Who named it. Only a photo they sent themselves is shown, so that nobody borrows another's by its id. */
  readonly by: PersonId
  /** Text goes first: a photo is named before it has come. `refused` needs its owner. */
  readonly state: 'awaited' | 'arrived' | 'refused'
  /** A photo or a short video where nothing is said. */
  readonly medium?: 'voice'
  /** 已重拍: a better one was asked for and has taken its place; it stays on record. */
  readonly replacedBy?: FileId
}

/** 任务 */
export type MatterTask = {
  readonly taskId: TaskId
  readonly owner: TaskOwner
  readonly state: 'open' | 'claimed' | 'done'
  readonly claimedBy?: PersonId
  readonly openedAt: Instant
  /** 签收 */
  readonly claimedAt?: Instant
  /** How far whoever was called has come before they answer: contacted, arrived. */
  readonly steps?: Readonly<Record<string, Instant>>
  readonly answer?: string
  readonly answeredAt?: Instant
  /** How the answer was rated. */
  readonly rating?: string
  /** The answer did not do, and the work was asked for once more. */
  readonly returned?: true
}

/** To a person, a post (岗位) of an area, all workers of an area (a pool to claim from), or a department. */
export type TaskOwner =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'post'; readonly role: Role; readonly areaCode: AreaCode }
  | { readonly kind: 'area'; readonly areaCode: AreaCode }
  | { readonly kind: 'department'; readonly departmentCode: string }

/** 清单: a line to be done, of papers, sections, steps, people. */
export type ChecklistRow = {
  readonly key: string
  readonly title: string
  readonly dueAt?: Instant
  /** Its day has passed and those concerned were told. */
  readonly overdue?: true
  readonly doneAt?: Instant
  readonly doneBy?: PersonId
  readonly note?: string
}

/** 名册: how many entered, and how many with each answer. Who they are is kept beside the matter. */
export type RollCount = {
  readonly count: number
  readonly byValue: Readonly<Record<string, number>>
}

export type Guest = { readonly personId: PersonId; readonly until: Instant }

export type LateStage = {
  readonly status: string
  readonly stage?: string
  readonly dueAt: Instant
  /** An appeal was accepted: it stays a fact and does not count in the figures. */
  readonly excused?: true
}

/** What was filled into a form. These five names mean the same in every flow. */
export type ActionInput = Fields & {
  readonly note?: string
  readonly result?: string
  readonly reason?: string
  readonly owner?: TaskOwner
  readonly photos?: readonly FileId[]
}
