import { TOTP } from 'otpauth'
import { HOUR_MS, MINUTE_MS } from '@domain/shared/instant'
import { openSealed } from '@cloud/accounts/sealSecret'
import { aReport, newId, succeed } from '../../support/openTestApp'
import {
  adminAccount,
  codesOf,
  desk,
  headAccount,
  hubAccount,
  openAccounts,
  right,
  tokenOf,
  type Accounts,
} from './openAccounts'

const [system, security, auditor] = ['sys-441882', 'sec-441882', 'aud-441882'] as const
const NEW = '新密码：清水河边十三棵树'

let county: Accounts
beforeAll(async () => void (county = await openAccounts({ secondFactor: true })))
beforeEach(() => county.reset())
afterAll(() => county.close())

const at = async (account: string) => ({
  token: await tokenOf(county.signIn(account, right)),
  address: desk,
})
const codeOf = async (asked: ReturnType<Accounts['call']>) => (await asked).body.code
const lineOf = async (account: string) => {
  const { items } = await succeed(
    county.ask('listAccounts', { search: account }, await at(security)),
  )
  return items.find((one: any) => one.account === account)
}

describe('system, security and audit administrators', () => {
  test('one makes an account that can do nothing, another says what it may do', async () => {
    const made = { personId: newId(), account: `new-${newId()}`, name: '新来的小覃', phone: '' }
    const from = await at(system)
    const { account } = await succeed(county.ask('makeAccount', made, from))
    expect(account).toMatchObject({ name: '新来的小覃', posts: [], hasPassword: false })
    expect(await succeed(county.ask('makeAccount', made, from))).toEqual({ account })
    const another = { ...made, personId: newId() }
    expect(await codeOf(county.ask('makeAccount', another, from))).toBe('account.taken')
    const post = { account: made.account, role: 'hubOperator', areaCode: '441882118' }
    expect(await codeOf(county.ask('grantPost', post, from))).toBe('access.not-permitted')
    const granted = await succeed(county.ask('grantPost', post, await at(security)))
    expect(granted.account.posts.map(({ roleTitle }: any) => roleTitle)).toEqual([
      '镇综治中心值班员',
    ])
    expect(await succeed(county.ask('grantPost', post, await at(security)))).toEqual(granted)
    await succeed(county.ask('setPassword', { account: made.account, password: NEW }, from))
    expect((await county.signIn(made.account, NEW)).status).toBe(200)
    const ended = await succeed(county.ask('endPost', post, await at(security)))
    expect(ended.account.posts).toEqual([])
    expect(await codeOf(county.signIn(made.account, NEW))).toBe('access.wrong-password')
  })

  test('nobody holds two of the three, or one beside work on matters, or changes their own posts', async () => {
    const from = await at(security)
    const grant = (account: string, role: string) =>
      codeOf(county.ask('grantPost', { account, role, areaCode: '441882' }, from))
    expect(await grant(system, 'auditAdmin')).toBe('post.not-apart')
    expect(await grant(adminAccount, 'auditAdmin')).toBe('post.not-apart')
    expect(await grant(system, 'countyHub')).toBe('post.not-apart')
    expect(await grant(security, 'auditAdmin')).toBe('post.of-oneself')
    expect(await grant(hubAccount, 'hubOperator')).toBe('post.wrong-place')
    const { database } = county.app.context
    const twice = `insert into posts (county_id, post_id, person_id, role, area_code)
      select county_id, $2, person_id, 'auditAdmin', '441882' from people where account = $1`
    await expect(database.query(twice, [system, newId()])).rejects.toThrow(/posts_one_of_three/)
  })

  test('who makes accounts reads no matter, and who could set an administrator’s password would be that one', async () => {
    const from = await at(system)
    for (const name of ['readAudit', 'listEndpoints'])
      expect((await county.ask(name, {}, from)).status).toBe(403)
    expect((await succeed(county.ask('listMatters', {}, from))).items).toEqual([])
    for (const account of [auditor, security]) {
      const change = { account, password: NEW }
      expect(await codeOf(county.ask('setPassword', change, from))).toBe('account.set-apart')
      const issue = { account, commandId: newId() }
      expect(await codeOf(county.ask('issueBindingCode', issue, from))).toBe('account.set-apart')
    }
    const disabled = { account: auditor, reason: '试试' }
    expect(await codeOf(county.call(county.cast.countyAdmin, 'disablePerson', disabled))).toBe(
      'account.set-apart',
    )
  })

  test('a township’s head sees the people of the township, residents by their whole name only', async () => {
    const from = { token: await tokenOf(county.signIn(headAccount, right)), address: desk }
    const { items } = await succeed(county.ask('listAccounts', { limit: 100 }, from))
    expect(items.length).toBeGreaterThan(10)
    const posts = items.flatMap((one: any) => one.posts)
    expect(posts.every(({ area }: any) => area.code.startsWith('441882118'))).toBe(true)
    expect(posts.some(({ role }: any) => role === 'resident')).toBe(false)
    const { residentChen } = county.cast
    const found = await succeed(county.ask('listAccounts', { search: residentChen.name }, from))
    expect(found.items.map(({ name }: any) => name)).toContain(residentChen.name)
    const outside = county.ask('listAccounts', { areaCode: '441882' }, from)
    expect(await codeOf(outside)).toBe('access.outside-jurisdiction')
  })

  test('five failures lock an account, and the security administrator opens it again', async () => {
    for (let guess = 0; guess < 5; guess++) await county.signIn(hubAccount, 'wrong')
    expect(codesOf([await county.signIn(hubAccount, right)])).toEqual(['access.locked'])
    expect((await lineOf(hubAccount)).lockedUntil).not.toBeNull()
    const by = await at(security)
    expect(
      await codeOf(county.ask('unlockAccount', { account: hubAccount }, await at(system))),
    ).toBe('access.not-permitted')
    await succeed(county.ask('unlockAccount', { account: hubAccount }, by))
    expect((await county.signIn(hubAccount, right)).status).toBe(200)
  })
})

