import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

/** The form Standard Webhooks gives a symmetric key. A hub signs with it, or pulls with it as its token. */
export function makeEndpointSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
}

/** Looked up by hash: how long the index takes to compare tells nothing about the secret. */
export function endpointSecretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
