import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, Next, Page, PersonIdSchema, RoleSchema, Time } from '../shapes'

/** More of anything does not fit on a phone. */
const ABSURD_COUNT = 100_000
const ABSURD_BYTES = 1024 * 1024 * 1024
/** A phone whose battery was out begins again in the year it was made. */
const ABSURD_AGE_MS = 10 * 366 * 24 * 60 * 60 * 1000
const REASONS_MAX = 20

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ABSURD_COUNT))

/** Why an item needs its owner: the code of a problem, or one of the phone's own. */
export const heldReasons = {
  'queue.photos-lost': '有照片没能送到',
  'queue.unreadable': '手机上的记录读不出来',
} as const

const Needed = v.object({
  code: v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9.-]*$/)),
  count: Count,
})

/** What lies on a phone and has not reached the township: numbers and codes, never what was written or where. */
const Held = {
  reports: Count,
  actions: Count,
  photos: Count,
  voices: Count,
  films: Count,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ABSURD_BYTES)),
  needsYou: v.pipe(v.array(Needed), v.maxLength(REASONS_MAX)),
}

/**
 * 手机上还没送到的. `deviceId` is minted by the phone for this person and says nothing of the phone; `turn` counts what
 * this phone has said, so that a later word is never overwritten by an earlier one that was slow.
 */
export const reportHoldings = defineOperation({
  name: 'reportHoldings',
  summary: '手机告诉镇里：还有多少没有送到',
  request: v.object({
    deviceId: v.pipe(
      v.string(),
      v.uuid(),
      v.transform((id) => id.toLowerCase()),
    ),
    turn: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2_147_483_647)),
    ...Held,
    /** How long the oldest has waited, by the phone's own clock: it needs not be right for that. */
    oldestWaitsMs: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(ABSURD_AGE_MS)),
    ),
  }),
  response: v.object({ heardAt: Time }),
  problems: ['command.id-reused'],
})

export const HoldingView = v.object({
  holdingId: v.string(),
  person: v.object({
    personId: PersonIdSchema,
    name: v.string(),
    role: RoleSchema,
    roleTitle: v.string(),
    area: Area,
    /** Of their post where it has one. */
    phone: v.string(),
  }),
  ...Held,
  /** Since when the oldest waits. */
  since: Time,
  heardAt: Time,
  /** Nothing has been heard of this phone for long: it is off, lost, or without signal. */
  silent: v.boolean(),
})
export type HoldingView = v.InferOutput<typeof HoldingView>

/** Whose waits longest comes first. */
export const readHoldings = defineOperation({
  name: 'readHoldings',
  summary: '本辖区哪些手机上还有没送到的，等得最久的在前',
  request: v.object({ ...Page }),
  response: v.object({ items: v.array(HoldingView), next: Next }),
  problems: [],
})
