import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { EndpointSummary } from '../store/endpointStore'

type EndpointView = ResponseOf<Operations['listEndpoints']>['items'][number]

export function endpointView(summary: EndpointSummary): EndpointView {
  const { disabledAt, createdAt, lastDeliveredAt, ...same } = summary
  return {
    ...same,
    createdAt: new Date(createdAt).toISOString(),
    disabled: disabledAt !== null,
    lastDeliveredAt: lastDeliveredAt === null ? null : new Date(lastDeliveredAt).toISOString(),
  }
}
