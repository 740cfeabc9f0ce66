import type { Permission } from '../access/permissions'
import type { TimeLimit, Urgency } from '../kind/kind'

/**
 * A flow 流程 is data: status -> action -> next status. Phone, console and server read the same table; it draws the
 * buttons, checks the form, decides the command and sets the deadline. A new system is a new table, never a branch.
 */
export type FlowTable = {
  readonly name: string
  readonly version: number
  /** 事件, 求证 …: what people call a matter of this flow. */
  readonly title: string
  readonly initial: string
  readonly report: ReportRow
  readonly statuses: Readonly<Record<string, StatusRow>>
}

export type ReportRow = {
  readonly title: string
  readonly permission: Permission
  readonly forwarded: boolean
  readonly tells: readonly Listener[]
}

export type StatusRow = {
  readonly title: string
  /** What is true now, said to the reporter. `{handler}` and `{due}` are filled in by the face. */
  readonly sentence: string
  /** 终态: nothing more can happen. */
  readonly ended?: true
  readonly deadline?: DeadlineRow
  readonly actions: Readonly<Record<string, ActionRow>>
}

export type DeadlineRow = {
  /** The kind's own limit, or one by urgency. */
  readonly limit: 'kind.accept' | 'kind.handle' | Readonly<Record<Urgency, TimeLimit>>
  /** Who must be warned; checked so that every deadline warns someone. */
  readonly warns: Permission
}

export type ActionRow = {
  readonly title: string
  /** Past tense, as outside systems are told: the CloudEvents type is `cn.lianxin.matter.<event>.v1`. */
  readonly event: string
  readonly to: string
  readonly permission: Permission
  /** Beyond the permission: who the actor must be to this matter. Without it the jurisdiction decides. */
  readonly relation?: Relation
  readonly condition?: 'kind.selfClose'
  readonly form: readonly FormField[]
  readonly task?: TaskChange
  /** 核实: the first such action confirms the report, once; points follow. */
  readonly confirms?: true
  readonly forwarded: boolean
  readonly tells: readonly Listener[]
  /** Done again, it must be done faster: this share of the next status's limit. */
  readonly deadlineShare?: number
  /** Shown first, as the one thing to do. */
  readonly primary?: true
}

/**
 * reporter: wrote it · taskOwner: it was dispatched to them, their post, or a pool they belong to ·
 * assignee: has claimed it · notHandler: had no hand in handling it · uninvolved: nor reported it.
 */
export type Relation = 'reporter' | 'taskOwner' | 'assignee' | 'notHandler' | 'uninvolved'

export type Listener = 'reporter' | 'assignee' | 'taskOwner' | 'hub'

/**
 * open: a task for the owner named in the form · claim: the actor takes it · drop: nobody has it · finish ·
 * resume: back to whoever had it.
 */
export type TaskChange = 'open' | 'claim' | 'drop' | 'finish' | 'resume'

export type FormField = {
  readonly name: string
  readonly title: string
  readonly type: 'text' | 'photos' | 'owner'
  /** A photo is never demanded of what must not be pictured (S2, S3): see `isRequired`. */
  readonly required: boolean
  /** The reporter reads these words; all others stay among those who work on the matter. */
  readonly shownToReporter?: true
  /** Characters of a text, or number of photos. */
  readonly max: number
  /** Ready sentences to choose from, still editable. */
  readonly templates?: readonly string[]
}
