import { createHash } from 'node:crypto'

/**
 * The id of a command that the system itself gives, in the form of a UUID version 5: the same for the same reason, so
 * that several processes, or one that starts anew, do it once.
 */
export function systemCommandId(...reason: readonly (string | number)[]): string {
  const bytes = createHash('sha1').update(reason.join(' ')).digest().subarray(0, 16)
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
