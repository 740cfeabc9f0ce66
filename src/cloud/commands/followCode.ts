import { createHmac, timingSafeEqual } from 'node:crypto'
import { isMatterNumber } from '@domain/matter/matterNumber'
import type { Context } from '../context'

/** Read from paper and typed by hand, so nothing that looks like something else. Thirty-two letters are five bits each. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** Fifty bits: with the attempts that one address has, nobody comes upon a code in a lifetime. */
const CHECK_LENGTH = 10

/**
 * 查询码: the matter's number and a part that nobody makes without the secret of this county. It is worked out and not
 * kept, so every matter has one, also those from before.
 */
export function followCodeOf(context: Context, number: string): string {
  const check = checkOf(context, number)
  const half = CHECK_LENGTH / 2
  return `${number}-${check.slice(0, half)}-${check.slice(half)}`
}

/** The number that a code without hyphens opens. The table is not asked before, so a wrong code tells nothing of it. */
export function findFollowed(context: Context, code: string): string | undefined {
  const number = code.slice(0, -CHECK_LENGTH)
  const right = Buffer.from(checkOf(context, number))
  const typed = Buffer.from(code.slice(-CHECK_LENGTH))
  const equal = typed.length === right.length && timingSafeEqual(typed, right)
  return equal && isMatterNumber(number) ? number : undefined
}

function checkOf({ linkSecret, countyId }: Context, number: string): string {
  const keyed = createHmac('sha256', linkSecret)
  const bytes = keyed.update(JSON.stringify(['follow code', countyId, number])).digest()
  return [...bytes.subarray(0, CHECK_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}
