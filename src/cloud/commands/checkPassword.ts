import { grantsOf } from '@domain/access/permissions'
import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { Context } from '../context'
import type { Caller } from '../handler'
import { isoTime } from '../queries/isoTime'
import {
  countAttempt,
  recordSuccess,
  takeBackAttempt,
  type AttemptKey,
  type AttemptRule,
} from '../store/attempts'
import { isPassword } from '../store/passwords'
import { findAccount, type AccountRow } from '../store/peopleStore'
import { networkOf } from './networkOf'

/** 等保: five failures lock for a quarter of an hour. From one place only, or anybody could lock out a township hub. */
const fromHere: AttemptRule = {
  failuresMax: 5,
  withinMs: 15 * MINUTE_MS,
  lockMs: 15 * MINUTE_MS,
}
/** Against guessing from many places. A place the account was lately opened from is not held up by it. */
const fromEverywhere: AttemptRule = {
  failuresMax: 50,
  withinMs: HOUR_MS,
  lockMs: 15 * MINUTE_MS,
}
const EVERYWHERE = '*'

type Wrong = Refusal<'access.locked' | 'access.wrong-password' | 'server.busy'>

/**
 * The account that this password opens the console with. A name that nobody has is counted, locked and hashed for like
 * any other, so that no answer and no delay tells which accounts exist.
 */
export function checkPassword(
  context: Context,
  caller: Caller,
  { account, password }: { account: string; password: string },
): Promise<AccountRow | Wrong> {
  return context.hashing(async () => {
    const attempt = await countSignIn(context, caller, account)
    if ('refused' in attempt) return attempt
    const row = await findAccount(context.database, context.countyId, account)
    const right = await isPassword(password, row && mayOpen(row) ? row.password_hash : null)
    if (!row || !right) return refuse('access.wrong-password')
    await attempt.succeed()
    return row
  })
}

export function attemptsAt(account: string): string {
  return `account:${account}`
}

export function hasConsolePost({ posts }: AccountRow): boolean {
  return posts.some(({ role }) => grantsOf(role).includes('console.signIn'))
}

function mayOpen(row: AccountRow): boolean {
  return row.disabled_at === null && hasConsolePost(row)
}

type Attempt = { succeed(): Promise<void> }

/** What is refused here does not count everywhere, or one place alone could lock the account for all. */
async function countSignIn(
  context: Context,
  caller: Caller,
  account: string,
): Promise<Attempt | Refusal<'access.locked'>> {
  const { database, countyId } = context
  const now = context.now()
  const here = keyOf(account, networkOf(caller.address ?? caller.wechatOpenid ?? ''))
  const everywhere = keyOf(account, EVERYWHERE)
  const own = await countAttempt(database, countyId, { key: here, rule: fromHere, now })
  if (!own.admitted) return refuse('access.locked', { until: isoTime(own.until) })
  if (!own.trusted) {
    const all = await countAttempt(database, countyId, {
      key: everywhere,
      rule: fromEverywhere,
      now,
    })
    if (!all.admitted) return refuse('access.locked', { until: isoTime(all.until) })
  }
  return {
    async succeed() {
      await recordSuccess(database, countyId, { key: here, now })
      if (own.trusted) return
      const { failuresMax } = fromEverywhere
      await takeBackAttempt(database, countyId, { key: everywhere, failuresMax })
    },
  }
}

function keyOf(account: string, address: string): AttemptKey {
  return { subject: attemptsAt(account), address }
}
