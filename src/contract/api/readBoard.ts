import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode, Time, text } from '../shapes'
import { Day, FlowFiguresView } from './readFigures'

/** Places named at once as hot spots, and as those from which nothing came. */
export const HOT_SPOTS_MAX = 10
export const SILENT_MAX = 100

/** 按地方 (a county's townships, a township's villages, a village's grids), 按类别, 按部门. */
export const boardParts = ['area', 'kind', 'department'] as const
export const BoardPartSchema = v.picklist(boardParts)
export type BoardPart = v.InferOutput<typeof BoardPartSchema>

const PartView = v.object({ key: v.string(), name: v.string(), figures: FlowFiguresView })

const Point = v.object({
  /** The day, or the Monday of the week. */
  start: Day,
  reported: v.number(),
  ended: v.number(),
})

/**
 * 看板: the numbers of one flow in an area, and the same numbers of its parts. A grid is one worker: of grids there are
 * counts, and no rates of how fast or how well.
 */
export const readBoard = defineOperation({
  name: 'readBoard',
  summary: '一类事项的看板：总数、分部分、趋势、用时分布、热点和没有上报的地方',
  request: v.object({
    areaCode: AreaCode,
    from: Day,
    until: Day,
    flow: text(40),
    by: BoardPartSchema,
  }),
  response: v.object({
    area: Area,
    from: Day,
    until: Day,
    cutOff: Time,
    rounding: v.string(),
    total: FlowFiguresView,
    by: BoardPartSchema,
    parts: v.array(PartView),
    trend: v.object({ unit: v.picklist(['day', 'week']), points: v.array(Point) }),
    spread: v.array(v.object({ title: v.string(), count: v.number() })),
    hotSpots: v.array(v.object({ area: Area, count: v.number() })),
    /** Of so many places, so many; the first of them by name. */
    silent: v.object({ of: v.number(), count: v.number(), areas: v.array(Area) }),
  }),
  problems: ['access.outside-jurisdiction', 'matter.unknown-area'],
})
