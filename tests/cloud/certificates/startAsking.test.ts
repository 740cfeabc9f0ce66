import { MINUTE_MS } from '@domain/shared/instant'
import { QUESTION_LEASE_MS, startAsking } from '@cloud/certificates/startAsking'
import { sweepDeadlines } from '@cloud/deadlines/sweepDeadlines'
import type { Context } from '@cloud/context'
import type { Behaviour } from '../../support/certificateIssuer'
import { succeed } from '../../support/openTestApp'
import { aCheck, last4, openAskCounty, person, type AskCounty } from './askCounty'

let county: AskCounty
beforeAll(async () => {
  county = await openAskCounty()
}, 60_000)
afterAll(() => county.close())
beforeEach(() => {
  county.issuer.behave = () => 'verified'
  county.issuer.asked.length = 0
  county.issuer.looked.length = 0
  county.logged.length = 0
})

const lines = async (matterId: string) =>
  (await county.seen(matterId)).history.map(({ action, by }: any) => [action, by.name])

const attemptsOf = (matterId: string) =>
  county.app.context.database.query<{ words: string }>(
    `select a.words from outside_attempts a join outside_questions q using (county_id, question_id)
     where q.matter_id = $1 order by q.version, a.attempt`,
    [matterId],
  )

/** Waits, asks what has come due, and so on: as long as the matter would. */
async function askForMinutes(minutes: number, options = {}): Promise<void> {
  for (let seconds = 0; seconds < minutes * 60; seconds += 5) {
    await county.ask(options)
    county.moveClock(5_000)
  }
}

test.each([
  ['verified', '属实'],
  ['notFound', '查不到'],
  ['mismatch', '不一致'],
] as const)('%s reaches the matter once, said by the system', async (result, statusTitle) => {
  county.issuer.behave = () => result
  const matterId = await county.begin()
  expect((await county.seen(matterId)).matter.status).toBe('asked')
  await county.ask()
  await county.ask()
  const { matter } = await county.seen(matterId)
  expect(matter).toMatchObject({ status: result, statusTitle, version: 2 })
  expect(await lines(matterId)).toEqual([
    ['report', county.cast.gridWorkerLi.name],
    [result, '系统'],
  ])
  expect(county.issuer.asked).toHaveLength(1)
})

test('what is kept of a proof is its number and its time', async () => {
  const matterId = await county.begin()
  await county.ask()
  const { matter } = await county.seen(matterId)
  const fields = new Map(matter.fields.map(({ name, words }: any) => [name, words]))
  expect(fields.get('proof')).toBe('HY-00000001')
  expect(fields.get('checkedAt')).toContain('年')
  const [row] = await county.app.context.database.query<{ all: string }>(
    `select string_agg(events::text, '') as all from matter_history where matter_id = $1`,
    [matterId],
  )
  expect(row?.all).not.toMatch(/portrait|iVBOR|44188219700101/)
})

test('the platform is told what the person agreed to, and no more', async () => {
  await county.begin()
  await county.ask()
  const [asked] = county.issuer.asked
  expect(Object.keys(asked?.question ?? {})).toEqual([
    'questionId',
    'certificate',
    'person',
    'last4',
    'use',
    'receiver',
    'agreedAt',
  ])
  expect(asked?.question).toMatchObject({ person, last4, certificate: { name: '身份证' } })
  expect(asked?.id).toBe(asked?.question.questionId)
})

test('a platform that is busy, broken, slow or hangs up is asked again under the same id', async () => {
  const manners: Behaviour[] = [429, 500, 'cutInside', 'verified']
  county.issuer.behave = (_asked, times) => manners[times - 1] ?? 'verified'
  const matterId = await county.begin()
  await askForMinutes(2)
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'verified', version: 2 })
  expect(new Set(county.issuer.asked.map(({ id }) => id)).size).toBe(1)
  expect((await attemptsOf(matterId)).map(({ words }) => words)).toEqual([
    'HTTP 429',
    'HTTP 500',
    'connection ECONNRESET',
    'verified',
  ])
})

test('a platform that asks for patience is left alone for so long', async () => {
  county.issuer.behave = (_asked, times) =>
    times === 1 ? { status: 429, retryAfter: 40 } : 'verified'
  const matterId = await county.begin()
  await county.ask()
  county.moveClock(39_000)
  await county.ask()
  expect(county.issuer.asked).toHaveLength(1)
  county.moveClock(10_000)
  await county.ask()
  expect((await county.seen(matterId)).matter.status).toBe('verified')
})

test.each(['slow', 'cut', 503, 'unavailable'] as const)(
  'a platform that is %s all the time is asked four times within five minutes, and then said so',
  async (manner) => {
    county.issuer.behave = () => manner
    const matterId = await county.begin()
    await askForMinutes(1.5, { timeoutMs: 100 })
    const { matter, history } = await county.seen(matterId)
    expect(matter).toMatchObject({ status: 'unavailable', version: 2 })
    expect(history.at(-1)).toMatchObject({ action: 'unavailable', note: '发证的平台没有回应' })
    expect(await attemptsOf(matterId)).toHaveLength(4)
    expect(county.issuer.asked).toHaveLength(4)
  },
)