test('a password of the last five is refused', async () => {
  const from = await at(hubAccount)
  const change = { account: hubAccount, password: NEW, oldPassword: right }
  await succeed(county.ask('setPassword', change, from))
  const back = { account: hubAccount, password: NEW, oldPassword: NEW }
  expect(await codeOf(county.ask('setPassword', back, from))).toBe('password.used-before')
})

describe('sessions', () => {
  test('one’s own are listed and ended one by one; another’s by the security administrator alone', async () => {
    const here = await at(hubAccount)
    const elsewhere = await at(hubAccount)
    const { items } = await succeed(county.ask('listSessions', {}, here))
    expect(items[0]).toMatchObject({ how: 'password', address: desk })
    const others = items.filter(({ own }: any) => !own)
    for (const { sessionId } of others) await succeed(county.ask('endSession', { sessionId }, here))
    expect(await codeOf(county.ask('whoAmI', {}, elsewhere))).toBe('access.session-ended')
    const mine = (await succeed(county.ask('listSessions', {}, here))).items.find(
      ({ own }: any) => own,
    )
    const theirs = { account: hubAccount }
    expect(await codeOf(county.ask('listSessions', theirs, await at(system)))).toBe(
      'access.not-permitted',
    )
    expect(
      await codeOf(county.ask('endSession', { sessionId: mine.sessionId }, await at(headAccount))),
    ).toBe('session.not-found')
    await succeed(county.ask('endSession', { sessionId: mine.sessionId }, await at(security)))
    expect(await codeOf(county.ask('whoAmI', {}, here))).toBe('access.session-ended')
  })

  test('a console that nobody used for half an hour is signed out, one in use is not; a phone stays', async () => {
    const left = await at(hubAccount)
    const used = await at(headAccount)
    const phone = { token: await county.openPhone(`idle-${newId()}`) }
    for (let spell = 0; spell < 3; spell++) {
      county.moveClock(11 * MINUTE_MS)
      await succeed(county.ask('whoAmI', {}, used))
    }
    expect(await codeOf(county.ask('whoAmI', {}, left))).toBe('access.session-ended')
    county.moveClock(12 * HOUR_MS)
    expect(await codeOf(county.ask('whoAmI', {}, used))).toBe('access.session-ended')
    expect((await county.ask('whoAmI', {}, phone)).status).toBe(200)
  })
})

