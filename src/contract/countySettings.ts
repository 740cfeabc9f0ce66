import * as v from 'valibot'
import { addedFieldTypes } from '@domain/settings/countySettings'
import { SensitivitySchema, text, Time, UrgencySchema } from './shapes'

/** A body may carry more than the rules allow, so that the check can name the place and say what to do. */
const ABSURD_TEXT = 2000
const ABSURD_LIST = 300

const Words = text(ABSURD_TEXT)
const Number = v.pipe(v.number(), v.finite())
/** What tables are keyed by; nothing that every object inherits. */
const Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, '没有这样的名称'))

const keyed = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.record(Key, schema),
    v.check((one) => Object.keys(one).length <= ABSURD_LIST, '太多了'),
  )
const list = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.array(schema), v.maxLength(ABSURD_LIST))

export const TimeLimitSchema = v.object({
  hours: Number,
  clock: v.picklist(['elapsed', 'working']),
})

const ByUrgency = v.object({
  U1: TimeLimitSchema,
  U2: TimeLimitSchema,
  U3: TimeLimitSchema,
  U4: TimeLimitSchema,
})
export const LimitSettingsSchema = v.union([TimeLimitSchema, ByUrgency])

const Off = v.optional(v.literal(true))
const Choices = v.optional(list(v.object({ value: Words, title: Words })))
const Templates = v.optional(list(Words))

const FieldSettingsSchema = v.object({
  off: Off,
  title: v.optional(Words),
  required: v.optional(v.boolean()),
  max: v.optional(Number),
  templates: Templates,
  choices: Choices,
})

const AddedFieldSchema = v.object({
  name: Words,
  title: Words,
  type: v.picklist(addedFieldTypes),
  required: v.boolean(),
  max: Number,
  unit: v.optional(text(10)),
  templates: Templates,
  choices: Choices,
  shownToReporter: v.optional(v.literal(true)),
})

const FlowSettingsSchema = v.object({
  off: Off,
  limits: v.optional(keyed(LimitSettingsSchema)),
  forms: v.optional(
    keyed(
      v.object({
        changes: v.optional(keyed(FieldSettingsSchema)),
        adds: v.optional(list(AddedFieldSchema)),
      }),
    ),
  ),
  points: v.optional(keyed(Number)),
})

const KindSettingsSchema = v.object({
  off: Off,
  name: v.optional(Words),
  urgency: v.optional(UrgencySchema),
  accept: v.optional(TimeLimitSchema),
  handle: v.optional(TimeLimitSchema),
  basePoints: v.optional(Number),
  selfClose: v.optional(v.boolean()),
  sensitivity: v.optional(SensitivitySchema),
  owner: v.optional(Words),
})

const OwnKindSchema = v.object({
  code: Words,
  name: Words,
  urgency: UrgencySchema,
  accept: TimeLimitSchema,
  handle: TimeLimitSchema,
  basePoints: Number,
  selfClose: v.boolean(),
  sensitivity: SensitivitySchema,
  owner: Words,
  initials: v.optional(Words),
  off: Off,
})

/** 县的设置: only what the county has made different from the product. */
export const CountySettingsSchema = v.object({
  flows: keyed(FlowSettingsSchema),
  kinds: keyed(KindSettingsSchema),
  ownKinds: list(OwnKindSchema),
})
export type CountySettingsInput = v.InferOutput<typeof CountySettingsSchema>

/** planned: its time has not come · inForce · past: another has taken its place · skipped: replaced before its time came. */
export const SettingsVersionView = v.object({
  version: v.number(),
  effectiveFrom: Time,
  madeAt: Time,
  madeBy: v.string(),
  note: v.string(),
  state: v.picklist(['planned', 'inForce', 'past', 'skipped']),
})
export type SettingsVersionView = v.InferOutput<typeof SettingsVersionView>

/** Where it stands in the settings, a stable code, and what to do about it. */
export const SettingsProblemView = v.object({
  path: v.string(),
  code: v.string(),
  words: v.string(),
})
export type SettingsProblemView = v.InferOutput<typeof SettingsProblemView>

export const settingsNoteMax = 200
