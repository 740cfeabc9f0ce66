import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, MatterIdSchema, Next, Page, Time, text } from '../shapes'
import { BoardPartSchema } from './readBoard'
import { Day } from './readFigures'

/**
 * A matter behind a number. `times` is what it adds: deadlines are counted one by one, and a matter that is done over
 * has another. One that the asker may not read is counted and not shown.
 */
const CountedView = v.object({
  times: v.number(),
  matter: v.optional(
    v.object({
      matterId: MatterIdSchema,
      number: v.string(),
      kindName: v.string(),
      statusTitle: v.string(),
      areaName: v.string(),
      receivedAt: Time,
      ended: v.boolean(),
    }),
  ),
})

/** 数字背后的事: the matters that make a number of the board; their `times` come to the number. */
export const listCounted = defineOperation({
  name: 'listCounted',
  summary: '看板上一个数字背后的事项，按页取',
  request: v.object({
    areaCode: AreaCode,
    from: Day,
    until: Day,
    flow: text(40),
    /** `count.open`, `above.ended`, `below.ended` …: the numbers of `readBoard` by name. */
    number: text(60),
    /** Of one part of the board only. */
    part: v.optional(v.object({ by: BoardPartSchema, key: text(40) })),
    ...Page,
  }),
  response: v.object({ items: v.array(CountedView), next: Next }),
  problems: ['access.outside-jurisdiction', 'matter.unknown-area'],
})
