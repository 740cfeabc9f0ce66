import type { LiveEvent } from '@cloud/live/liveFeed'
import { feedEnd, writeCursor } from '@cloud/store/changeFeed'
import { readAnswer } from '../../support/httpClient'
import { aMatterIn } from '../../support/openTestApp'
import { openTestDoor, type TestDoor } from '../doors/openDoor'

let door: TestDoor
const leaving = new AbortController()

beforeAll(async () => {
  door = await openTestDoor()
}, 60_000)
afterAll(async () => {
  leaving.abort()
  await door.close()
})

function openStream(token: string, after = ''): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` }
  return fetch(`${door.url}/api/v1/live${after}`, { headers, signal: leaving.signal })
}

/** Whether the server ended the stream before the time was over. */
async function endsWithin(stream: Response, ms: number): Promise<boolean> {
  const reader = stream.body?.getReader()
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<'over'>((resolve) => (timer = setTimeout(resolve, ms, 'over')))
  for (;;) {
    const next = await Promise.race([reader?.read(), over])
    if (next === 'over' || next?.done !== false) {
      clearTimeout(timer)
      return next !== 'over'
    }
  }
}

test('one person has five streams at the most, and a sixth once one has ended', async () => {
  const token = await door.signIn(door.cast.hubOperatorOfXijiang)
  const other = await door.signIn(door.cast.hubHeadOfXijiang)
  const one = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  await fetch(`${door.url}/api/v1/live`, { headers, signal: one.signal })
  for (let stream = 2; stream <= 5; stream++) expect((await openStream(token)).status).toBe(200)
  const sixth = await readAnswer(await openStream(token))
  expect(sixth.body).toMatchObject({ code: 'request.too-many', status: 429 })
  expect((await openStream(other)).status).toBe(200)
  one.abort()
  let status = 0
  for (let turn = 0; turn < 50 && status !== 200; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    status = (await openStream(token)).status
  }
  expect(status).toBe(200)
})

test('a stream ends when its session has, or when the person holds other posts', async () => {
  const { sessions, database, now } = door.app.context
  const { gridWorkerLi, informationOfficerTang, residentChen } = door.cast
  const stays = await door.signIn(residentChen)
  const leaves = await door.signIn(informationOfficerTang)
  const moves = await door.signIn(gridWorkerLi)
  const streams = await Promise.all([stays, leaves, moves].map((token) => openStream(token)))
  await sessions.end(leaves, now())
  await database.query('update posts set valid_to = now() where person_id = $1', [
    gridWorkerLi.personId,
  ])
  door.moveClock(20_000)
  const ended = await Promise.all(streams.map((stream) => endsWithin(stream, 17_000)))
  expect(ended).toEqual([false, true, true])
}, 40_000)

test('a console that leaves while it is told what it missed is told no more of it', async () => {
  const { live } = door.app
  for (let matter = 0; matter < 3; matter++) await aMatterIn('reported', door)
  // The feed itself has read them: what is sent from here on is what this console has missed.
  await new Promise((resolve) => setTimeout(resolve, 600))
  const gone = new AbortController()
  const seen: LiveEvent[] = []
  const send = (event: LiveEvent) => {
    seen.push(event)
    gone.abort()
  }
  const actor = door.cast.hubOperatorOfXijiang
  const leave = await live.join({ actor, send, gone: gone.signal }, { tx: '0', seq: 0 })
  await aMatterIn('reported', door)
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(seen).toHaveLength(1)
  leave()
})

test('a console that missed more than twenty thousand changes is told to read its lists anew', async () => {
  const { database, countyId } = door.app.context
  const token = await door.signIn(door.cast.countyAdmin)
  const before = writeCursor(await feedEnd(database))
  await database.query(
    `insert into matter_history (county_id, matter_id, version, command_id, input_hash, action, at, events)
     select $1, gen_random_uuid(), 1, gen_random_uuid(), '', 'report', now(), '[]'
     from generate_series(1, 20000)`,
    [countyId],
  )
  expect((await openStream(token, `?after=${before}`)).status).toBe(200)
  await aMatterIn('reported', door)
  const answer = await readAnswer(await openStream(token, `?after=${before}`))
  expect(answer.body).toMatchObject({ code: 'hub.cursor-invalid', status: 422 })
})
