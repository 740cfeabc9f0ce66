import { setFirstPassword } from '@cloud/functions/setPassword/setFirstPassword'
import { newId } from '../../support/openTestApp'
import {
  adminAccount,
  desk,
  headAccount,
  hubAccount,
  openAccounts,
  right,
  tokenOf,
  workerAccount,
  type Accounts,
} from './openAccounts'

const NEW = '新密码：清水河边十三棵树'
const departmentAccount = 'dept-441882118-police'

let county: Accounts
beforeAll(async () => void (county = await openAccounts()))
beforeEach(() => county.reset())
afterAll(() => county.close())

const codeOf = async (asked: ReturnType<Accounts['call']>) => (await asked).body.code
const give = (who: 'countyAdmin' | 'hubHeadOfXijiang', account: string, password = NEW) =>
  county.call(county.cast[who], 'setPassword', { account, password })

test('a duty officer changes the password with the old one, and other desks are signed out', async () => {
  const here = await tokenOf(county.signIn(hubAccount, right))
  const elsewhere = await tokenOf(county.signIn(hubAccount, right))
  const change = { account: hubAccount, password: NEW, oldPassword: right }
  const answer = await county.ask('setPassword', change, { token: here, address: desk })
  expect(answer).toEqual({ status: 200, body: { account: hubAccount, endedSessions: 1 } })
  expect((await county.ask('whoAmI', {}, { token: here })).status).toBe(200)
  expect(await codeOf(county.ask('whoAmI', {}, { token: elsewhere }))).toBe('access.session-ended')
  expect(await codeOf(county.signIn(hubAccount, right))).toBe('access.wrong-password')
  expect((await county.signIn(hubAccount, NEW)).status).toBe(200)
})

test('whoever finds a console open cannot take the account over or guess at its password', async () => {
  const token = await tokenOf(county.signIn(headAccount, right))
  const from = { token, address: desk }
  const change = { account: headAccount, password: NEW }
  expect(await codeOf(county.ask('setPassword', change, from))).toBe('access.wrong-password')
  for (let guess = 0; guess < 5; guess++)
    await county.ask('setPassword', { ...change, oldPassword: 'a guess' }, from)
  const last = { ...change, oldPassword: right }
  expect(await codeOf(county.ask('setPassword', last, from))).toBe('access.locked')
})

test('a head of a hub lets an operator in again who was locked out', async () => {
  const before = await tokenOf(county.signIn(hubAccount, right, '203.0.113.9'))
  for (let guess = 0; guess < 5; guess++) await county.signIn(hubAccount, 'forgotten')
  expect((await give('hubHeadOfXijiang', hubAccount)).status).toBe(200)
  expect((await county.signIn(hubAccount, NEW)).status).toBe(200)
  expect(await codeOf(county.ask('whoAmI', {}, { token: before }))).toBe('access.session-ended')
})

test('a township reaches neither the county nor another township', async () => {
  for (const account of [adminAccount, 'hub-441882103', 'nobody'])
    expect(await codeOf(give('hubHeadOfXijiang', account))).toBe('person.not-found')
  expect((await county.signIn(adminAccount, right)).status).toBe(200)
})

test('somebody with a post in the township and one in the county is not the township’s to change', async () => {
  const { database, countyId } = county.app.context
  const postId = newId()
  await database.query(
    `insert into posts (county_id, post_id, person_id, role, area_code)
     select county_id, $3, person_id, 'countyAdmin', '441882' from people
     where county_id = $1 and account = $2`,
    [countyId, hubAccount, postId],
  )
  expect(await codeOf(give('hubHeadOfXijiang', hubAccount))).toBe('person.not-found')
  await database.query('delete from posts where post_id = $1', [postId])
})

test('operators, officers and workers change nobody but themselves', async () => {
  const { hubOperatorOfXijiang, policeOfficerOfXijiang, gridWorkerLi, residentChen } = county.cast
  for (const who of [hubOperatorOfXijiang, policeOfficerOfXijiang, gridWorkerLi, residentChen]) {
    const asked = county.call(who, 'setPassword', { account: headAccount, password: NEW })
    expect(await codeOf(asked)).toBe('access.not-permitted')
  }
})

test.each([
  ['too-short', '九个字不算长的密'],
  ['all-the-same', '1111111111'],
  ['is-the-account', hubAccount.toUpperCase()],
])('a password that is %s is refused with the reason', async (why, password) => {
  expect(await give('hubHeadOfXijiang', hubAccount, password)).toMatchObject({
    status: 422,
    body: { code: 'password.too-weak', retry: 'after-edit', details: { why } },
  })
  expect((await county.signIn(hubAccount, right)).status).toBe(200)
})

test('a grid worker gets no password, because the phone is opened by WeChat', async () => {
  expect(await codeOf(give('hubHeadOfXijiang', workerAccount))).toBe('password.no-console-post')
})

test('a department officer is let into the console by a password', async () => {
  expect((await give('countyAdmin', departmentAccount)).status).toBe(200)
  expect((await county.signIn(departmentAccount, NEW)).status).toBe(200)
})

describe('the first administrator of a county', () => {
  const set = (account: string, password: string) => {
    const { database, countyId, now } = county.app.context
    return setFirstPassword(database, countyId, { account, password, now: now() })
  }

  test('is given a password on the server itself and signs in with it', async () => {
    expect(await set(adminAccount, NEW)).toContain(adminAccount)
    expect((await county.signIn(adminAccount, NEW)).status).toBe(200)
    expect((await county.signIn(adminAccount, right)).status).toBe(401)
  })

  test('is told in a sentence what is wrong with the account or the password', async () => {
    await expect(set('nobody', NEW)).rejects.toThrow('没有账号 nobody')
    await expect(set(workerAccount, NEW)).rejects.toThrow('没有控制台岗位')
    await expect(set(adminAccount, 'short')).rejects.toThrow('密码太简单')
  })
})
