import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Database } from '@cloud/store/database'
import { openListeningHub, type ListeningHub } from './listeningHub'
import {
  makeRelayCounty,
  newId,
  onPostgres,
  openRelayDatabase,
  type RelayCounty,
} from './relayCounty'

let database: Database
let county: RelayCounty
let hub: ListeningHub

beforeAll(async () => {
  database = await openRelayDatabase()
}, 60_000)
afterAll(() => database.close())
beforeEach(async () => {
  county = await makeRelayCounty(database)
})
afterEach(async () => {
  await hub.close()
  await county.stopRelays()
})

test('two relays on one database send each event once, and each matter in order', async () => {
  hub = await openListeningHub()
  await county.subscribe(hub.url)
  const relays = [county.startRelay(), county.startRelay()]
  const matters = Array.from({ length: 30 }, newId)
  for (let version = 1; version <= 4; version++)
    await Promise.all(matters.map((matterId) => county.happens({ matterId, version })))
  county.context.wake.notify('outbox')
  await hub.came(120)
  await Promise.all(relays.map((relay) => relay.stop()))
  expect(new Set(hub.received.map(({ id }) => id)).size).toBe(hub.received.length)
  for (const matterId of matters) {
    const versions = hub.accepted.filter(({ event }) => event.subject === matterId)
    expect(versions.map(({ event }) => Number(event.sequence))).toEqual([1, 2, 3, 4])
  }
})

if (onPostgres) {
  test('an event whose transaction commits late is neither lost nor overtaken in its matter', async () => {
    hub = await openListeningHub()
    await county.subscribe(hub.url)
    const relay = county.startRelay()
    const matterId = newId()
    await database.transaction(async (tx) => {
      await county.happens({ matterId, version: 1 }, tx)
      await county.happens({ matterId, version: 2 })
      await relay.drain()
      expect(hub.received).toHaveLength(0)
    })
    await hub.came(2)
    await relay.stop()
    expect(hub.received.map(({ event }) => Number(event.sequence))).toEqual([1, 2])
  })

  test('when a server is killed while sending, another one sends the event under the same id', async () => {
    hub = await openListeningHub(() => undefined)
    await county.subscribe(hub.url)
    await county.happens({ matterId: newId(), version: 1 })
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(__dirname, 'relayToKill.ts'), String(county.context.countyId)],
      { stdio: 'inherit' },
    )
    await hub.came(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    hub.answer = () => 204
    const successor = county.startRelay({ listening: false })
    await successor.drain()
    expect(hub.received).toHaveLength(1)
    county.clock.now = Date.now() + 31_000
    await successor.drain()
    expect(hub.accepted.map(({ id }) => id)).toEqual([hub.received[0]?.id])
  }, 60_000)
}
