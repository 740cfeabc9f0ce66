import * as v from 'valibot'
import { fieldTypes } from '@domain/form/formField'
import {
  Area,
  AreaCode,
  CommandIdSchema,
  FileIdSchema,
  MatterIdSchema,
  PersonIdSchema,
  PlaceSchema,
  RoleSchema,
  SensitivitySchema,
  TaskIdSchema,
  TaskOwnerSchema,
  Time,
  UrgencySchema,
} from './shapes'

/** What a signed-in person sees of things. Names are looked up by the server; phones are only in PersonCard. */

export const PersonView = v.object({
  personId: PersonIdSchema,
  name: v.string(),
  posts: v.array(
    v.object({
      role: RoleSchema,
      roleTitle: v.string(),
      area: Area,
      departmentCode: v.optional(v.string()),
      departmentName: v.optional(v.string()),
    }),
  ),
})
export type PersonView = v.InferOutput<typeof PersonView>

export const PhotoView = v.object({
  fileId: FileIdSchema,
  /** `report`, or the action it came with. */
  takenFor: v.string(),
  /** awaited: still on the phone · processing: received, being cleaned · ready · refused: not a photo. */
  state: v.picklist(['awaited', 'processing', 'ready', 'refused']),
  /** A photo where nothing is said: what the phone announced, and once it has come what it is. */
  medium: v.optional(v.picklist(['photo', 'voice', 'video'])),
  /** Signed links, good for an hour, only when ready. A voice and a video have no thumbnail. */
  url: v.optional(v.string()),
  thumbnailUrl: v.optional(v.string()),
  /** Black boxes lie over faces or plates. */
  masked: v.optional(v.literal(true)),
  /** What a voice says, where the county has a service that puts it into words. */
  transcript: v.optional(v.string()),
  /** 请重拍: the step by which its reporter brings a better one, and what is wrong with this one. */
  wanted: v.optional(v.object({ action: v.string(), why: v.string() })),
  /** 已重拍: that one has taken its place; this one stays on record. */
  replacedBy: v.optional(FileIdSchema),
})
export type PhotoView = v.InferOutput<typeof PhotoView>

export const TaskView = v.object({
  taskId: TaskIdSchema,
  owner: TaskOwnerSchema,
  ownerName: v.string(),
  state: v.picklist(['open', 'claimed', 'done']),
  claimedBy: v.optional(v.object({ personId: PersonIdSchema, name: v.string() })),
  openedAt: Time,
  /** 签收 */
  claimedAt: v.optional(Time),
  answer: v.optional(v.string()),
  answeredAt: v.optional(Time),
})
export type TaskView = v.InferOutput<typeof TaskView>

/** A field that was filled in and is remembered, said in words. */
export const FilledFieldView = v.object({
  name: v.string(),
  title: v.string(),
  words: v.string(),
  type: v.picklist(fieldTypes),
})
export type FilledFieldView = v.InferOutput<typeof FilledFieldView>

/** 保密信息: there is something to open, until then, and opening it is logged. */
export const SecretView = v.object({
  name: v.string(),
  title: v.string(),
  until: v.optional(Time),
})

/** 清单 */
export const ChecklistView = v.object({
  list: v.string(),
  title: v.string(),
  rows: v.array(
    v.object({
      key: v.string(),
      title: v.string(),
      dueAt: v.optional(Time),
      overdue: v.boolean(),
      doneAt: v.optional(Time),
      doneBy: v.optional(v.string()),
      note: v.optional(v.string()),
    }),
  ),
})
export type ChecklistView = v.InferOutput<typeof ChecklistView>

/** 名册: how many entered, and how many with each answer; never who. */
export const RollView = v.object({
  roll: v.string(),
  title: v.string(),
  count: v.number(),
  /** So many are wanted. */
  wanted: v.optional(v.number()),
  values: v.array(v.object({ title: v.string(), count: v.number() })),
})
export type RollView = v.InferOutput<typeof RollView>

export const LinkedMatter = v.object({
  matterId: MatterIdSchema,
  number: v.string(),
  title: v.string(),
})

export const MatterView = v.object({
  matterId: MatterIdSchema,
  /** 一案一码 */
  number: v.string(),
  version: v.number(),
  flow: v.string(),
  /** 事件, 求证 … */
  flowTitle: v.string(),
  kind: v.object({
    code: v.string(),
    name: v.string(),
    categoryName: v.string(),
    icon: v.string(),
  }),
  urgency: UrgencySchema,
  sensitivity: SensitivitySchema,
  status: v.string(),
  statusTitle: v.string(),
  /** What is true now, in a sentence for the reporter. */
  sentence: v.string(),
  ended: v.boolean(),
  text: v.string(),
  place: v.optional(PlaceSchema),
  /** The grid with its village, "宝珠村 第3网格"; a village or township where no grid is known. */
  area: Area,
  township: Area,
  /** Without a name to whoever is only asked whether they know something. */
  reporter: v.object({
    personId: v.optional(PersonIdSchema),
    name: v.string(),
    roleTitle: v.string(),
  }),
  discoveredAt: Time,
  /** The phone's clock was so far ahead (negative: behind); `discoveredAt` is set right by it. */
  clockAheadMs: v.optional(v.number()),
  receivedAt: Time,
  dueAt: v.optional(Time),
  /** Its deadline has passed and it has not ended. */
  overdue: v.boolean(),
  /** 0.5, 0.8: so much of the time has gone and those concerned were told. */
  warned: v.optional(v.number()),
  photos: v.array(PhotoView),
  task: v.optional(TaskView),
  /** 协办 */
  called: v.optional(v.array(TaskView)),
  fields: v.array(FilledFieldView),
  secrets: v.optional(v.array(SecretView)),
  lists: v.array(ChecklistView),
  rolls: v.array(RollView),
  parent: v.optional(LinkedMatter),
  joinedTo: v.optional(LinkedMatter),
  /** 接手: who has it at the desk; only for those at the desk. */
  taken: v.optional(v.object({ personId: PersonIdSchema, name: v.string(), at: Time })),
  /** 待并案: into which, and how long it may be undone; only for those at the desk. */
  merging: v.optional(v.object({ into: LinkedMatter, until: Time })),
  /** So many reports of the same thing were joined to it. */
  joinedReports: v.number(),
  lastNote: v.optional(v.string()),
  confirmed: v.boolean(),
  endedAt: v.optional(Time),
  /** 查询码, to follow it without signing in; absent where nothing may be seen that way. */
  followCode: v.optional(v.string()),
})
export type MatterView = v.InferOutput<typeof MatterView>

