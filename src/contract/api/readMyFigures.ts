import * as v from 'valibot'
import { defineOperation } from '../operation'
import { text } from '../shapes'
import { ownFigureNames } from '@domain/figures/ownFigures'

/** 我的工作质量: one's own numbers of a month, for oneself. Nobody can ask for another's, and nothing is compared. */
export const readMyFigures = defineOperation({
  name: 'readMyFigures',
  summary: '我这个月办的事，只给自己看',
  request: v.object({
    month: v.optional(v.pipe(text(7), v.regex(/^\d{4}-\d{2}$/, '月份写成 2026-11'))),
  }),
  response: v.object({
    month: v.string(),
    figures: v.array(
      v.object({
        name: v.picklist(ownFigureNames),
        /** Of so many; each says its own whole. */
        count: v.number(),
        of: v.number(),
      }),
    ),
    /** More were taken than are looked through. */
    cut: v.boolean(),
  }),
  problems: [],
})
