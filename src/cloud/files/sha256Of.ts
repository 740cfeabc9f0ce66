import { createHash } from 'node:crypto'

/** As phones announce a file and as blobs are named: lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
