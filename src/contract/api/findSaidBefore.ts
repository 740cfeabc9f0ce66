import * as v from 'valibot'
import { defineOperation } from '../operation'
import { FormInputSchema } from '../formInput'
import { AreaCode, Time, text } from '../shapes'

/**
 * 这一户前几天有没有人去过: who lately said the same in a field that a report of this kind is compared by. Asked while it
 * is written; the report itself is held against the same when it comes.
 */
export const findSaidBefore = defineOperation({
  name: 'findSaidBefore',
  summary: '前几天有没有人报过同一户',
  request: v.object({
    kind: text(10),
    areaCode: AreaCode,
    fields: FormInputSchema,
    /** When it was seen; now without it. */
    at: v.optional(Time),
  }),
  response: v.object({
    items: v.array(
      v.object({
        field: v.string(),
        at: Time,
        kindName: v.string(),
        by: v.string(),
      }),
    ),
  }),
  problems: ['matter.unknown-kind', 'matter.flow-off', 'access.outside-jurisdiction'],
})
