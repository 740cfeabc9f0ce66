/** A share of something, which is never shown without what it is a share of. */
export type Rate = { readonly numerator: number; readonly denominator: number }

/** Said beside every rate. */
export const ROUNDING_RULE = '四舍五入，保留两位小数'

export const NOTHING_TO_COUNT = '没有可算的'

/** 99.79 for 25,460 of 25,514: half up, two decimals. Nothing when there is nothing to take a share of. */
export function percentOf({ numerator, denominator }: Rate): string | undefined {
  if (denominator <= 0) return undefined
  // In whole hundredths of a percent: a half is exactly a half here, as it is not in floating point.
  const hundredths = Math.floor((numerator * 20_000 + denominator) / (2 * denominator))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** 99.79 %（25,460/25,514） */
export function sayRate(rate: Rate): string {
  const percent = percentOf(rate)
  if (percent === undefined) return NOTHING_TO_COUNT
  return `${percent} %（${sayCount(rate.numerator)}/${sayCount(rate.denominator)}）`
}

/** 25,514 */
export function sayCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