const proof = 'HY-1'
const checkedAt = new Date().toISOString()
const senseless: [string, Behaviour][] = [
  ['forged', 'forged'],
  ['signed long ago', 'stale'],
  ['a refusal', 403],
  ['a redirect', 302],
  ['no JSON', { body: '<html>' }],
  ['a list', { body: [] }],
  ['null', { body: 'null' }],
  ['an unknown result', { body: { result: 'maybe', proof, checkedAt } }],
  ['without a proof', { body: { result: 'verified', checkedAt } }],
  ['a proof with words', { body: { result: 'verified', proof: `${person}属实`, checkedAt } }],
  ['a picture', { body: { result: 'verified', proof: 'iVBORw0KGgo'.repeat(20), checkedAt } }],
  ['too long', { body: { result: 'verified', proof, checkedAt, portrait: 'A'.repeat(20_000) } }],
  ['a whole number', { body: { result: 'verified', proof: '44188219700101123X', checkedAt } }],
  ['without a time', { body: { result: 'verified', proof } }],
  ['a time to come', { body: { result: 'verified', proof, checkedAt: '2099-01-01T00:00:00Z' } }],
  ['a time long ago', { body: { result: 'verified', proof, checkedAt: '2020-01-01T00:00:00Z' } }],
]

test.each(senseless)('an answer that makes no sense is no answer: %s', async (_what, manner) => {
  county.issuer.behave = () => manner
  const matterId = await county.begin()
  await county.ask()
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'unavailable', version: 2 })
  expect(county.logged.join('')).toContain('no usable answer from outside')
  expect(county.logged.join('')).not.toMatch(new RegExp(`${person}|${last4}|44188219|高龄`))
  expect(county.issuer.asked).toHaveLength(1)
})

test('where no platform is set, the answer is there at once and says so', async () => {
  const { settings } = county.app.context
  const matterId = await county.begin()
  const context = county.contextOfAnother({ settings: { ...settings, certificates: null } })
  await county.ask({}, context)
  const { matter, history } = await county.seen(matterId)
  expect(matter.status).toBe('unavailable')
  expect(history.at(-1).note).toBe('还没有接通发证的平台，请看原件')
  expect(county.issuer.asked).toHaveLength(0)
})

test('a platform in a network that may not be called is not called', async () => {
  const { settings } = county.app.context
  const matterId = await county.begin()
  await county.ask({}, county.contextOfAnother({ settings: { ...settings, demo: false } }))
  expect((await county.seen(matterId)).matter.status).toBe('unavailable')
  expect(county.issuer.asked).toHaveLength(0)
})

test('with the wrong key the platform refuses, and the matter says that it was not taken', async () => {
  const { settings } = county.app.context
  const certificates = { ...county.issuer.settings, key: 'not the key we agreed on' }
  const matterId = await county.begin()
  await county.ask({}, county.contextOfAnother({ settings: { ...settings, certificates } }))
  expect((await county.seen(matterId)).history.at(-1).note).toBe('发证的平台没有受理')
  expect(county.issuer.refused).toBe(1)
})

test('a process that ends between asking and writing is followed by another, and the answer stands once', async () => {
  const matterId = await county.begin()
  await county.ask({}, deadBeforeWriting(county.contextOfAnother()))
  expect((await county.seen(matterId)).matter.status).toBe('asked')
  await county.ask()
  expect(county.issuer.asked).toHaveLength(1)
  county.moveClock(QUESTION_LEASE_MS + 1)
  await county.ask()
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'verified', version: 2 })
  expect(county.issuer.asked).toHaveLength(2)
  expect(county.issuer.looked).toHaveLength(1)
})

test('processes that end each time leave a matter that says nobody answered', async () => {
  const matterId = await county.begin()
  for (let times = 0; times < 6; times++) {
    await county.ask({}, deadBeforeWriting(county.contextOfAnother()))
    county.moveClock(QUESTION_LEASE_MS + 1)
  }
  await county.ask()
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'unavailable', version: 2 })
  expect(county.issuer.asked).toHaveLength(4)
})

/** Everything goes well until something is to be written for good. */
function deadBeforeWriting(context: Context): Context {
  const { query, capabilities, exec, close } = context.database
  const transaction = () => Promise.reject(new Error('killed'))
  return { ...context, database: { query, capabilities, exec, close, transaction } }
}

