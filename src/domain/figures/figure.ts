import type { Measure, Stage } from '../flow/flowTable'

/**
 * What is counted of matters, each under the day it was received. In matters (件): everything but the deadlines, which
 * are counted one by one, since a matter that is done over again has another.
 */
export type Figure =
  | 'reported'
  /** Each matter once, however often the step was taken. */
  | Exclude<Measure, 'rated'>
  | 'joined'
  | 'suspended'
  /** The work was done at least once, though it may have been taken up again. */
  | 'finished'
  /** As it stands now: at rest 挂账中, ended with the work done, ended in another way. */
  | 'standing'
  | 'ended'
  | 'endedOtherwise'
  /** The reporter may say, or has said, how it went; has said; said so. */
  | 'asked'
  | 'answered'
  | 'solved'
  | 'satisfied'
  | 'fair'
  /** Deadlines that came due, of these missed, of these excused. */
  | `due.${Stage}`
  | `late.${Stage | 'other'}`
  | `excused.${Stage | 'other'}`
  /** Ended after so long: a bucket of `spanBucket`. */
  | `hours.${number}`

/** What a step adds; it takes away what is no longer so. */
export type Increment = { readonly figure: Figure; readonly count: number }
