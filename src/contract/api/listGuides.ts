import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode } from '../shapes'

export const GuideView = v.object({
  guideId: v.string(),
  area: Area,
  title: v.string(),
  /** What to bring. */
  papers: v.string(),
  place: v.string(),
  phone: v.string(),
})
export type GuideView = v.InferOutput<typeof GuideView>

/** 办事指南: printed on the door of the hall anyway, so nobody has to sign in. */
export const listGuides = defineOperation({
  name: 'listGuides',
  summary: '办事指南：办什么、带什么、到哪里、打什么电话；不用登录',
  open: true,
  request: v.object({ areaCode: v.optional(AreaCode) }),
  response: v.object({ items: v.array(GuideView) }),
  problems: [],
})
