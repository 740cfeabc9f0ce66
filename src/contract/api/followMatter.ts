import * as v from 'valibot'
import { defineOperation } from '../operation'
import { text, Time } from '../shapes'

/** As people type it or a camera reads it: any case, with spaces or hyphens between. */
const FollowCode = v.pipe(
  text(80),
  v.minLength(1),
  v.transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '')),
)

/** What anybody who holds the slip of paper may read: no name, no words, no photo, no place finer than the township. */
export const FollowedMatter = v.object({
  number: v.string(),
  /** Where it stands, in a word. */
  statusTitle: v.string(),
  ended: v.boolean(),
  /** Of what nobody would mind (S0); of the rest only the number and the state. */
  open: v.optional(
    v.object({
      kindName: v.string(),
      flowTitle: v.string(),
      townshipName: v.string(),
      sentence: v.string(),
      receivedAt: Time,
      dueAt: v.optional(Time),
      endedAt: v.optional(Time),
      steps: v.array(v.object({ at: Time, title: v.string() })),
    }),
  ),
})
export type FollowedMatter = v.InferOutput<typeof FollowedMatter>

/** 一案一码. A code that is wrong by one letter is answered like one that never was; so is what must stay unseen (S2, S3). */
export const followMatter = defineOperation({
  name: 'followMatter',
  summary: '凭查询码看一件事办到哪一步；不用登录，看不到姓名、内容和地点',
  open: true,
  request: v.object({ code: FollowCode }),
  response: v.object({ matter: FollowedMatter }),
  problems: ['follow.unknown', 'follow.too-many-attempts'],
})
