import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Context } from '../context'

/** The first byte of what is kept, so that another key or cipher can come beside it. */
const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM, bound to whom it belongs: a row copied to another person does not open. */
export function sealSecret(context: Context, owner: string, secret: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(context), iv)
  cipher.setAAD(Buffer.from(`${context.countyId}:${owner}`))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), sealed])
}

export function openSealed(context: Context, owner: string, kept: Uint8Array): string {
  const bytes = Buffer.from(kept)
  if (bytes[0] !== VERSION)
    throw new Error('A secret was sealed in a way this version does not know')
  const [iv, tag] = [bytes.subarray(1, 1 + IV_BYTES), bytes.subarray(1 + IV_BYTES, BEGINS)]
  const decipher = createDecipheriv('aes-256-gcm', keyOf(context), iv)
  decipher.setAAD(Buffer.from(`${context.countyId}:${owner}`))
  decipher.setAuthTag(tag)
  return decipher.update(bytes.subarray(BEGINS), undefined, 'utf8') + decipher.final('utf8')
}

const BEGINS = 1 + IV_BYTES + TAG_BYTES

/** `LIANXIN_SECRET_KEY`; without it one drawn from the secret that signs links. */
function keyOf({ settings, linkSecret }: Context): Buffer {
  const source = settings.secretKey ?? linkSecret
  return Buffer.from(hkdfSync('sha256', source, '', 'lianxin second factor', 32))
}
