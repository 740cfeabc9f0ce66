import type { Permission } from '../access/permissions'
import type { FieldValue, FormField } from '../form/formField'
import type { Kind, Sensitivity, TimeLimit, Urgency } from '../kind/kind'
import type { Condition, ReportCondition } from './condition'
import type { Listener } from './listener'
import type { Relation } from './relation'

/**
 * A flow 流程 is data: status -> action -> next status. Phone, console and server read the same table; it draws the
 * buttons, checks the form, decides the command and sets the deadline. A new system is a new table, never a branch.
 */
export type FlowTable = {
  readonly name: string
  readonly version: number
  /** 事件, 求证 …: what people call a matter of this flow. */
  readonly title: string
  /** What it is for, in a sentence for whoever begins one. */
  readonly purpose: string
  readonly initial: string
  readonly report: ReportRow
  /** Kinds of the county's list that begin one of these; those that no flow claims begin an incident. */
  readonly begunBy?: readonly string[]
  /** Kinds that only this flow knows. */
  readonly kinds?: readonly FlowKind[]
  /** At least so sensitive, whatever its kind says. */
  readonly sensitivity?: Sensitivity
  /** Everybody with this permission who lives or works in its area may read what is shown to all. */
  readonly openTo?: Permission
  /** Open to them only in these statuses: before, nobody has looked whether it may be shown to all. */
  readonly openIn?: readonly string[]
  /** Beside its reporter and whoever works on it only these may read it, where it lies; all of `matter.read` without it. */
  readonly keptTo?: readonly Reader[]
  /** Checklists that they read as well: sections to walk, papers to bring. */
  readonly openLists?: readonly string[]
  /** Workers of the areas in the field `ring` may read it, each opening logged, as long as it is in these statuses. */
  readonly ringIn?: readonly string[]
  /** Whom the ring asks: who holds this there; whoever answers searches when it is not said. */
  readonly ringOf?: Permission
  /** 法定时限: a county may promise less time, never take more. */
  readonly limitsByLaw?: true
  /** Photos are deleted so many days after the end; what is left is the fact. */
  readonly mediaDays?: number
  /** Forgotten with them: who was found, how to reach the family. */
  readonly forgets?: {
    readonly fields?: readonly string[]
    readonly lists?: readonly string[]
  }
  readonly statuses: Readonly<Record<string, StatusRow>>
}

/** Who holds a permission, or the reporter of the matter that this one belongs to. */
export type Reader = Permission | 'parentReporter'

/** What a kind needs beyond the table; the rest is filled in by `kindsOfFlow`. */
export type FlowKind = Pick<Kind, 'code' | 'name' | 'urgency' | 'accept' | 'handle'> &
  Partial<Pick<Kind, 'sensitivity' | 'basePoints'>> & {
    /** Who may begin one of this kind, where the flow's own permission is too wide. */
    readonly permission?: Permission
    readonly icon?: string
  }

export type Effects = {
  /** Beyond being told of the area by the inbox. */
  readonly tells: readonly Listener[]
  /** To hubs outside, as a CloudEvent. */
  readonly forwarded: boolean
  readonly task?: TaskChange
  /** A task for each of the owners named in `owners`, beside the main one. */
  readonly calls?: true
  /** Puts the rows of a field on a checklist of the matter; or fixed ones, each once and in this order. */
  readonly adds?:
    | { readonly list: string; readonly field: string }
    | { readonly list: string; readonly title: string; readonly titles: readonly string[] }
  /** A system outside is asked, and answers by an action that is automatic: 'answer'. */
  readonly asks?: string
  /** Remembered as if they had been filled in; `null` forgets. */
  readonly sets?: Readonly<Record<string, FieldValue | null>>
  /** Those named in the field may read along as guests, until the day in the other field. */
  readonly invites?: { readonly people: string; readonly until: string }
}

