import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, MatterIdSchema, PlaceSchema, text, Time } from '../shapes'

/** 疑似重复: open, of the same kind, within 50 metres and 24 hours. For a report that is being written, or one that came. */
export const findSimilar = defineOperation({
  name: 'findSimilar',
  summary: '附近有没有人报过同样的事',
  request: v.object({
    matterId: v.optional(MatterIdSchema),
    kind: v.optional(text(10)),
    place: v.optional(PlaceSchema),
  }),
  response: v.object({
    items: v.array(
      v.object({
        /** Only for whoever may read it. */
        matterId: v.optional(MatterIdSchema),
        /** An open matter that whoever reports the same may add their photo to (`alsoSeen`). */
        joinable: v.optional(MatterIdSchema),
        number: v.string(),
        statusTitle: v.string(),
        receivedAt: Time,
        metres: v.number(),
        areaName: v.string(),
        areaCode: AreaCode,
      }),
    ),
    /** 重复: what the same person has brought before in the same flow, newest first; only for whoever works on it. */
    earlier: v.array(
      v.object({
        matterId: MatterIdSchema,
        number: v.string(),
        statusTitle: v.string(),
        receivedAt: Time,
      }),
    ),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
