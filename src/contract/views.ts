import * as v from 'valibot'
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
  /** Signed links, good for an hour, only when ready. */
  url: v.optional(v.string()),
  thumbnailUrl: v.optional(v.string()),
})
export type PhotoView = v.InferOutput<typeof PhotoView>

export const TaskView = v.object({
  taskId: TaskIdSchema,
  owner: TaskOwnerSchema,
  ownerName: v.string(),
  state: v.picklist(['open', 'claimed', 'done']),
  claimedBy: v.optional(v.object({ personId: PersonIdSchema, name: v.string() })),
  openedAt: Time,
  claimedAt: v.optional(Time),
})
export type TaskView = v.InferOutput<typeof TaskView>

export const MatterView = v.object({
  matterId: MatterIdSchema,
  /** 一案一码 */
  number: v.string(),
  version: v.number(),
  flow: v.string(),
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
  reporter: v.object({ personId: PersonIdSchema, name: v.string(), roleTitle: v.string() }),
  discoveredAt: Time,
  receivedAt: Time,
  dueAt: v.optional(Time),
  /** Its deadline has passed and it has not ended. */
  overdue: v.boolean(),
  photos: v.array(PhotoView),
  task: v.optional(TaskView),
  lastNote: v.optional(v.string()),
  confirmed: v.boolean(),
  endedAt: v.optional(Time),
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

export const FormFieldView = v.object({
  name: v.string(),
  title: v.string(),
  type: v.picklist(['text', 'photos', 'owner']),
  required: v.boolean(),
  max: v.number(),
  templates: v.optional(v.array(v.string())),
  /** The reporter reads these words. */
  shownToReporter: v.optional(v.literal(true)),
})

export const ActionView = v.object({
  action: v.string(),
  title: v.string(),
  primary: v.boolean(),
  form: v.array(FormFieldView),
})
export type ActionView = v.InferOutput<typeof ActionView>

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
