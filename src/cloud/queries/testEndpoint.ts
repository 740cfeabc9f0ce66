import { isRefusal, refuse } from '@domain/shared/refusal'
import type { HubTestEvent } from '@contract/webhooks/testEvent'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { addressPolicyOf } from '../relay/allowedAddresses'
import { ATTEMPT_TIMEOUT_MS } from '../relay/deliver'
import { secretsAt } from '../relay/endpointSecret'
import { findManagedEndpoint } from '../relay/findManagedEndpoint'
import { eventSource } from '../relay/outboxRow'
import { sendWebhook } from '../relay/sendWebhook'

/** Sent as any other, signature and checks of the address included, so that its answer says what others will meet. */
export const testEndpoint: Handler<'testEndpoint'> = async (context, actor, { endpointId }) => {
  const endpoint = await findManagedEndpoint(context, actor, endpointId)
  if (isRefusal(endpoint)) return endpoint
  if (endpoint.url === null) return refuse('hub.nothing-to-send-to')
  const began = context.now()
  const messageId = context.newId()
  const { accepted, words } = await sendWebhook({
    url: endpoint.url,
    secrets: secretsAt(endpoint, began),
    messageId,
    body: JSON.stringify(testEvent(context, messageId, endpointId)),
    now: began,
    timeoutMs: ATTEMPT_TIMEOUT_MS,
    addresses: addressPolicyOf(context.settings),
  })
  return { accepted, answer: words, milliseconds: Math.max(0, context.now() - began) }
}

function testEvent(context: Context, id: string, endpointId: string): HubTestEvent {
  return {
    specversion: '1.0',
    id,
    source: eventSource(context.settings),
    type: 'cn.lianxin.hub.test.v1',
    subject: endpointId,
    time: new Date(context.now()).toISOString(),
    datacontenttype: 'application/json',
    data: { message: '这是一条测试，不用处理' },
  }
}
