import type { Actor } from '@domain/access/actor'
import type { LiveEvent } from '@cloud/live/liveFeed'
import { feedEnd, findCursor } from '@cloud/store/changeFeed'
import { aMatterIn, aReport, openTestApp, succeed, type TestApp } from '../../support/openTestApp'

let county: TestApp
beforeAll(async () => {
  county = await openTestApp()
}, 60_000)
afterAll(() => county.close())

/** A console that is open: what it was sent, and a promise for the n-th. */
async function openConsole(actor: Actor, after?: string) {
  const seen: LiveEvent[] = []
  const waiting: { count: number; resolve: () => void }[] = []
  const leave = await county.app.live.join(
    {
      actor,
      send(event) {
        seen.push(event)
        for (const wait of waiting) if (seen.length >= wait.count) wait.resolve()
      },
    },
    after === undefined ? undefined : findCursor(after),
  )
  const has = (count: number) =>
    seen.length >= count
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.push({ count, resolve }))
  return { seen, has, leave }
}

test('a report is on the hub’s open console as soon as it is written, and on no other township’s', async () => {
  const { call, cast } = county
  const hub = await openConsole(cast.hubOperatorOfXijiang)
  const elsewhere = await openConsole(cast.hubOperatorOfAnotherTownship)
  const report = aReport()
  await succeed(call(cast.informationOfficerTang, 'reportMatter', report))
  await hub.has(1)
  expect(hub.seen[0]).toMatchObject({ action: 'report', matter: { matterId: report.matterId } })
  expect(elsewhere.seen).toEqual([])
  hub.leave()
  elsewhere.leave()
})

test('a console that was cut off comes back with its cursor and misses nothing', async () => {
  const { cast } = county
  const first = await openConsole(cast.hubOperatorOfXijiang)
  const before = await aMatterIn('reported', county)
  await first.has(1)
  const cursor = first.seen.at(-1)?.cursor ?? ''
  first.leave()
  const away = await aMatterIn('accepted', county)
  const again = await openConsole(cast.hubOperatorOfXijiang, cursor)
  const back = await aMatterIn('reported', county)
  await again.has(3)
  const told = again.seen.map((event) => `${event.action} ${event.matter.matterId}`)
  expect(told).toEqual([`report ${away}`, `accept ${away}`, `report ${back}`])
  expect(told).not.toContain(`report ${before}`)
  again.leave()
})

test('a cursor names a place in the feed and nothing else', async () => {
  const { tx } = await feedEnd(county.app.context.database)
  expect(findCursor(`${tx}.0`)).toEqual({ tx, seq: 0 })
  for (const nonsense of ['', '1', '-1.0', '1.0; drop table matters', '1.0.0'])
    expect(findCursor(nonsense)).toBeUndefined()
})