describe('动态口令', () => {
  const codeNow = (secret: string, steps = 0) =>
    new TOTP({ secret }).generate({ timestamp: county.app.context.now() + steps * 30_000 })

  async function enrol(account: string) {
    const from = await at(account)
    const { secret, uri } = await succeed(
      county.ask('beginSecondFactor', { password: right }, from),
    )
    expect(uri).toContain('otpauth://totp/')
    const answer = await succeed(county.ask('confirmSecondFactor', { code: codeNow(secret) }, from))
    return { from, secret, recoveryCodes: answer.recoveryCodes as string[] }
  }

  async function aDispute(): Promise<string> {
    const report = aReport({ kind: '0102', text: '两口子吵架' })
    report.discoveredAt = new Date(county.app.context.now()).toISOString()
    await succeed(county.call(county.cast.informationOfficerTang, 'reportMatter', report))
    return report.matterId
  }

  test('is asked for at the moment a sensitive matter is opened, and is good for half an hour', async () => {
    const matterId = await aDispute()
    const { secret } = await enrol(hubAccount)
    const from = await at(hubAccount)
    const open = () => county.ask('getMatter', { matterId }, from)
    expect(await codeOf(open())).toBe('factor.needed')
    const listed = await succeed(county.ask('listMatters', { filter: { open: true } }, from))
    expect(listed.items.find((one: any) => one.matterId === matterId)).toMatchObject({
      text: '',
      photos: [],
    })
    county.moveClock(30_000)
    await succeed(county.ask('proveSecondFactor', { code: codeNow(secret) }, from))
    expect((await succeed(open())).matter.text).toBe('两口子吵架')
    county.moveClock(29 * MINUTE_MS)
    expect((await open()).status).toBe(200)
    county.moveClock(MINUTE_MS)
    expect(await codeOf(open())).toBe('factor.needed')
  })

  test('what is not sensitive is read without it, and a session without the console is not asked', async () => {
    const litter = aReport()
    litter.discoveredAt = new Date(county.app.context.now()).toISOString()
    await succeed(county.call(county.cast.informationOfficerTang, 'reportMatter', litter))
    const { matterId } = litter
    expect((await county.ask('getMatter', { matterId }, await at(hubAccount))).status).toBe(200)
    const worker = { ...county.cast.gridWorkerLi }
    expect((await county.call(worker, 'getMatter', { matterId })).status).toBe(200)
  })

  test('a code is good once, a step early or late, and for nobody else', async () => {
    const { from, secret } = await enrol(hubAccount)
    const prove = (code: string) => county.ask('proveSecondFactor', { code }, from)
    expect(await codeOf(prove(codeNow(secret)))).toBe('factor.wrong-code')
    county.moveClock(2 * MINUTE_MS)
    expect(await codeOf(prove(codeNow(secret, -2)))).toBe('factor.wrong-code')
    expect(await codeOf(prove(codeNow(secret, 2)))).toBe('factor.wrong-code')
    expect((await prove(codeNow(secret, -1))).status).toBe(200)
    expect((await prove(codeNow(secret, 1))).status).toBe(200)
    const codes = await Promise.all([prove(codeNow(secret, 1)), prove(codeNow(secret))])
    expect(codesOf(codes)).toEqual(['factor.wrong-code', 'factor.wrong-code'])
  })

  test('a code on paper stands in for a lost phone, once; five wrong ones lock', async () => {
    const { from, recoveryCodes } = await enrol(hubAccount)
    expect(new Set(recoveryCodes).size).toBe(10)
    const prove = (code: string) => county.ask('proveSecondFactor', { code }, from)
    const typed = recoveryCodes[3]!.toLowerCase().replace('-', ' ')
    expect((await succeed(prove(typed))).recoveryCodesLeft).toBe(9)
    const again = await Promise.all(Array.from({ length: 5 }, () => prove(typed)))
    expect(codesOf(again)).toEqual(Array.from({ length: 5 }, () => 'factor.wrong-code'))
    expect(await codeOf(prove(recoveryCodes[4]!))).toBe('factor.locked')
    await succeed(county.ask('unlockAccount', { account: hubAccount }, await at(security)))
    expect((await prove(recoveryCodes[4]!)).status).toBe(200)
  })

  test('is added with the password only, and taken away by the security administrator alone', async () => {
    const from = await at(hubAccount)
    expect(await codeOf(county.ask('beginSecondFactor', { password: 'x' }, from))).toBe(
      'access.wrong-password',
    )
    await enrol(hubAccount)
    expect(await codeOf(county.ask('beginSecondFactor', { password: right }, from))).toBe(
      'factor.exists',
    )
    const reset = { account: hubAccount }
    expect(await codeOf(county.ask('resetSecondFactor', reset, await at(system)))).toBe(
      'access.not-permitted',
    )
    expect(await succeed(county.ask('resetSecondFactor', reset, await at(security)))).toEqual({
      reset: true,
    })
    expect(await codeOf(county.ask('whoAmI', {}, from))).toBe('access.session-ended')
    expect((await lineOf(hubAccount)).secondFactor).toBe(false)
  })

  test('lies encrypted in the table, and a row that was copied to another person does not open', async () => {
    const { secret } = await enrol(hubAccount)
    const { context } = county.app
    const [row] = await context.database.query<{ person_id: string; secret: Uint8Array }>(
      'select person_id, secret from second_factors',
    )
    expect(Buffer.from(row!.secret).includes(secret)).toBe(false)
    expect(openSealed(context, row!.person_id, row!.secret)).toBe(secret)
    expect(() => openSealed(context, newId(), row!.secret)).toThrow()
  })

  test('the log is not exported without it', async () => {
    expect(await codeOf(county.ask('exportAudit', {}, await at(auditor)))).toBe('factor.needed')
    const { from } = await enrol(auditor)
    expect((await county.ask('exportAudit', {}, from)).status).toBe(200)
  })
})
