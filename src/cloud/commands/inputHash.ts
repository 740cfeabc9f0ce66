import { createHash } from 'node:crypto'

/** What tells the same request sent again from another one under the same id. The schema has put the keys in order. */
export function inputHash(name: string, personId: string, request: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([name, personId, request]))
    .digest()
}

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
