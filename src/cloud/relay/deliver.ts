import type { Context } from '../context'
import { markDelivered, markFailed, type ClaimedDelivery } from '../store/deliveryStore'
import type { AddressPolicy } from './allowedAddresses'
import { ATTEMPTS_MAX, retryDelayMs } from './retryDelayMs'
import { secretsAt } from './endpointSecret'
import { sendWebhook } from './sendWebhook'

export const ATTEMPT_TIMEOUT_MS = 10_000

export type DeliveryMeans = {
  /** A number in [0, 1), as Math.random gives. */
  readonly dice: () => number
  readonly addresses: AddressPolicy
}

/**
 * One attempt at one delivery, and its mark. A process that dies between the two leaves the lease to run out, and the
 * hub is sent the event once more under the same id: at least once, never lost.
 */
export async function deliver(
  context: Context,
  { dice, addresses }: DeliveryMeans,
  claimed: ClaimedDelivery,
): Promise<void> {
  const answer = await sendWebhook({
    url: claimed.url,
    secrets: secretsAt(claimed, context.now()),
    messageId: claimed.messageId,
    body: JSON.stringify(claimed.payload),
    now: context.now(),
    timeoutMs: ATTEMPT_TIMEOUT_MS,
    addresses,
  })
  const done = { ...claimed, answer: answer.words, now: context.now() }
  if (answer.accepted) return markDelivered(context.database, done)
  const nextAttemptAt = nextAttemptOf(claimed.attempt, done.now, dice())
  await markFailed(context.database, { ...done, nextAttemptAt })
  if (nextAttemptAt === undefined) warnOfAbandoned(context, claimed)
}

function nextAttemptOf(attempt: number, now: number, dice: number): number | undefined {
  return attempt < ATTEMPTS_MAX ? now + retryDelayMs(attempt, dice) : undefined
}

function warnOfAbandoned(
  context: Context,
  { endpointId, messageId, attempt }: ClaimedDelivery,
): void {
  context.log.warn({ endpointId, messageId, attempt }, 'delivery abandoned')
}
