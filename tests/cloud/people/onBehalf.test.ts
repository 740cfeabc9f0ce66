import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
let matterId: string
const forWhom = { forName: '潘阿婆', forPhone: '19900008888' }

beforeAll(async () => {
  county = await openTestApp()
  const report = aReport({ fields: forWhom })
  await succeed(county.call(county.cast.gridWorkerLi, 'reportMatter', report))
  matterId = report.matterId
}, 60_000)
afterAll(() => county.close())

const look = (who: keyof TestApp['cast']) =>
  county.call(county.cast[who], 'getMatter', { matterId })
const open = (who: keyof TestApp['cast'], field: string) =>
  county.call(county.cast[who], 'openSecret', { matterId, field })
const act = (who: keyof TestApp['cast'], action: string, input: object) =>
  succeed(
    county.call(county.cast[who], 'actOnMatter', { commandId: newId(), matterId, action, input }),
  )

test('the hub opens whom a report concerns, one by one and on record; no page shows it by itself', async () => {
  const page = await succeed(look('hubOperatorOfXijiang'))
  expect(JSON.stringify(page)).not.toMatch(/潘阿婆|19900008888/)
  expect(page.matter.secrets.map(({ name }: any) => name).sort()).toEqual(['forName', 'forPhone'])
  expect((await succeed(open('hubOperatorOfXijiang', 'forPhone'))).words).toBe('19900008888')
  const rows = await county.app.context.database.query(
    'select act, details from audit_entries where matter_id = $1',
    [matterId],
  )
  expect(rows).toContainEqual({ act: 'secret.opened', details: '{"field":"forPhone"}' })
})

test('whoever took it to handle may call them; others of the village may not', async () => {
  await act('hubOperatorOfXijiang', 'accept', {})
  const owner = { kind: 'area', areaCode: '441882118215' }
  await act('hubOperatorOfXijiang', 'dispatch', { owner })
  expect((await open('gridWorkerOfTheNextGrid', 'forName')).body.code).toBe('secret.closed')
  await act('gridWorkerOfTheNextGrid', 'claim', {})
  expect((await succeed(open('gridWorkerOfTheNextGrid', 'forName'))).words).toBe('潘阿婆')
  expect((await open('villageOfficerOfBaozhu', 'forName')).body.code).toBe('secret.closed')
})

test('no notice, no event for outside and no code to follow by carries it', async () => {
  const { database } = county.app.context
  const told = await database.query('select title, words from notices where matter_id = $1', [
    matterId,
  ])
  const outside = await database.query('select payload from outbox_messages where matter_id = $1', [
    matterId,
  ])
  const { matter } = await succeed(look('hubOperatorOfXijiang'))
  const followed = await succeed(
    county.call(undefined, 'followMatter', { code: matter.followCode }),
  )
  expect(outside.length).toBeGreaterThan(0)
  expect(JSON.stringify([told, outside, followed])).not.toMatch(/潘阿婆|19900008888/)
})

test('it stays a report without such a person where nobody is named', async () => {
  const report = aReport()
  const { matter } = await succeed(
    county.call(county.cast.informationOfficerTang, 'reportMatter', report),
  )
  expect(matter.secrets).toBeUndefined()
})
