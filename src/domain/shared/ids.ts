/** A string that names one kind of thing, so that a matter's id cannot be handed over as a person's. */
type Branded<Name extends string> = string & { readonly __brand: Name }

export type MatterId = Branded<'Matter'>
export type CommandId = Branded<'Command'>
export type FileId = Branded<'File'>
export type TaskId = Branded<'Task'>
export type PersonId = Branded<'Person'>

/** How many random bytes `uuidV7` is handed. */
export const UUID_RANDOM_BYTES = 10

/**
 * UUID version 7 (RFC 9562): sorts by the millisecond it was minted in.
 * The phone mints the final id of a matter, a command and a file; clock and dice are the caller's.
 */
export function uuidV7(nowMs: number, randomBytes: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 0, ms = nowMs; i < 6; i++, ms = Math.floor(ms / 256)) bytes[5 - i] = ms % 256
  bytes.set(randomBytes.subarray(0, UUID_RANDOM_BYTES), 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
