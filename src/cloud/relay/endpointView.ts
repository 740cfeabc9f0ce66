import { HOUR_MS, type Instant } from '@domain/shared/instant'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import { readEndpointSummaries, type Endpoint, type EndpointSummary } from '../store/endpointStore'

type EndpointView = ResponseOf<Operations['listEndpoints']>['items'][number]

export function endpointView(summary: EndpointSummary, now: Instant): EndpointView {
  const { disabledAt, previousSecretUntil, kinds, ...same } = summary
  const stillGood = previousSecretUntil !== null && previousSecretUntil > now
  return {
    ...same,
    kinds: kinds && [...kinds],
    createdAt: new Date(summary.createdAt).toISOString(),
    disabled: disabledAt !== null,
    lastDeliveredAt: timeOf(summary.lastDeliveredAt),
    waitingSince: timeOf(summary.waitingSince),
    askedAt: timeOf(summary.askedAt),
    silentSince: timeOf(silentSince(summary, now)),
    previousSecretUntil: timeOf(stillGood ? previousSecretUntil : null),
  }
}

/** As it stands now, for the answer of a command. */
export async function viewEndpoint(
  { database, countyId, now }: Context,
  { endpointId, areaCode }: Endpoint,
): Promise<EndpointView> {
  const [summary] = await readEndpointSummaries(database, {
    countyId,
    areas: [areaCode],
    endpointId,
  })
  if (!summary) throw new Error('An endpoint that was just found has no row')
  return endpointView(summary, now())
}

/** So long may something wait, and nothing be taken, before the hub counts as silent. */
export const SILENT_AFTER_MS = HOUR_MS

/** 失联: since when; null while it takes what it is given, or while there is nothing to take. */
function silentSince(
  { disabledAt, waitingSince, lastDeliveredAt }: EndpointSummary,
  now: Instant,
): Instant | null {
  if (disabledAt !== null || waitingSince === null) return null
  const since = Math.max(waitingSince, lastDeliveredAt ?? waitingSince)
  return now - since > SILENT_AFTER_MS ? since : null
}

function timeOf(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
