import * as v from 'valibot'
import { Time } from '../shapes'

/** What the test button sends: signed as every event, about no matter, to be answered with 2xx and forgotten. */
export const HubTestEvent = v.object({
  specversion: v.literal('1.0'),
  id: v.string(),
  source: v.string(),
  type: v.literal('cn.lianxin.hub.test.v1'),
  subject: v.string(),
  time: Time,
  datacontenttype: v.literal('application/json'),
  data: v.object({ message: v.string() }),
})
export type HubTestEvent = v.InferOutput<typeof HubTestEvent>
