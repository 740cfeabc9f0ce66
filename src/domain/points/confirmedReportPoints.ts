import { townshipOf } from '../area/areaCode'
import type { Kind } from '../kind/kind'
import type { Matter } from '../matter/matter'
import type { ReportConfirmed } from '../matter/matterEvent'
import type { Posting } from './posting'

export const CONFIRMED_REPORT_RULE = 'confirmed-report'

/**
 * Points come only after the report is confirmed, from the township's fund to the reporter.
 * Paid staff (网格员) report as their duty and earn none: no points-for-count (国办函〔2026〕12号).
 */
export function confirmedReportPoints(
  matter: Matter,
  kind: Kind,
  confirmed: ReportConfirmed,
  postingId: string,
): Posting | undefined {
  if (kind.basePoints === 0 || !matter.reporter.earnsPoints) return undefined
  // Nobody awards points to themselves, whatever posts they hold together.
  if (confirmed.by === matter.reporter.personId) return undefined
  return {
    postingId,
    from: `fund:${townshipOf(matter.areaCode)}`,
    to: `person:${matter.reporter.personId}`,
    points: kind.basePoints,
    rule: CONFIRMED_REPORT_RULE,
    matterId: matter.id,
    personId: matter.reporter.personId,
    at: confirmed.at,
  }
}
