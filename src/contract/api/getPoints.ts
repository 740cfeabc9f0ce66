import * as v from 'valibot'
import { defineOperation } from '../operation'

export const getPoints = defineOperation({
  name: 'getPoints',
  summary: '我的积分余额',
  request: v.object({}),
  response: v.object({
    balance: v.number(),
    /** Staff report as their duty; they have no points account to grow. */
    earns: v.boolean(),
  }),
  problems: [],
})
