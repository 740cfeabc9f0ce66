import { mendFeed } from '@cloud/store/mendFeed'
import { aMatterIn, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
}, 60_000)
afterAll(() => county.close())

test('after a backup is restored into another cluster nobody’s feed stands still', async () => {
  const { call, cast, app } = county
  const { database, countyId } = app.context
  await aMatterIn('accepted', county)
  const future = '900000000000'
  await database.query('update matter_history set tx = $1::text::xid8', [future])
  await database.query('update outbox_messages set tx = $1::text::xid8', [future])
  await mendFeed(database, countyId)
  const { items } = await succeed(
    call(cast.informationOfficerTang, 'listChanges', { after: '0.0' }),
  )
  expect(items.map((item: { action: string }) => item.action)).toEqual(['report', 'accept'])
  const old = await call(cast.informationOfficerTang, 'listChanges', { after: `${future}.9` })
  expect(old.body.code).toBe('hub.cursor-invalid')
})
