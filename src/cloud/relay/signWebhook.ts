import { Webhook } from 'standardwebhooks'
import type { Instant } from '@domain/shared/instant'

export type SignedMessage = {
  /** The newest first; the one before is signed with as well while it is good. */
  readonly secrets: readonly string[]
  readonly messageId: string
  readonly body: string
  readonly now: Instant
}

/** Standard Webhooks: the id stays the same on every attempt, time and signature are of this one. */
export function signWebhook({
  secrets,
  messageId,
  body,
  now,
}: SignedMessage): Record<string, string> {
  return {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': messageId,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': secrets
      .map((secret) => new Webhook(secret).sign(messageId, new Date(now), body))
      .join(' '),
  }
}
