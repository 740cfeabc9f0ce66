import { holds } from '@domain/access/actor'
import type { MatterId } from '@domain/shared/ids'
import { refuse } from '@domain/shared/refusal'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Handler } from '../handler'
import { findOwnEndpoint } from '../relay/findOwnEndpoint'
import { readDeliveries, type DeliveryRow } from '../store/deliveryStore'
import { isoTime } from './isoTime'
import { PAGE_LIMIT_DEFAULT } from './pageKey'

/** Newest first. The key of a page is the outbox row's number, so that new deliveries do not shift the pages. */
export const listDeliveries: Handler<'listDeliveries'> = async (context, actor, request) => {
  if (!holds(actor, 'hub.operate')) return refuse('access.not-permitted')
  const { endpointId, state, after, limit = PAGE_LIMIT_DEFAULT } = request
  const endpoint = await findOwnEndpoint(context, actor, 'hub.operate', endpointId)
  if (!endpoint) return refuse('hub.endpoint-not-found')
  if (after !== undefined && !/^\d{1,15}$/.test(after)) return notAPageKey
  const before = after === undefined ? undefined : Number(after)
  const { database, countyId } = context
  const rows = await readDeliveries(database, {
    countyId,
    endpointId,
    state,
    before,
    limit: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => deliveryView(endpointId, row)),
    next: rows.length > limit && last ? String(last.seq) : null,
  }
}

const notAPageKey = refuse('request.invalid' as const, {
  issues: [{ path: 'after', message: '不是上一页给出的 next' }],
})

type DeliveryView = ResponseOf<Operations['listDeliveries']>['items'][number]

function deliveryView(
  endpointId: string,
  { messageId, seq: _seq, ...row }: DeliveryRow,
): DeliveryView {
  return {
    ...row,
    deliveryId: messageId,
    endpointId,
    matterId: row.matterId as MatterId,
    createdAt: isoTime(row.createdAt),
    nextAttemptAt: row.nextAttemptAt === null ? null : isoTime(row.nextAttemptAt),
  }
}