/** One row of the append-only history, for the timeline. */
export const HistoryView = v.object({
  version: v.number(),
  commandId: CommandIdSchema,
  at: Time,
  /** `report`, an action of the flow, `photo`, or `overdue`. */
  action: v.string(),
  title: v.string(),
  by: v.object({ personId: v.optional(PersonIdSchema), name: v.string(), roleTitle: v.string() }),
  statusTitle: v.string(),
  note: v.optional(v.string()),
  confirms: v.boolean(),
})
export type HistoryView = v.InferOutput<typeof HistoryView>

/** See `FormField` of the domain. */
export const FormFieldView = v.object({
  name: v.string(),
  title: v.string(),
  type: v.picklist(fieldTypes),
  required: v.boolean(),
  max: v.number(),
  min: v.optional(v.number()),
  unit: v.optional(v.string()),
  choices: v.optional(v.array(v.object({ value: v.string(), title: v.string() }))),
  templates: v.optional(v.array(v.string())),
  words: v.optional(v.string()),
  list: v.optional(v.string()),
  /** Offer only those who entered this roll (`listRoll`). */
  fromRoll: v.optional(v.string()),
  /** An owner only of these kinds. */
  ownerKinds: v.optional(v.array(v.picklist(['person', 'post', 'area', 'department']))),
  /** The reporter reads these words. */
  shownToReporter: v.optional(v.literal(true)),
  /** Minutes since the discovery, measured between two taps. */
  timed: v.optional(v.literal(true)),
  /** A person whom the matter is about; residents too, by their whole name. */
  concerns: v.optional(v.literal(true)),
})
export type FormFieldView = v.InferOutput<typeof FormFieldView>

export const ActionView = v.object({
  action: v.string(),
  title: v.string(),
  primary: v.boolean(),
  form: v.array(FormFieldView),
})
export type ActionView = v.InferOutput<typeof ActionView>

/** See `ReportCondition` of the domain. */
export const ReportConditionView = v.union([
  v.literal('photographed'),
  v.strictObject({ field: v.string(), is: v.union([v.string(), v.boolean(), v.number()]) }),
  v.strictObject({ field: v.string(), isNot: v.union([v.string(), v.boolean(), v.number()]) }),
  v.strictObject({ field: v.string(), given: v.boolean() }),
  v.strictObject({ outsideHours: v.tuple([v.number(), v.number()]) }),
  v.strictObject({ seenBefore: v.string(), days: v.number() }),
])

/** A field that may be left out, except when all of these hold; the words say why. */
export const NeedView = v.object({
  field: v.string(),
  when: v.array(ReportConditionView),
  words: v.string(),
})
export type NeedView = v.InferOutput<typeof NeedView>

export const KindView = v.object({
  code: v.string(),
  name: v.string(),
  category: v.string(),
  categoryName: v.string(),
  /** Pinyin initials for the search: 路灯不亮 -> ldbl. */
  initials: v.string(),
  icon: v.string(),
  /** 1 to 6 for the six most used, null for the rest. */
  rank: v.nullable(v.number()),
  urgency: UrgencySchema,
  sensitivity: SensitivitySchema,
  basePoints: v.number(),
  selfClose: v.boolean(),
  owner: v.string(),
  acceptHours: v.number(),
  acceptClock: v.picklist(['elapsed', 'working']),
  handleHours: v.number(),
  handleClock: v.picklist(['elapsed', 'working']),
  /** To dial before the form: 110, 119, 120 …, or null. */
  emergencyNumber: v.nullable(v.string()),
  note: v.string(),
  /** The flow that a report of this kind begins, what people call it, and what it is for. */
  flow: v.string(),
  flowTitle: v.string(),
  purpose: v.string(),
  /** What that flow's own form asks. */
  form: v.array(FormFieldView),
  needs: v.optional(v.array(NeedView)),
  /** Filed at the place, or at the village or township around it. */
  at: v.picklist(['grid', 'village', 'township']),
  /** At most so many photos: 0 where nothing may be pictured. */
  photosMax: v.number(),
  /** May whoever asked begin one? */
  mayReport: v.boolean(),
})
export type KindView = v.InferOutput<typeof KindView>

export const GridView = v.object({
  code: AreaCode,
  /** "宝珠村 第3网格" */
  name: v.string(),
  village: Area,
  township: Area,
})
export type GridView = v.InferOutput<typeof GridView>
