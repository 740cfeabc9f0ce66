import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { api } from './api'
import { platform } from '../platform/platform'

const KEY = 'clock'
/** A clock that is off by less makes no report wrong. */
const STEADY_MS = MINUTE_MS
const AGAIN_AFTER_MS = HOUR_MS
/** An answer that took longer says too little of when it was given. */
const ROUND_TRIP_MS_MAX = 10_000

/** By the phone's own clock: how far it is ahead of the township's, and when that was found. */
type Measured = { readonly aheadMs: number; readonly at: number }

/** Holds the phone's clock against the server's, at most once an hour. */
export async function measureClock(): Promise<void> {
  const before = readClock()
  const asked = Date.now()
  if (before && asked >= before.at && asked - before.at < AGAIN_AFTER_MS) return
  const answer = await api.call('describeServer', {})
  const now = Date.now()
  const there = answer.kind === 'done' ? Date.parse(answer.value.serverTime) : NaN
  if (!(there > 0) || now < asked || now - asked > ROUND_TRIP_MS_MAX) return
  platform.records.write(KEY, { aheadMs: Math.round((asked + now) / 2 - there), at: now })
}

/** What a report says of the clock that it was written by; nothing when it was right, or nobody knows. */
export function clockAhead(): { clockAheadMs?: number } {
  const measured = readClock()
  // Set back since then: what was measured is of another clock.
  if (!measured || Date.now() < measured.at) return {}
  return Math.abs(measured.aheadMs) < STEADY_MS ? {} : { clockAheadMs: measured.aheadMs }
}

function readClock(): Measured | undefined {
  return platform.records.read(KEY) as Measured | undefined
}
