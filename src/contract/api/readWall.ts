import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode, Time, UrgencySchema } from '../shapes'

/** Marks drawn on the wall: more would be one spot of colour. */
export const WALL_MARKS_MAX = 500
export const WALL_ROWS_MAX = 10

const WallRow = v.object({
  flowTitle: v.string(),
  kindName: v.string(),
  /** No finer than a village. */
  areaName: v.string(),
  statusTitle: v.string(),
  urgency: UrgencySchema,
  at: Time,
})

/**
 * 大屏: what whoever walks through the room may read. No words of a report, no names, no number of a matter; of what few
 * may read neither place nor row.
 */
export const readWall = defineOperation({
  name: 'readWall',
  summary: '大屏上的几个数、快到期的、地图上的点和最近收到的',
  request: v.object({ areaCode: AreaCode }),
  response: v.object({
    area: Area,
    cutOff: Time,
    counts: v.object({
      receivedToday: v.number(),
      endedToday: v.number(),
      open: v.number(),
      dueToday: v.number(),
      overdue: v.number(),
    }),
    datum: v.picklist(['gcj02', 'wgs84']),
    marks: v.array(
      v.object({
        longitude: v.number(),
        latitude: v.number(),
        urgency: UrgencySchema,
        overdue: v.boolean(),
      }),
    ),
    /** Due next, `at` being when. */
    due: v.array(WallRow),
    /** Received last, `at` being when. */
    lately: v.array(WallRow),
  }),
  problems: ['access.outside-jurisdiction', 'matter.unknown-area'],
})
