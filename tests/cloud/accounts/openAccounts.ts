import { randomBytes, scryptSync } from 'node:crypto'
import type { Settings } from '@cloud/settings'
import type { Queryable } from '@cloud/store/database'
import { openTestApp, succeed, type Answer, type TestApp } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

/** The console of a county from several places at once, which `openTestApp` alone does not tell apart. */
export type Accounts = TestApp & {
  /** With a session of one's own, from an address. */
  ask(name: string, body: unknown, from?: From): Promise<Answer>
  signIn(account: string, password: string, address?: string): Promise<Answer>
  /** A phone in WeChat; answers its token. */
  openPhone(openid: string): Promise<string>
  /** Accounts as the import left them; a county for each test would take longer than all the tests. */
  reset(): Promise<void>
}

type From = { readonly token?: string; readonly address?: string }

export const right = testCounty.password
export const hubAccount = `hub-${testCounty.township}`
export const headAccount = `head-${testCounty.township}`
export const adminAccount = `admin-${testCounty.code}`
export const workerAccount = `gw-${testCounty.grid}-1`

/** 192.0.2.0/24 is kept for examples. */
export const desk = '192.0.2.1'

export async function openAccounts(change: Partial<Settings> = {}): Promise<Accounts> {
  const test = await openTestApp(change)
  const { database } = test.app.context
  await database.query('update people set password_hash = $1 where password_hash is not null', [
    cheapHash(right),
  ])
  await database.query(
    'create table people_before as select county_id, person_id, password_hash from people',
  )
  const ask = (name: string, body: unknown, from: From = {}) =>
    test.app.dispatch(name, body, from) as Promise<Answer>
  return {
    ...test,
    ask,
    signIn: (account, password, address = desk) =>
      ask('signIn', { method: 'password', account, password }, { address }),
    async openPhone(openid) {
      const { dispatch } = test.app
      const asked = dispatch('signIn', { method: 'wechat', code: 'c' }, { wechatOpenid: openid })
      return (await succeed(asked as Promise<Answer>)).token
    },
    reset: () => resetAccounts(database),
  }
}

/** A stored hash carries its own cost: dozens of guesses at the real one would take a test minutes. */
function cheapHash(password: string): string {
  const [N, r, p] = [16, 8, 1]
  const salt = randomBytes(16)
  const hash = scryptSync(password, salt, 32, { N, r, p })
  return ['scrypt', N, r, p, salt.toString('base64'), hash.toString('base64')].join('$')
}

async function resetAccounts(database: Queryable): Promise<void> {
  await database.query('delete from attempts')
  await database.query('delete from binding_codes')
  await database.query('delete from password_history')
  await database.query('delete from recovery_codes')
  await database.query('delete from second_factors')
  await database.query(
    `update people set password_hash = before.password_hash, wechat_openid = null,
       disabled_at = null, disabled_by = null, disabled_reason = null
     from people_before as before
     where people.county_id = before.county_id and people.person_id = before.person_id
       and (people.password_hash is distinct from before.password_hash
         or people.wechat_openid is not null or people.disabled_at is not null)`,
  )
  // Residents whom the phones of an earlier test became.
  await database.query(`update people set wechat_openid = null where wechat_openid is not null`)
}

export async function tokenOf(answer: Promise<Answer>): Promise<string> {
  return (await succeed(answer)).token
}

export function codesOf(answers: readonly Answer[]): string[] {
  return answers.map(({ status, body }) => (status === 200 ? 'in' : body.code))
}

export function countOf(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const code of codesOf(answers)) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
