import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema } from '../shapes'

/** 结算单 of one settlement: points, and money in fen at the rate it was approved with. Empty before it is approved. */
export const readSettlement = defineOperation({
  name: 'readSettlement',
  summary: '一次积分结算的明细，供复核和财务发放',
  request: v.object({ matterId: MatterIdSchema }),
  response: v.object({
    items: v.array(
      v.object({ name: v.string(), account: v.string(), points: v.number(), fen: v.number() }),
    ),
    points: v.number(),
    fen: v.number(),
    people: v.number(),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
