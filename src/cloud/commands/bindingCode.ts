import { createHmac } from 'node:crypto'
import type { Context } from '../context'

/** 绑定码: read out over the telephone and typed by hand, so nothing that looks like something else. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_LENGTH = 8

/**
 * Made from the command's id, so that the same command sent again is answered with the same code although only its
 * hash is kept. Nobody makes it without the secret of this county.
 */
export function bindingCodeOf(context: Context, commandId: string, personId: string): string {
  const bytes = keyed(context, ['binding code', context.countyId, commandId, personId])
  return [...bytes.subarray(0, CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

/** Keyed, because forty bits of code could be found again from a plain hash in an afternoon. */
export function bindingCodeHash(context: Context, code: string): Buffer {
  return keyed(context, ['binding hash', context.countyId, code])
}

function keyed({ linkSecret }: Context, parts: readonly (string | number)[]): Buffer {
  return createHmac('sha256', linkSecret).update(JSON.stringify(parts)).digest()
}
