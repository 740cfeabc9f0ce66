import type { Actor } from '@domain/access/actor'
import type { Instant } from '@domain/shared/instant'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import { allowanceOf, REPORT_WINDOW_MS } from './allowance'

export type ReportRate = {
  /** A place for one report, or the refusal that says when there will be one. */
  take(actor: Actor, now: Instant): Place | Refusal<ProblemCode>
}

export type Place = {
  /** Nothing new was written: a repeat costs nobody a place. */
  giveBack(): void
}

/** Whoever is forgotten begins to count anew. */
const PEOPLE_MAX = 20_000

type Window = { readonly endsAt: Instant; taken: number }

/**
 * Counts in this process only: with several, a person may report so much to each of them. That
 * still keeps the inbox readable, and a count in the database would make every report wait for it.
 */
export function makeReportRate(): ReportRate {
  const windows = new Map<string, Window>()
  return {
    take(actor, now) {
      const window = windowOf(windows, actor.personId, now)
      if (window.taken >= allowanceOf(actor).reportsPerWindow)
        return refuse('request.too-many', {
          retryAfterSeconds: Math.ceil((window.endsAt - now) / 1000),
        })
      window.taken++
      return { giveBack: () => void window.taken-- }
    },
  }
}

/** Where somebody measures how much the server can take in. */
export const noReportRate: ReportRate = { take: () => ({ giveBack: () => undefined }) }

function windowOf(windows: Map<string, Window>, personId: string, now: Instant): Window {
  const current = windows.get(personId)
  if (current && now < current.endsAt) return current
  windows.delete(personId)
  const [oldest] = windows.keys()
  if (windows.size >= PEOPLE_MAX && oldest !== undefined) windows.delete(oldest)
  const window = { endsAt: now + REPORT_WINDOW_MS, taken: 0 }
  windows.set(personId, window)
  return window
}
