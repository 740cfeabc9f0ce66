import { createHash } from 'node:crypto'
import type { PersonId } from '@domain/shared/ids'

/**
 * The id of an imported person, from county and account (UUID version 8, RFC 9562), so that every server that imports
 * the same list means the same person. Never change it: matters and points hold these ids.
 */
export function personIdOf(countyId: number, account: string): PersonId {
  const bytes = createHash('sha256').update(`lianxin person ${countyId} ${account}`).digest()
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex', 0, 16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...parts, hex.slice(20)].join('-') as PersonId
}