test('ten processes ask once for each matter', async () => {
  const matterIds = await Promise.all(Array.from({ length: 12 }, () => county.begin()))
  const askers = Array.from({ length: 10 }, () => county.ask({}, county.contextOfAnother()))
  await Promise.all(askers)
  const statuses = await Promise.all(matterIds.map((matterId) => county.seen(matterId)))
  expect(statuses.map(({ matter }) => [matter.status, matter.version])).toEqual(
    matterIds.map(() => ['verified', 2]),
  )
  expect(county.issuer.asked).toHaveLength(matterIds.length)
})

test('two processes that both hold an answer write one', async () => {
  county.issuer.behave = (_asked, times) =>
    times === 1 ? 'notFound' : { body: { result: 'mismatch' } }
  const matterId = await county.begin()
  const { context, release } = heldBack(county.contextOfAnother())
  const slow = county.ask({}, context)
  await county.issuer.came(1)
  county.moveClock(QUESTION_LEASE_MS + 1)
  await county.ask()
  release()
  await slow
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'mismatch', version: 2 })
})

/** A process that has its answer and writes it only when it is let. */
function heldBack(context: Context): { readonly context: Context; release(): void } {
  const { database } = context
  let release: () => void = () => undefined
  const open = new Promise<void>((resolve) => (release = resolve))
  const transaction: typeof database.transaction = async (work, options) => {
    await open
    return database.transaction(work, options)
  }
  return { context: { ...context, database: { ...database, transaction } }, release }
}

test('whoever takes their consent back is asked about no more', async () => {
  const matterId = await county.begin()
  await county.act(matterId, 'withdrawConsent')
  await county.ask()
  expect(county.issuer.asked).toHaveLength(0)
  const { matter } = await county.seen(matterId)
  expect(matter.status).toBe('consentWithdrawn')
  expect(JSON.stringify(matter)).not.toMatch(new RegExp(`${person}|${last4}`))
})

test('consent taken back while the platform thinks it over: its answer is not written', async () => {
  county.issuer.behave = () => 'slow'
  const matterId = await county.begin()
  const asking = county.ask({ timeoutMs: 300 })
  await county.issuer.came(1)
  await county.act(matterId, 'withdrawConsent')
  await asking
  await askForMinutes(0.5)
  expect(county.issuer.asked).toHaveLength(1)
  expect((await county.seen(matterId)).matter.status).toBe('consentWithdrawn')
})

test('asked again with a corrected number, only the answer to the last question counts', async () => {
  county.issuer.behave = ({ question }) => (question.last4 === '0007' ? 'verified' : 'mismatch')
  const matterId = await county.begin()
  await county.ask()
  await county.act(matterId, 'askAgain', { person, last4: '0007' })
  await county.ask()
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'verified', version: 4 })
  expect(county.issuer.asked.map(({ question }) => question.last4)).toEqual([last4, '0007'])
  expect(county.issuer.looked).toHaveLength(2)
})

test('an answer to an earlier question comes too late for the next', async () => {
  const matterId = await county.begin()
  county.issuer.behave = ({ id }) => (id === county.issuer.asked[0]?.id ? 'mismatch' : 'verified')
  const { context, release } = heldBack(county.contextOfAnother())
  const late = county.ask({}, context)
  await county.issuer.came(1)
  county.moveClock(6 * MINUTE_MS)
  await sweepDeadlines(county.app.context, { limit: 100 })
  await county.act(matterId, 'askAgain')
  release()
  await late
  await county.ask()
  const actions = (await lines(matterId)).map(([action]: string[]) => action)
  expect(actions.slice(-3)).toEqual(['noAnswer', 'askAgain', 'verified'])
})

test('a report that is sent twice asks once', async () => {
  const report = aCheck()
  const { gridWorkerLi } = county.cast
  await Promise.all([1, 2, 3].map(() => county.call(gridWorkerLi, 'reportMatter', report)))
  await county.ask()
  expect(county.issuer.asked).toHaveLength(1)
})

test('a server hears of a new question without waiting for its next look', async () => {
  const asking = startAsking(county.contextOfAnother(), { dice: () => 0.5 })
  const matterId = await county.begin()
  await county.issuer.came(1)
  await asking.stop()
  expect((await county.seen(matterId)).matter.status).toBe('verified')
})

test('the timer of a cloud function asks as well', async () => {
  const matterId = await county.begin()
  await county.app.runRound({ budgetMs: 5_000 })
  expect((await county.seen(matterId)).matter.status).toBe('verified')
})

test('nobody can answer in the name of the platform', async () => {
  const matterId = await county.begin()
  const input = { proof: 'HY-9', checkedAt: new Date().toISOString() }
  const body = { commandId: aCheck().commandId, matterId, action: 'verified', input }
  for (const who of ['gridWorkerLi', 'hubHeadOfXijiang', 'countyHub'] as const)
    expect((await county.call(county.cast[who], 'actOnMatter', body)).status).not.toBe(200)
  await county.ask()
  await succeed(county.call(county.cast.gridWorkerLi, 'getMatter', { matterId }))
})
