import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '@domain/shared/instant'

const SECRET_BYTES = 32

/** The form Standard Webhooks gives a symmetric key. A hub signs with it, or pulls with it as its token. */
export function makeEndpointSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** Looked up by hash: how long the index takes to compare tells nothing about the secret. */
export function endpointSecretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

type Secrets = {
  readonly secret: string
  readonly previousSecret: string | null
  readonly previousSecretUntil: Instant | null
}

/** What a receiver may check with now: the secret, and the one before while its time lasts. */
export function secretsAt(
  { secret, previousSecret, previousSecretUntil }: Secrets,
  now: Instant,
): string[] {
  const stillGood = previousSecret !== null && (previousSecretUntil ?? 0) > now
  return stillGood ? [secret, previousSecret] : [secret]
}
