import * as v from 'valibot'
import {
  CountySettingsSchema,
  LimitSettingsSchema,
  SettingsVersionView,
  TimeLimitSchema,
} from '../countySettings'
import { defineOperation } from '../operation'
import { SensitivitySchema, UrgencySchema } from '../shapes'
import { FormFieldView } from '../views'

/** A flow as the product brings it, as far as a county may change it. */
export const FlowToSetView = v.object({
  flow: v.string(),
  title: v.string(),
  purpose: v.string(),
  /** 法定时限: only shorter. */
  limitsByLaw: v.boolean(),
  statuses: v.array(
    v.object({ status: v.string(), title: v.string(), limit: LimitSettingsSchema }),
  ),
  /** Each form once, the report's first. */
  forms: v.array(
    v.object({ action: v.string(), title: v.string(), fields: v.array(FormFieldView) }),
  ),
  points: v.array(
    v.object({ rule: v.string(), title: v.string(), points: v.nullable(v.number()) }),
  ),
})
export type FlowToSetView = v.InferOutput<typeof FlowToSetView>

export const KindToSetView = v.object({
  code: v.string(),
  name: v.string(),
  category: v.string(),
  categoryName: v.string(),
  flow: v.string(),
  urgency: UrgencySchema,
  accept: TimeLimitSchema,
  handle: TimeLimitSchema,
  basePoints: v.number(),
  selfClose: v.boolean(),
  sensitivity: SensitivitySchema,
  owner: v.string(),
})
export type KindToSetView = v.InferOutput<typeof KindToSetView>

/** 流程与类别: every version of what the county has set, one of them in full, and what the product brings. */
export const readCountySettings = defineOperation({
  name: 'readCountySettings',
  summary: '本县的流程与类别设置：各个版本和可以改的内容',
  request: v.object({
    /** The newest without it. */
    version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  response: v.object({
    /** Newest first. */
    versions: v.array(SettingsVersionView),
    /** Of `content`; 0 when nothing has been set. */
    version: v.number(),
    content: CountySettingsSchema,
    flows: v.array(FlowToSetView),
    kinds: v.array(KindToSetView),
  }),
  problems: ['settings.version-unknown'],
})
