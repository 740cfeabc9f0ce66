import { randomBytes } from 'node:crypto'

/**
 * The rules of WeChat's stable access token: asking again gives the same one until its last five minutes, forcing a new
 * one is allowed twenty times a day and half a minute apart.
 */
export type TokenLedger = {
  current?: { readonly token: string; readonly issuedAt: number }
  forced: number[]
}

const LIFE_MS = 7200_000
const OVERLAP_MS = 300_000
const FORCED_PER_DAY = 20
const FORCED_SPACING_MS = 30_000
const DAY_MS = 86_400_000

export function issueToken(
  ledger: TokenLedger,
  now: number,
  request: { grant_type?: unknown; force_refresh?: unknown },
): object {
  if (request.grant_type !== 'client_credential') {
    return { errcode: 40002, errmsg: 'invalid grant_type' }
  }
  if (request.force_refresh !== true) return answer(keepOrIssue(ledger, now), now)
  ledger.forced = ledger.forced.filter((at) => now - at < DAY_MS)
  const last = ledger.forced.at(-1)
  if (last !== undefined && now - last < FORCED_SPACING_MS)
    return answer(keepOrIssue(ledger, now), now)
  if (ledger.forced.length >= FORCED_PER_DAY) {
    return { errcode: 45009, errmsg: 'reach max api daily quota limit' }
  }
  ledger.forced.push(now)
  return answer(issue(ledger, now), now)
}

type Issued = { readonly token: string; readonly issuedAt: number }

function keepOrIssue(ledger: TokenLedger, now: number): Issued {
  const { current } = ledger
  return current && now - current.issuedAt < LIFE_MS - OVERLAP_MS ? current : issue(ledger, now)
}

function issue(ledger: TokenLedger, now: number): Issued {
  ledger.current = { token: randomBytes(64).toString('hex'), issuedAt: now }
  return ledger.current
}

function answer({ token, issuedAt }: Issued, now: number): object {
  return { access_token: token, expires_in: Math.floor((issuedAt + LIFE_MS - now) / 1000) }
}
