import { DAY_MS } from '@domain/shared/instant'
import { newId, openTestApp, succeed } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

/** The database of tests has one connection: whatever waits for a second one inside a transaction waits for ever. */
test('a matter that begins another as the first of a new day is answered, and both have numbers', async () => {
  const county = await openTestApp()
  const { residentChen, supervisor } = county.cast
  const matterId = newId()
  const petition = {
    commandId: newId(),
    matterId,
    kind: '1201',
    text: '修路占了我家菜地',
    areaCode: testCounty.township,
    discoveredAt: new Date(county.app.context.now()).toISOString(),
    fields: { chosen: true, demand: '请把说好的补偿给我', representatives: 1 },
  }
  await succeed(county.call(residentChen, 'reportMatter', petition))
  county.moveClock(16 * DAY_MS)
  const supervise = {
    commandId: newId(),
    matterId,
    action: 'supervise',
    input: { whyUnsolved: 'overdue', summary: '十六天没有受理' },
  }
  await succeed(county.call(supervisor, 'actOnMatter', supervise))
  const { matter, children } = await succeed(county.call(supervisor, 'getMatter', { matterId }))
  expect(children).toHaveLength(1)
  expect(children[0].number).not.toBe(matter.number)
  await county.close()
}, 60_000)
