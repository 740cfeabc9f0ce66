/** Deep enough for any form of ours, and an end for whatever else lies there. */
const DEPTH_MAX = 4

/** Names and numbers of the app itself, which mean nothing to whoever wrote the text. */
const ownKeys = /(Id|At|Version|sha256|action|kind|medium|field)$/

/** What can be read of a record that this version does not understand: the words somebody typed, in their order. */
export function wordsIn(raw: unknown, depth = 0): string[] {
  if (typeof raw === 'string') return raw.trim() === '' ? [] : [raw]
  if (typeof raw !== 'object' || raw === null || depth > DEPTH_MAX) return []
  return Object.entries(raw)
    .filter(([name]) => !ownKeys.test(name))
    .flatMap(([, value]) => wordsIn(value, depth + 1))
}