export type ReportRow = Effects & {
  readonly title: string
  readonly permission: Permission
  /** Where it is filed: the place, or the village or township around it. */
  readonly at: 'grid' | 'village' | 'township'
  /** At most so many photos: 0 where nothing may be pictured. */
  readonly photosMax?: number
  readonly form: readonly FormField[]
  /** Only where the permission is held; without it anywhere in the county. */
  readonly onlyWhereHeld?: true
  /** Where its writer stands finds the grid and is not kept: nobody's rounds can be read from it. */
  readonly placeless?: true
  /** Fields that may be left out, except when. */
  readonly needs?: readonly NeedRow[]
  /** The first of these whose conditions hold is where it begins, instead of in `initial`. */
  readonly begins?: readonly {
    readonly status: string
    readonly when: readonly ReportCondition[]
  }[]
}

/** When all of these hold the field must be filled in, and the words say why. */
export type NeedRow = {
  readonly field: string
  readonly when: readonly ReportCondition[]
  readonly words: string
}

export type StatusRow = {
  readonly title: string
  /** What is true now, said to the reporter. `{owner}`, `{handler}` and `{due}` are filled in by the face. */
  readonly sentence: string
  /** 办结: the work is done. What is left may be a rating, or taking it up once more. */
  readonly ended?: true
  /** `continues`: the time that was running runs on. */
  readonly deadline?: DeadlineRow | 'continues'
  /** Which stage of the work it counts as in the figures. */
  readonly stage?: Stage
  readonly actions: Readonly<Record<string, ActionRow>>
}

export const stages = ['accept', 'dispatch', 'handle', 'inspect', 'close'] as const
export type Stage = (typeof stages)[number]

export type DeadlineRow = {
  /** The kind's own limit, one by urgency, one for all, or the day or moment in a field. */
  readonly limit:
    | 'kind.accept'
    | 'kind.handle'
    | TimeLimit
    | Readonly<Record<Urgency, TimeLimit>>
    | { readonly until: string; readonly hoursBefore?: number }
  /** Where the field says so, only this share of the limit: who needs it most comes first. */
  readonly shorter?: { readonly field: string; readonly is: FieldValue; readonly share: number }
  /** Who must be warned; checked so that every deadline warns someone. */
  readonly warns: Permission
  /** What happens on the way; `usualMarks` when it is not said. */
  readonly marks?: readonly MarkRow[]
}

/** At this share of the limit (0.5, 0.8, 1, 1.5) these are told. */
export type MarkRow = {
  readonly share: number
  readonly tells: readonly Listener[]
  /** What they are told to do, where "half of the time has gone" says too little. */
  readonly words?: string
}

/** 50 % a note, 80 % yellow, 100 % red, 150 % the county: the ladder of the field. */
export const usualMarks: readonly MarkRow[] = [
  { share: 0.5, tells: ['assignee'] },
  { share: 0.8, tells: ['assignee', 'inCharge'] },
  { share: 1, tells: ['assignee', 'inCharge'] },
  { share: 1.5, tells: ['inCharge', 'county'] },
]

