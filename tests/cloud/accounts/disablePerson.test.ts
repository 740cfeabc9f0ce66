import { aMatterIn, newId, succeed, type Answer } from '../../support/openTestApp'
import { makeSessions } from '@cloud/store/sessions'
import {
  adminAccount,
  headAccount,
  hubAccount,
  openAccounts,
  right,
  tokenOf,
  workerAccount,
  type Accounts,
} from './openAccounts'

let county: Accounts
beforeAll(async () => void (county = await openAccounts()))
beforeEach(() => county.reset())
afterAll(() => county.close())

const disable = (account: string, who = county.cast.hubHeadOfXijiang): Promise<Answer> =>
  county.call(who, 'disablePerson', { account, reason: '已离职' })
const codeOf = async (asked: Promise<Answer>) => (await asked).body.code

test('somebody who leaves is out of the console at once, and the password opens nothing', async () => {
  const token = await tokenOf(county.signIn(hubAccount, right))
  expect((await county.ask('whoAmI', {}, { token })).status).toBe(200)
  expect((await disable(hubAccount)).status).toBe(200)
  expect(await codeOf(county.ask('whoAmI', {}, { token }))).toBe('access.session-ended')
  expect(await codeOf(county.signIn(hubAccount, right))).toBe('access.wrong-password')
})

test('another process that knew the session notices within twenty seconds', async () => {
  const token = await tokenOf(county.signIn(hubAccount, right))
  const { database, countyId, now } = county.app.context
  const elsewhere = makeSessions(database, countyId)
  expect(await elsewhere.find(token, now())).toBeDefined()
  await disable(hubAccount)
  expect(await elsewhere.find(token, now() + 20_000)).toBeUndefined()
})

test('a worker who left is told so by the phone, and does not come back as a resident', async () => {
  const phone = await county.openPhone('oLi')
  const code = await succeed(
    county.call(county.cast.hubHeadOfXijiang, 'issueBindingCode', {
      commandId: newId(),
      account: workerAccount,
    }),
  )
  await succeed(county.ask('bindAccount', { code: code.code }, { token: phone }))
  await disable(workerAccount)
  const asked = county.app.dispatch(
    'signIn',
    { method: 'wechat', code: 'c' },
    { wechatOpenid: 'oLi' },
  )
  expect(await asked).toMatchObject({ status: 403, body: { code: 'access.disabled' } })
})

test('the hub is told what the worker had in hand, to send somebody else', async () => {
  const matterId = await aMatterIn('handling', county)
  const { openTasks, matters } = await succeed(disable(workerAccount))
  expect(openTasks).toBe(1)
  expect(matters).toEqual([{ matterId, number: expect.any(String) }])
})

test('who closed the account, when and why is not written over by asking again', async () => {
  const { disabledAt } = await succeed(disable(hubAccount))
  county.moveClock(60_000)
  const again = county.call(county.cast.countyAdmin, 'disablePerson', {
    account: hubAccount,
    reason: '另一个原因',
  })
  expect((await succeed(again)).disabledAt).toBe(disabledAt)
  const [row] = await county.app.context.database.query(
    'select disabled_by, disabled_reason from people where account = $1',
    [hubAccount],
  )
  expect(row).toEqual({
    disabled_by: county.cast.hubHeadOfXijiang.personId,
    disabled_reason: '已离职',
  })
})

test('a code that was given out before opens the closed account to nobody', async () => {
  const issue = { commandId: newId(), account: workerAccount }
  const { code } = await succeed(county.call(county.cast.countyAdmin, 'issueBindingCode', issue))
  await disable(workerAccount)
  const phone = await county.openPhone('oLi')
  expect(await codeOf(county.ask('bindAccount', { code }, { token: phone }))).toBe(
    'binding.code-expired',
  )
  const another = { ...issue, commandId: newId() }
  const asked = county.call(county.cast.countyAdmin, 'issueBindingCode', another)
  expect(await codeOf(asked)).toBe('access.disabled')
})

test('nobody closes their own account, and a township closes only its own', async () => {
  const { hubHeadOfXijiang, hubHeadOfAnotherTownship, hubOperatorOfXijiang, gridWorkerLi } =
    county.cast
  expect(await codeOf(disable(headAccount, hubHeadOfXijiang))).toBe('person.is-oneself')
  expect(await codeOf(disable(adminAccount, hubHeadOfXijiang))).toBe('person.not-found')
  expect(await codeOf(disable(hubAccount, hubHeadOfAnotherTownship))).toBe('person.not-found')
  expect(await codeOf(disable(headAccount, hubOperatorOfXijiang))).toBe('access.not-permitted')
  expect(await codeOf(disable(headAccount, gridWorkerLi))).toBe('access.not-permitted')
})
