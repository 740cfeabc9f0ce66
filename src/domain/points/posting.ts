import type { Instant } from '../shared/instant'

/** PointsAccount 积分账户: `fund:<township>` pays, `person:<id>` earns, `settled:<township>` takes what was paid out. */
export type PointsAccount = `fund:${string}` | `person:${string}` | `settled:${string}`

/** Posting 分录: points move from one account to another; the two halves always sum to zero. */
export type Posting = {
  readonly postingId: string
  readonly from: PointsAccount
  readonly to: PointsAccount
  readonly points: number
  /** The rule that paid; with matter and person it is unique, so no report pays twice. */
  readonly rule: string
  readonly matterId?: string
  readonly personId: string
  readonly at: Instant
}

/** The balance of one account: what came in less what went out. */
export function balanceOf(account: PointsAccount, postings: readonly Posting[]): number {
  return postings.reduce(
    (sum, posting) =>
      sum +
      (posting.to === account ? posting.points : 0) -
      (posting.from === account ? posting.points : 0),
    0,
  )
}