export type ActionRow = Effects & {
  readonly title: string
  /** Past tense, as outside systems are told: the CloudEvents type is `cn.lianxin.matter.<event>.v1`. */
  readonly event: string
  readonly to: string
  readonly permission: Permission
  /** Beyond the permission: who the actor must be to this matter. Without it the jurisdiction decides. */
  readonly relation?: Relation
  /** All must hold. */
  readonly when?: readonly Condition[]
  /**
   * By nobody's hand: at a share of the deadline, as soon as `when` holds, or as the answer of the system outside that
   * was asked (`decideAnswer`).
   */
  readonly automatic?: 'onceTrue' | 'answer' | { readonly share: number }
  /** So many times in the life of a matter. */
  readonly atMost?: number
  /** Only so long after the matter ended. */
  readonly withinDays?: number
  readonly form: readonly FormField[]
  /** 核实: the first such action confirms the report, once; points follow. */
  readonly confirms?: true
  /** Points beyond those of the report. */
  readonly pays?: PayRow
  /** 冲正: every posting of the matter that stands is made once more, the other way. */
  readonly reverses?: true
  /** 积分结算: what the township's people have earned until the end of the day in the field leaves their accounts. */
  readonly settles?: { readonly until: string }
  /** Without it a new status begins its own time, and whoever only adds to a matter leaves it alone. */
  readonly deadline?: DeadlineChange
  /**
   * Does the row of a checklist chosen in the field `row`, or always the one of this title; `again` when it may be done
   * any number of times.
   */
  readonly ticks?: { readonly list: string; readonly title?: string; readonly again?: true }
  /** 报平安: whatever is open on the list is done, and the next row falls due so many hours from now; none without. */
  readonly rounds?: { readonly list: string; readonly title: string; readonly hours?: number }
  /** A step of whoever answers a call, noted on their task with its time: contacted, arrived. */
  readonly step?: string
  /** Rates the answer of the one called who is named in `owner`; `again` gives them their task back, once. */
  readonly rates?: RateRow
  /** Everybody once: votes, sign-ups, answers. Keyed by the person, or by what a field says. */
  readonly enters?: EnterRow
  /** Begins another matter that belongs to this one. */
  readonly spawns?: SpawnRow
  /** Joins this matter into the one named in the field `into`. */
  readonly merges?: true
  /** 重拍: the new photo takes the place of the one that was asked for again. */
  readonly replaces?: ReplaceRow
  /** Shows a card to everybody of the area. */
  readonly publishes?: PublishRow
  /** 申诉: every missed deadline stays a fact and no longer counts. */
  readonly excuses?: true
  /** Counted under this name in the figures. */
  readonly measure?: Measure
  /** Shown first, as the one thing to do. */
  readonly primary?: true
  /** Sent along with a report by the phone, and never drawn as a button. */
  readonly unlisted?: true
}

export const measures = [
  'accepted',
  'dispatched',
  'objectionUpheld',
  'handled',
  'closed',
  'closedOnSpot',
  'returned',
  'reopened',
  'rated',
] as const
export type Measure = (typeof measures)[number]

export type PayRow = {
  /** The rule's name in the ledger: with the matter and the person it pays once. */
  readonly rule: string
  /** `reporter`, or the field that names the person. */
  readonly to: 'reporter' | { readonly named: string }
  readonly points: number | 'kind.base'
}

/** The field whose value is the rating, or that the work must be done once more. */
export type RateRow = 'again' | { readonly by: string }

export type EnterRow = {
  readonly roll: string
  /** The field that names the household; without it everybody once. */
  readonly by?: string
  /** The field that is counted by its value. */
  readonly counts?: string
  /** A ballot: that somebody entered is known to whoever works on it, not how. */
  readonly secret?: true
}

export type SpawnRow = {
  readonly flow: string
  readonly kind: string
  /** Fields of the new matter's report, by the name of the field here (of this form, or remembered) they come from. */
  readonly fields?: Readonly<Record<string, string>>
  /** The field whose words become the new matter's text; the matter's own text without it. */
  readonly text?: string
  /** Those words speak of the same people: the new matter is no less sensitive than this one. */
  readonly speaksOfIt?: true
  /** Asked among those who work on it: the reporter of this matter does not read the new one. */
  readonly amongWorkers?: true
}

/** The remembered fields that name the photo, and what is wrong with it. */
export type ReplaceRow = { readonly photo: string; readonly because: string }

export type PublishRow = {
  readonly title: string
  /** The field whose words are shown. */
  readonly words: string
  readonly to: 'village' | 'township' | 'county'
}

/**
 * restart: the time of the status anew, or a share of it · keep: as it runs · stop 挂账: it stands still · resume: on
 * from there · extend 延期: longer by this share of the limit.
 */
export type DeadlineChange =
  'keep' | 'stop' | 'resume' | { readonly restart: number } | { readonly extend: number }

/**
 * open: a task for the owner named in the form · claim: the actor takes it · drop: nobody has it · finish ·
 * resume: back to whoever had it · take: the actor's own task at once, nobody dispatched it.
 */
export type TaskChange = 'open' | 'claim' | 'drop' | 'finish' | 'resume' | 'take'
