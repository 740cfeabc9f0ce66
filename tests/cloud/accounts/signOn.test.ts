import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { MINUTE_MS } from '@domain/shared/instant'
import { readSignOnSettings } from '@cloud/signOn/readSignOnSettings'
import { newId, succeed, type Answer } from '../../support/openTestApp'
import { headAccount, hubAccount, openAccounts, workerAccount, type Accounts } from './openAccounts'

const redirectUri = 'http://127.0.0.1:7100/hub/'

let provider: ChildProcess
let county: Accounts
beforeAll(async () => {
  provider = spawn(process.execPath, [path.join(__dirname, 'signOnProvider.cjs'), redirectUri], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [issuer] = (await once(createInterface(provider.stdout!), 'line')) as [string]
  const settings = { clientId: 'lianxin', clientSecret: 'a-secret-of-the-test-alone-0123456789' }
  const signOn = { ...settings, issuer, claim: 'preferred_username', redirectUri }
  county = await openAccounts({ signOn })
}, 60_000)
afterAll(async () => {
  provider.kill()
  await county.close()
})

type Back = { readonly code: string; readonly state: string; readonly issuer?: string }

/** A browser that goes there and comes back; the other system knows it by its cookies. */
async function goThere(account: string): Promise<Back> {
  const { url } = await succeed(county.ask('beginSignOn', {}))
  const cookies = new Map<string, string>()
  let next = `${url}&login_hint=${account}`
  while (!next.startsWith(redirectUri)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=')
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to === null) throw new Error(`${answer.status} ${await answer.text()}`)
    next = new URL(to, next).href
  }
  const query = new URL(next).searchParams
  return { code: query.get('code')!, state: query.get('state')!, issuer: query.get('iss')! }
}

const enter = (back: Back) => county.ask('signIn', { method: 'signOn', ...back }, {})
const codeOf = async (asked: Promise<Answer>) => (await asked).body.code

test('whom the other system vouches for opens the account that is there, and signs out in both', async () => {
  const { token, person } = await succeed(enter(await goThere(hubAccount)))
  expect(person.posts[0].role).toBe('hubOperator')
  const { items } = await succeed(county.ask('listSessions', {}, { token }))
  expect(items[0]).toMatchObject({ how: 'signOn', own: true })
  const { endUrl } = await succeed(county.ask('signOut', {}, { token }))
  expect(new URL(endUrl).searchParams.get('post_logout_redirect_uri')).toBe(redirectUri)
})

test('somebody without an account, or without business at the console, is nobody here and stays so', async () => {
  const { database } = county.app.context
  const count = () => database.query('select count(*)::int as people from people')
  const before = await count()
  expect(await codeOf(enter(await goThere(`stranger-${newId()}`)))).toBe('sign-on.unknown-person')
  expect(await codeOf(enter(await goThere(workerAccount)))).toBe('sign-on.unknown-person')
  expect(await count()).toEqual(before)
})

test('a state that was not given out, or comes back twice or too late, opens nothing', async () => {
  const back = await goThere(headAccount)
  expect(await codeOf(enter({ ...back, state: 'another state' }))).toBe('sign-on.failed')
  expect((await enter(back)).status).toBe(200)
  expect(await codeOf(enter(back))).toBe('sign-on.failed')
  const late = await goThere(headAccount)
  county.moveClock(11 * MINUTE_MS)
  expect(await codeOf(enter(late))).toBe('sign-on.failed')
})

test('a code of another sign-on, an invented one and one that was used are refused there', async () => {
  const [one, other] = [await goThere(headAccount), await goThere(hubAccount)]
  expect(await codeOf(enter({ ...one, code: other.code }))).toBe('sign-on.failed')
  const invented = { ...(await goThere(headAccount)), code: 'invented' }
  expect(await codeOf(enter(invented))).toBe('sign-on.failed')
})

test('without TLS it is taken in the demo only, and half of the settings is none', () => {
  const env = { LIANXIN_SIGN_ON_ISSUER: 'http://sso', LIANXIN_SIGN_ON_CLIENT: 'x' }
  const whole = { ...env, LIANXIN_SIGN_ON_SECRET: 'y' }
  const place = { publicUrl: 'https://county', demo: false }
  expect(() => readSignOnSettings(env, { ...place, demo: true })).toThrow('要一起设')
  expect(() => readSignOnSettings(whole, place)).toThrow('https')
  expect(readSignOnSettings({}, place)).toBeNull()
  expect(readSignOnSettings(whole, { ...place, demo: true })).toMatchObject({
    redirectUri: 'https://county/hub/',
    claim: 'preferred_username',
  })
})

test('while the other system is down the officer is told so, and the password still opens', async () => {
  const back = await goThere(hubAccount)
  provider.kill()
  await once(provider, 'exit')
  expect(await codeOf(enter(back))).toBe('sign-on.unreachable')
  county.moveClock(61 * MINUTE_MS)
  expect(await codeOf(county.ask('beginSignOn', {}))).toBe('sign-on.unreachable')
  expect((await county.signIn(hubAccount, 'lianxin-2026')).status).toBe(200)
})
