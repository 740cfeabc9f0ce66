import { readAnchors, sayReport } from '@cloud/functions/verifyAudit/sayReport'
import { sealAudit } from '@cloud/store/auditChain'
import { writeAudit } from '@cloud/store/auditStore'
import { verifyChain } from '@cloud/store/verifyChain'
import { aReport, newId, succeed } from '../../support/openTestApp'
import {
  desk,
  hubAccount,
  openAccounts,
  right,
  tokenOf,
  workerAccount,
  type Accounts,
} from './openAccounts'

const auditor = 'aud-441882'

let county: Accounts
beforeAll(async () => void (county = await openAccounts()))
beforeEach(() => county.reset())
afterAll(() => county.close())

const db = () => county.app.context.database
const countyId = 441_882
const tokens = new Map<string, string>()
const as = async (account: string) => {
  const token = tokens.get(account) ?? (await tokenOf(county.signIn(account, right)))
  tokens.set(account, token)
  return { token, address: desk }
}
const read = async (filter: object = {}) =>
  (await succeed(county.ask('readAudit', { filter, limit: 100 }, await as(auditor)))).items
const actsOf = async (filter: object) => (await read(filter)).map(({ act }: any) => act)
const seal = async () => {
  while ((await sealAudit(db(), countyId)) > 0) continue
}
const faults = async () => (await verifyChain(db(), countyId)).faults

async function aDispute(): Promise<{ matterId: string; number: string }> {
  const { informationOfficerTang } = county.cast
  const report = aReport({ kind: '0102', text: '两口子吵架' })
  const { matter } = await succeed(county.call(informationOfficerTang, 'reportMatter', report))
  return matter
}

test('signing in is on record, also when it fails, and a name that nobody has is not kept', async () => {
  await as(auditor)
  await county.signIn(hubAccount, 'wrong', '198.51.100.9')
  await county.signIn('my-secret-password', 'wrong', '198.51.100.9')
  await county.signIn(hubAccount, right)
  const lines = (await read()).filter(({ act }: any) => act.startsWith('session.')).slice(0, 3)
  expect(
    lines.map(({ act, account, subject, address }: any) => [act, account, subject, address]),
  ).toEqual([
    ['session.begun', hubAccount, '', desk],
    ['session.refused', null, '', '198.51.100.9'],
    ['session.refused', null, hubAccount, '198.51.100.9'],
  ])
})

test('who looked at a quarrel, in a list or by itself, is found by the number of the matter', async () => {
  const { matterId, number } = await aDispute()
  const from = await as(hubAccount)
  await succeed(county.ask('listMatters', { filter: { open: true } }, from))
  await succeed(county.ask('getMatter', { matterId }, from))
  const lines = await read({ number })
  expect(lines.map(({ act, account, posts }: any) => [act, account, posts])).toEqual([
    ['matter.read', hubAccount, 'hubOperator@441882118'],
    ['matters.listed', hubAccount, 'hubOperator@441882118'],
  ])
  expect(await actsOf({ number, who: '没有这个人' })).toEqual([])
})

test('looking into the log is on record too, and nobody but the audit administrator may', async () => {
  const { countyAdmin, hubHeadOfXijiang, countyHub } = county.cast
  for (const who of [countyAdmin, hubHeadOfXijiang, countyHub])
    expect((await county.call(who, 'readAudit')).body.code).toBe('access.not-permitted')
  for (const account of ['sys-441882', 'sec-441882'])
    expect((await county.ask('readAudit', {}, await as(account))).status).toBe(403)
  await read({ who: hubAccount })
  const [line] = await read({ act: 'audit.read' })
  expect(line).toMatchObject({ account: auditor, details: JSON.stringify({ who: hubAccount }) })
})

