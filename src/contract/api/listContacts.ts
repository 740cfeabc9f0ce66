import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode, RoleSchema } from '../shapes'

/** Whom neighbours may call: people on a duty post, with the telephone of the post, never their own. */
export const ContactView = v.object({
  name: v.string(),
  role: RoleSchema,
  roleTitle: v.string(),
  area: Area,
  phone: v.string(),
})
export type ContactView = v.InferOutput<typeof ContactView>

/** Nearest first: the grid, the village, the township's hub. */
export const listContacts = defineOperation({
  name: 'listContacts',
  summary: '我这里的网格员、村干部和镇综治中心，带值班电话；可以换一个地方看',
  request: v.object({ areaCode: v.optional(AreaCode) }),
  response: v.object({ area: Area, items: v.array(ContactView) }),
  problems: ['matter.unknown-area'],
})
