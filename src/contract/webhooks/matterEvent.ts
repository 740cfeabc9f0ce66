import * as v from 'valibot'
import { MatterIdSchema, Time } from '../shapes'

/**
 * What a hub outside is sent: CloudEvents 1.0, structured JSON, type `cn.lianxin.matter.<event>.v1`, signed by
 * Standard Webhooks (`webhook-id`, `webhook-timestamp`, `webhook-signature`). `sequence` is the
 * row of the matter's history: a later event has a larger one, and rows that are not forwarded leave gaps. S2 and S3 matters carry no text and no place finer than the village.
 */
export const MatterEventData = v.object({
  matterId: MatterIdSchema,
  number: v.string(),
  action: v.string(),
  kind: v.object({ code: v.string(), name: v.string() }),
  urgency: v.string(),
  status: v.string(),
  statusTitle: v.string(),
  areaCode: v.string(),
  areaName: v.string(),
  text: v.optional(v.string()),
  place: v.optional(v.object({ longitude: v.number(), latitude: v.number(), datum: v.string() })),
  discoveredAt: Time,
  receivedAt: Time,
  dueAt: v.optional(Time),
  photoCount: v.number(),
  note: v.optional(v.string()),
})
export type MatterEventData = v.InferOutput<typeof MatterEventData>

export const MatterCloudEvent = v.object({
  specversion: v.literal('1.0'),
  id: v.string(),
  source: v.string(),
  type: v.pipe(v.string(), v.regex(/^cn\.lianxin\.matter\.[a-z-]+\.v1$/)),
  subject: v.string(),
  time: Time,
  datacontenttype: v.literal('application/json'),
  /** Extension attribute of CloudEvents: the row of the matter's history, counted from 1. */
  sequence: v.string(),
  data: MatterEventData,
})
export type MatterCloudEvent = v.InferOutput<typeof MatterCloudEvent>
