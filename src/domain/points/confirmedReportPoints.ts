import { townshipOf } from '../area/areaCode'
import type { Kind } from '../kind/kind'
import type { Matter } from '../matter/matter'
import type { Instant } from '../shared/instant'
import type { Posting } from './posting'

export const CONFIRMED_REPORT_RULE = 'confirmed-report'

/**
 * Points come only after the report is confirmed, from the township's fund to the reporter.
 * Paid staff (网格员) report as their duty and earn none: no points-for-count (国办函〔2026〕12号).
 */
export function confirmedReportPoints(
  matter: Matter,
  kind: Kind,
  now: Instant,
): Posting | undefined {
  if (kind.basePoints === 0 || !matter.reporter.earnsPoints) return undefined
  return {
    postingId: matter.id,
    from: `fund:${townshipOf(matter.areaCode)}`,
    to: `person:${matter.reporter.personId}`,
    points: kind.basePoints,
    rule: CONFIRMED_REPORT_RULE,
    matterId: matter.id,
    personId: matter.reporter.personId,
    at: now,
  }
}
