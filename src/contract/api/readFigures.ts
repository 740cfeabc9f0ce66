import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode, Time } from '../shapes'

/** The longest span that is summed at once: three years and a little. */
export const FIGURES_DAYS_MAX = 1100

/** A day in China: 2026-11-23. */
export const Day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((day) => isDay(day), '没有这一天'),
)

/** The thirty-first of February fits the pattern. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(day)
}

const CountView = v.object({ name: v.string(), title: v.string(), count: v.number() })

/** A rate is never alone: what it is a share of, until when it was counted, and how it was rounded go with it. */
const RateView = v.object({
  name: v.string(),
  title: v.string(),
  numerator: v.number(),
  numeratorTitle: v.string(),
  denominator: v.number(),
  denominatorTitle: v.string(),
  /** `99.79`; absent where there is nothing to take a share of, which is neither none nor all. */
  percent: v.optional(v.string()),
  /** `99.79 %（25,460/25,514）`, or that there is nothing to count. */
  words: v.string(),
  cutOff: Time,
  rounding: v.string(),
})
export const FlowFiguresView = v.object({
  flow: v.string(),
  title: v.string(),
  counts: v.array(CountView),
  rates: v.array(RateView),
  /** From receipt to end, of those that ended with the work done; each right within so large a share of itself. */
  hours: v.object({
    count: v.number(),
    median: v.optional(v.number()),
    p90: v.optional(v.number()),
    within: v.number(),
  }),
})
export type FlowFiguresView = v.InferOutput<typeof FlowFiguresView>

/**
 * 统计: numbers of each flow in an area. They are of the matters received in the span of days (both included), and say
 * what has become of these until the moment of asking: above and below the line stand the same matters. There are no
 * numbers of persons.
 */
export const readFigures = defineOperation({
  name: 'readFigures',
  summary: '一个地方一段时间里各类事项的数字',
  request: v.object({ areaCode: AreaCode, from: Day, until: Day }),
  response: v.object({
    area: Area,
    from: Day,
    until: Day,
    /** The moment of asking: what happened later is not counted. */
    cutOff: Time,
    rounding: v.string(),
    flows: v.array(FlowFiguresView),
  }),
  problems: ['access.outside-jurisdiction', 'matter.unknown-area'],
})