test('what changed an account is written in the transaction that changed it', async () => {
  const { hubHeadOfXijiang } = county.cast
  const issue = { commandId: newId(), account: workerAccount }
  await succeed(county.call(hubHeadOfXijiang, 'issueBindingCode', issue))
  const [line] = await read({ act: 'code.issued' })
  expect(line).toMatchObject({ name: hubHeadOfXijiang.name, subject: workerAccount })
  const lost = db().transaction(async (tx) => {
    await writeAudit(tx, countyId, [
      { at: Date.now(), act: 'code.issued', outcome: 'done', subject: 'lost' },
    ])
    throw new Error('rolled back')
  })
  await expect(lost).rejects.toThrow('rolled back')
  expect(await read({ who: 'lost' })).toEqual([])
})

test('the export is a table that no spreadsheet runs, and is itself on record', async () => {
  const at = Date.now()
  await writeAudit(db(), countyId, [
    { at, act: 'code.issued', outcome: 'done', subject: '=1+1,"x"' },
  ])
  const from = await as(auditor)
  const page = await succeed(county.ask('exportAudit', { filter: { act: 'code.issued' } }, from))
  expect(page.csv).toMatch(/^\uFEFF序号,时间,行为/)
  expect(page.csv).toContain(`"'=1+1,""x"""`)
  expect((await actsOf({ act: 'audit.exported' }))[0]).toBe('audit.exported')
})

describe('the chain', () => {
  test('is whole over what many wrote at once, in several rounds', async () => {
    await Promise.all(Array.from({ length: 40 }, () => county.app.context.audit.write(anEntry())))
    await seal()
    await Promise.all([sealAudit(db(), countyId), county.app.context.audit.write(anEntry())])
    await seal()
    const report = await verifyChain(db(), countyId)
    expect(report).toMatchObject({ faults: [], unsealed: 0 })
    expect(report.head.position).toBeGreaterThan(40)
    expect(sayReport(report)).toContain('审计链完整')
  })

  test.each([
    ['changed', `update audit_entries set subject = 'somebody else' where seq = $1`],
    ['changed', `update audit_entries set at = at + interval '1 hour' where seq = $1`],
    ['removed', 'delete from audit_entries where seq = $1'],
  ])('finds the one row that was %s', async (what, sql) => {
    await seal()
    const [row] = await db().query<{ seq: number; position: number }>(
      'select seq, position from audit_chain order by position desc offset 5 limit 1',
    )
    await db().query('create table kept as select * from audit_entries where seq = $1', [row!.seq])
    await db().query(sql, [row!.seq])
    const found = await faults()
    expect(found).toEqual([{ what, position: row!.position, seq: row!.seq }])
    expect(sayReport({ ...(await verifyChain(db(), countyId)) })).toContain(`记录 ${row!.seq}`)
    await db().query('delete from audit_entries where seq = $1', [row!.seq])
    await db().query('insert into audit_entries overriding system value select * from kept')
    await db().query('drop table kept')
    expect(await faults()).toEqual([])
  })

  test('finds a row that was slipped in, a link that is gone, and an end that was cut off', async () => {
    await seal()
    const told = await verifyChain(db(), countyId)
    const anchor = {
      position: told.head.position,
      hash: Buffer.from(told.head.hash).toString('hex'),
    }
    expect(readAnchors([`${anchor.position}:${anchor.hash}`])).toEqual([anchor])
    const [slipped] = await db().query<{ seq: number }>(
      `insert into audit_entries (county_id, at, act, outcome) values ($1, now(), 'audit.read', 'done') returning seq`,
      [countyId],
    )
    expect(await faults()).toEqual([{ what: 'inserted', seq: slipped!.seq }])
    await db().query('delete from audit_entries where seq = $1', [slipped!.seq])
    await db().query(
      'delete from audit_entries where seq = (select seq from audit_chain order by position desc limit 1)',
    )
    await db().query('delete from audit_chain where position = $1', [anchor.position])
    expect(await faults()).toEqual([])
    const { faults: cut } = await verifyChain(db(), countyId, [anchor])
    expect(cut).toEqual([{ what: 'unlinked', position: anchor.position }])
    await db().query('delete from audit_chain where position = 3')
    expect(await faults()).toContainEqual({ what: 'unlinked', position: 3 })
  })
})

function anEntry() {
  return {
    at: Date.now(),
    act: 'people.searched',
    outcome: 'done',
    details: { search: '李' },
  } as const
}
