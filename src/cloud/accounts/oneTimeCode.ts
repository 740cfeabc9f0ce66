import { Secret, TOTP } from 'otpauth'

const STEP_MS = 30_000
/** A phone's clock may be a step before or behind. */
const DRIFT_STEPS = 1
const SECRET_BYTES = 20

export function newFactorSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32
}

/** RFC 6238 with six digits, as every authenticator app reads it from the square. */
export function factorUri(account: string, secret: string): string {
  return totpOf(secret, account).toString()
}

/** Which step of time the code belongs to; undefined when to none near now. */
export function findStep(secret: string, code: string, now: number): number | undefined {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now, window: DRIFT_STEPS })
  return delta === null ? undefined : Math.floor(now / STEP_MS) + delta
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: '连心', label, secret, digits: 6, period: STEP_MS / 1000 })
}
