import { createHmac, randomInt } from 'node:crypto'
import type { Context } from '../context'

/** 恢复码: written on paper, so nothing that looks like something else. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const RECOVERY_CODES = 10
const CODE_LETTERS = 10

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from({ length: CODE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)])
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })
}

/** As it was written down, whichever way it is typed. */
export function recoveryHash(
  { linkSecret, countyId }: Context,
  personId: string,
  code: string,
): Buffer {
  const plain = code.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const parts = ['recovery code', countyId, personId, plain]
  return createHmac('sha256', linkSecret).update(JSON.stringify(parts)).digest()
}
