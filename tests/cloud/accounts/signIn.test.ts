import { MINUTE_MS } from '@domain/shared/instant'
import { HASHES_AT_ONCE, HASHES_WAITING_MAX, hashPassword } from '@cloud/store/passwords'
import { makeTurns } from '@cloud/turns'
import {
  codesOf,
  countOf,
  hubAccount,
  openAccounts,
  right,
  workerAccount,
  type Accounts,
} from './openAccounts'

const WRONG = 'not-the-password'
const LOCK_MS = 15 * MINUTE_MS

let county: Accounts
beforeAll(async () => void (county = await openAccounts()))
beforeEach(() => county.reset())
afterAll(() => county.close())

const inTurn = async (accounts: readonly string[], passwords: readonly string[]) => {
  const answers = []
  for (const account of accounts)
    for (const password of passwords) answers.push(await county.signIn(account, password))
  return answers
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

test('guesses that arrive together are locked out like guesses one by one', async () => {
  const guesses = [...times(19, WRONG), right]
  const answers = await Promise.all(guesses.map((guess) => county.signIn(hubAccount, guess)))
  expect(countOf(answers)).toEqual({ 'access.wrong-password': 5, 'access.locked': 15 })
  expect((await county.signIn(hubAccount, right)).status).toBe(423)
})

test('a lock lasts a quarter of an hour, and the right password does not shorten it', async () => {
  await inTurn([hubAccount], times(5, WRONG))
  county.moveClock(LOCK_MS - 1)
  const locked = await county.signIn(hubAccount, right)
  expect(locked).toMatchObject({ status: 423, body: { retry: 'later' } })
  county.moveClock(1)
  expect((await county.signIn(hubAccount, right)).status).toBe(200)
})

test('a duty officer who mistypes now and then is never locked out', async () => {
  const day = [...times(4, WRONG), right, ...times(4, WRONG), right]
  expect(countOf(await inTurn([hubAccount], day))).toEqual({ in: 2, 'access.wrong-password': 8 })
})

test('nobody learns from the lock which accounts a county has', async () => {
  const guesses = times(7, WRONG)
  const [real, invented] = [hubAccount, 'hub-nowhere'].map((account) => inTurn([account], guesses))
  expect(codesOf(await invented!)).toEqual(codesOf(await real!))
  expect(codesOf(await real!).slice(4)).toEqual([
    'access.wrong-password',
    'access.locked',
    'access.locked',
  ])
})

test('a stranger who guesses elsewhere does not keep the hub from its own desk', async () => {
  for (const guess of times(10, WRONG)) await county.signIn(hubAccount, guess, '198.51.100.7')
  expect((await county.signIn(hubAccount, right)).status).toBe(200)
})

test('addresses of one IPv6 network count as one place', async () => {
  const answers = []
  for (let host = 1; host <= 6; host++)
    answers.push(await county.signIn(hubAccount, WRONG, `2001:db8:0:1::${host}`))
  expect(codesOf(answers).at(-1)).toBe('access.locked')
  expect((await county.signIn(hubAccount, WRONG, '2001:db8:0:2::1')).status).toBe(401)
})

describe('guessing from many places', () => {
  const place = (count: number) => `198.51.100.${count}`

  /** As many failures as others made within the hour, without the time it takes to hash them. */
  async function failedElsewhere(failures: number) {
    await county.signIn(hubAccount, WRONG, place(0))
    const { database } = county.app.context
    await database.query(`update attempts set failures = $1 where address = '*'`, [failures])
  }

  test('fifty failures within an hour lock an account for all whom it does not know', async () => {
    await failedElsewhere(48)
    const answers = []
    for (let count = 1; count <= 3; count++)
      answers.push(await county.signIn(hubAccount, WRONG, place(count)))
    expect(countOf(answers)).toEqual({ 'access.wrong-password': 2, 'access.locked': 1 })
    expect((await county.signIn(hubAccount, right, '203.0.113.9')).status).toBe(423)
    county.moveClock(LOCK_MS)
    expect((await county.signIn(hubAccount, right, '203.0.113.9')).status).toBe(200)
  })

  test('the desk that the account was opened from lately still gets in', async () => {
    await county.signIn(hubAccount, right)
    await failedElsewhere(49)
    await county.signIn(hubAccount, WRONG, place(1))
    expect((await county.signIn(hubAccount, right, place(2))).status).toBe(423)
    expect((await county.signIn(hubAccount, right)).status).toBe(200)
  })

  test('one place alone cannot use up what is allowed from everywhere', async () => {
    await failedElsewhere(40)
    for (const guess of times(15, WRONG)) await county.signIn(hubAccount, guess, place(1))
    expect((await county.signIn(hubAccount, right, '203.0.113.9')).status).toBe(200)
  })

  test('signing in is no failure, however often and from wherever', async () => {
    await failedElsewhere(49)
    const answers = []
    for (let count = 1; count <= 3; count++)
      answers.push(await county.signIn(hubAccount, right, place(count)))
    expect(countOf(answers)).toEqual({ in: 3 })
  })
})

test('attempts at invented names are swept away once they mean nothing', async () => {
  for (let name = 0; name < 4; name++) await county.signIn(`nobody-${name}`, WRONG)
  county.moveClock(2 * 60 * MINUTE_MS)
  await county.signIn(hubAccount, WRONG)
  const { database } = county.app.context
  const rows = await database.query('select distinct subject from attempts')
  expect(rows).toEqual([{ subject: `account:${hubAccount}` }])
})

test('while others are being looked at, a sign-in is told to come again and counts as nothing', async () => {
  const { hashing, database } = county.app.context
  let letGo = () => undefined as void
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const crowd = times(HASHES_AT_ONCE + HASHES_WAITING_MAX, hashing).map((turn) => turn(() => held))
  expect(await county.signIn(hubAccount, right)).toMatchObject({
    status: 503,
    body: { code: 'server.busy', retry: 'later' },
  })
  letGo()
  await Promise.all(crowd)
  expect(await database.query('select 1 from attempts')).toEqual([])
  expect((await county.signIn(hubAccount, right)).status).toBe(200)
})

test('no more than two passwords are hashed at once, in the order they came', async () => {
  const turns = makeTurns({ atOnce: HASHES_AT_ONCE, waitingMax: HASHES_WAITING_MAX })
  const began: number[] = []
  let underWay = 0
  let most = 0
  const work = (place: number) => async () => {
    began.push(place)
    most = Math.max(most, ++underWay)
    await new Promise((resolve) => setImmediate(resolve))
    underWay--
    if (place % 3 === 0) throw new Error('this one failed')
  }
  const places = Array.from({ length: 12 }, (_, place) => place)
  const ended = await Promise.allSettled(places.map((place) => turns(work(place))))
  expect(most).toBe(2)
  expect(began).toEqual(places)
  expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(4)
})

test('a password opens the console to nobody who has no business at it', async () => {
  const { database, countyId } = county.app.context
  const hash = await hashPassword(right)
  const give = 'update people set password_hash = $3 where county_id = $1 and account = $2'
  await database.query(give, [countyId, workerAccount, hash])
  expect(await county.signIn(workerAccount, right)).toMatchObject({
    status: 401,
    body: { code: 'access.wrong-password' },
  })
})
