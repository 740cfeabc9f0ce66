import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** scrypt at the cost OWASP names as its minimum; the parameters stand in the hash, so that they can be raised. */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const MEMORY_MAX = 128 * 1024 * 1024
const HASH_BYTES = 32

/** Each takes a processor for a fifth of a second and 32 MB; the rest of the server needs both. */
export const HASHES_AT_ONCE = 2
export const HASHES_WAITING_MAX = 20

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join(
    '$',
  )
}

/** Takes as long for a person without a password as for a wrong one, so that accounts cannot be found by timing. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, hash] = (stored ?? NOBODY).split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64'), cost)
  return timingSafeEqual(derived, Buffer.from(hash ?? '', 'base64')) && stored !== null
}

const NOBODY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  '',
  Buffer.alloc(HASH_BYTES).toString('base64'),
].join('$')

function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(
      password.normalize('NFKC'),
      salt,
      HASH_BYTES,
      { ...cost, maxmem: MEMORY_MAX },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )
}
