import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, CommandIdSchema, MatterIdSchema, text } from '../shapes'
import { LinkedMatter } from '../views'

export const FILTERS_MAX = 20

/** As the inbox asks: see `listMatters`. */
const SavedFilter = v.object({
  filterId: CommandIdSchema,
  name: v.pipe(text(30), v.trim(), v.minLength(1)),
  content: v.object({
    view: v.picklist(['due', 'received']),
    flow: v.optional(text(40)),
    statuses: v.pipe(v.array(text(40)), v.maxLength(100)),
    areaCode: v.optional(AreaCode),
    search: text(100),
  }),
})
export type SavedFilter = v.InferOutput<typeof SavedFilter>

const Filters = v.object({ items: v.array(SavedFilter) })

export const listFilters = defineOperation({
  name: 'listFilters',
  summary: '我存下的筛选',
  request: v.object({}),
  response: Filters,
  problems: [],
})

export const saveFilter = defineOperation({
  name: 'saveFilter',
  summary: '存一个筛选，换台电脑也在',
  request: SavedFilter,
  response: Filters,
  problems: ['filter.too-many'],
})

export const dropFilter = defineOperation({
  name: 'dropFilter',
  summary: '删掉一个存下的筛选',
  request: v.object({ filterId: CommandIdSchema }),
  response: Filters,
  problems: [],
})

export const listNear = defineOperation({
  name: 'listNear',
  summary: '附近还有哪些没办完的事，不论哪一类',
  request: v.object({ matterId: MatterIdSchema }),
  response: v.object({
    items: v.array(
      v.object({ ...LinkedMatter.entries, statusTitle: v.string(), metres: v.number() }),
    ),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
