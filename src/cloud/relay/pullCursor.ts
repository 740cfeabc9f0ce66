import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FeedPosition } from '../store/outboxStore'

/** 60 characters are allowed on the wire; two numbers in base 36 and this much of a signature stay below. */
const SIGNATURE_LENGTH = 16

/** Signed with the endpoint's secret: a cursor that was made up, or is another hub's, would skip events in silence. */
export function writeCursor({ tx, seq }: FeedPosition, secret: string): string {
  const position = `${BigInt(tx).toString(36)}.${seq.toString(36)}`
  return `${position}.${signatureOf(position, secret)}`
}

export function parseCursor(cursor: string, secret: string): FeedPosition | undefined {
  const match = /^(([0-9a-z]{1,13})\.([0-9a-z]{1,11}))\.([\w-]{16})$/.exec(cursor)
  if (!match) return undefined
  const [, position = '', tx = '', seq = '', signature = ''] = match
  const expected = Buffer.from(signatureOf(position, secret))
  if (!timingSafeEqual(Buffer.from(signature), expected)) return undefined
  return { tx: parseBase36(tx), seq: parseInt(seq, 36) }
}

function signatureOf(position: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(position)
    .digest('base64url')
    .slice(0, SIGNATURE_LENGTH)
}

/** parseInt would round what is longer than 53 bits. */
function parseBase36(digits: string): string {
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n).toString()
}
