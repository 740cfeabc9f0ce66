import * as v from 'valibot'
import { CountySettingsSchema, SettingsProblemView } from '../countySettings'
import { defineOperation } from '../operation'
import { Time } from '../shapes'

const switched = v.optional(v.picklist(['off', 'on', 'added', 'removed']))

export const FlowPreview = v.object({
  flow: v.string(),
  title: v.string(),
  switched,
  /** Every change in words: 待受理：2小时改为1小时. */
  words: v.array(v.string()),
  /** So many are open and finish under what they began with. */
  openMatters: v.number(),
})

export const KindPreview = v.object({
  code: v.string(),
  name: v.string(),
  switched,
  words: v.array(v.string()),
  openMatters: v.number(),
})

/** What settings would do, before they are saved. Nothing is written. */
export const previewCountySettings = defineOperation({
  name: 'previewCountySettings',
  summary: '保存设置之前，先看会改变什么',
  request: v.object({
    content: CountySettingsSchema,
    /** At once without it. */
    effectiveFrom: v.optional(Time),
  }),
  response: v.object({
    problems: v.array(SettingsProblemView),
    effectiveFrom: Time,
    flows: v.array(FlowPreview),
    kinds: v.array(KindPreview),
    /** All that are open, whatever their kind. */
    openMatters: v.number(),
    /** Versions whose time would have come later and now never does. */
    skips: v.array(v.number()),
  }),
  problems: [],
})
