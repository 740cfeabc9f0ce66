import { DAY_MS, MINUTE_MS } from '@domain/shared/instant'
import { aReport, newId, succeed, type Answer } from '../../support/openTestApp'
import {
  adminAccount,
  countOf,
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

const issue = async (account = workerAccount, commandId = newId()) => {
  const asked = county.call(county.cast.hubHeadOfXijiang, 'issueBindingCode', {
    commandId,
    account,
  })
  return (await succeed(asked)) as { code: string; expiresAt: string; name: string }
}
const bind = (token: string, code: string): Promise<Answer> =>
  county.ask('bindAccount', { code }, { token })
const codeOf = async (asked: Promise<Answer>) => (await asked).body.code

test('a grid worker types the code of the hub and works from that phone as themselves', async () => {
  const phone = await county.openPhone('oLi')
  const { code, name } = await issue()
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  const bound = await succeed(bind(phone, `${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase()))
  expect(bound.person).toMatchObject({
    personId: county.cast.gridWorkerLi.personId,
    name,
    posts: [{ role: 'gridWorker' }],
  })
  const again = await county.openPhone('oLi')
  const me = await succeed(county.ask('whoAmI', {}, { token: again }))
  expect(me.person.personId).toBe(county.cast.gridWorkerLi.personId)
})

test('what the phone reported before it was bound stays with the resident it was', async () => {
  const phone = await county.openPhone('oLi')
  const report = aReport()
  await succeed(county.ask('reportMatter', report, { token: phone }))
  const { code } = await issue()
  const { token } = await succeed(bind(phone, code))
  expect(await codeOf(county.ask('whoAmI', {}, { token: phone }))).toBe('access.session-ended')
  const mine = await succeed(county.ask('listMatters', { filter: { mine: true } }, { token }))
  expect(mine.items).toEqual([])
})

test('a code is good for one phone, also when two are held up to it at once', async () => {
  const phones = await Promise.all(['oLi', 'oWang'].map((openid) => county.openPhone(openid)))
  const { code } = await issue()
  const answers = await Promise.all(phones.map((phone) => bind(phone, code)))
  expect(countOf(answers)).toEqual({ in: 1, 'binding.code-used': 1 })
})

test('a code that was left lying for a week is no longer good', async () => {
  const phone = await county.openPhone('oLi')
  const { code, expiresAt } = await issue()
  expect(Date.parse(expiresAt)).toBe(county.app.context.now() + 7 * DAY_MS)
  county.moveClock(7 * DAY_MS)
  expect(await codeOf(bind(phone, code))).toBe('binding.code-expired')
})

test('a new code makes the one before it worthless', async () => {
  const phone = await county.openPhone('oLi')
  const [lost, found] = [await issue(), await issue()]
  expect(await codeOf(bind(phone, lost.code))).toBe('binding.code-expired')
  expect((await bind(phone, found.code)).status).toBe(200)
})

test('a request for a code whose answer was lost is answered with the same code', async () => {
  const commandId = newId()
  const first = await issue(workerAccount, commandId)
  expect(await issue(workerAccount, commandId)).toEqual(first)
  const other = { commandId, account: hubAccount }
  const asked = county.call(county.cast.hubHeadOfXijiang, 'issueBindingCode', other)
  expect(await codeOf(asked)).toBe('command.id-reused')
})

test('nobody who reads the database finds a code in it', async () => {
  const { code } = await issue()
  const rows = await county.app.context.database.query(
    'select binding_codes::text as row from binding_codes',
  )
  expect(JSON.stringify(rows)).not.toContain(code)
})

test('a phone that guesses at codes has to wait, even with the right one', async () => {
  const phone = await county.openPhone('oGuess')
  const { code } = await issue()
  const guesses = ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC', 'DDDDDDDD', 'EEEEEEEE', 'FFFFFFFF']
  const wrong = await Promise.all(guesses.map((guess) => bind(phone, guess)))
  const answers = [...wrong, await bind(phone, code)]
  expect(countOf(answers)).toEqual({ 'binding.code-unknown': 5, 'binding.too-many-attempts': 2 })
  county.moveClock(15 * MINUTE_MS)
  expect((await bind(phone, code)).status).toBe(200)
})

test('a lost phone is replaced: the new one is bound and the old one signed out', async () => {
  const lost = await succeed(bind(await county.openPhone('oLost'), (await issue()).code))
  const fresh = await succeed(bind(await county.openPhone('oFresh'), (await issue()).code))
  expect(await codeOf(county.ask('whoAmI', {}, { token: lost.token }))).toBe('access.session-ended')
  expect((await county.ask('whoAmI', {}, { token: fresh.token })).status).toBe(200)
  const finder = await county.openPhone('oLost')
  const { person } = await succeed(county.ask('whoAmI', {}, { token: finder }))
  expect(person.posts).toMatchObject([{ role: 'resident' }])
})

test('somebody who did not come through WeChat has nothing to bind, and the code stays good', async () => {
  const console_ = await tokenOf(county.signIn(hubAccount, right))
  const { code } = await issue()
  expect(await codeOf(bind(console_, code))).toBe('binding.needs-wechat')
  expect((await bind(await county.openPhone('oLi'), code)).status).toBe(200)
})

test('codes are given only by whoever manages the person', async () => {
  const { gridWorkerLi, hubOperatorOfXijiang, hubHeadOfAnotherTownship, hubHeadOfXijiang } =
    county.cast
  const ask = (who: typeof gridWorkerLi, account: string) =>
    codeOf(county.call(who, 'issueBindingCode', { commandId: newId(), account }))
  expect(await ask(gridWorkerLi, workerAccount)).toBe('access.not-permitted')
  expect(await ask(hubOperatorOfXijiang, workerAccount)).toBe('access.not-permitted')
  expect(await ask(hubHeadOfAnotherTownship, workerAccount)).toBe('person.not-found')
  expect(await ask(hubHeadOfXijiang, adminAccount)).toBe('person.not-found')
})
