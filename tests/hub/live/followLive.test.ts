import { followLive, type Change } from '@hub/live/followLive'
import { createApi } from '@hub/wire/createApi'
import { makeFakeBackend, refused } from '../support/fakeBackend'
import { givenMatter } from '../support/givenMatter'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

function follow(after?: string, backend = makeFakeBackend()) {
  const changes: Change[] = []
  const openings: boolean[] = []
  let losses = 0
  const api = createApi({
    fetch: backend.fetch,
    readToken: () => 'token',
    onSessionEnded: () => {},
  })
  const listener = {
    onOpen: (resumed: boolean) => void openings.push(resumed),
    onChange: (change: Change) => void changes.push(change),
    onLost: () => void losses++,
  }
  const follower = followLive(api, listener, after)
  const pass = (ms = 0) => jest.advanceTimersByTimeAsync(ms)
  const asked = () => backend.callsOf('live').map(({ name }) => name)
  return { backend, changes, openings, follower, pass, asked, losses: () => losses }
}

test('the hub takes its place in the stream before it opens it, so nothing slips in between', async () => {
  const { asked, pass, openings, follower } = follow()
  await pass()
  expect(asked()).toEqual(['live?after=c0'])
  expect(openings).toEqual([false])
  follower.stop()
})

test('a dropped stream goes on from the last change, so no report is missed', async () => {
  const { backend, changes, openings, asked, pass, follower, losses } = follow()
  await pass()
  backend.tell('c7', 'report', givenMatter(1))
  await pass()
  backend.streams[0]?.end()
  await pass(1_000)
  backend.tell('c8', 'report', givenMatter(2))
  await pass()

  expect(asked()).toEqual(['live?after=c0', 'live?after=c7'])
  expect(losses()).toBe(1)
  expect(openings).toEqual([false, true])
  expect(changes.map(({ matter }) => matter.number)).toEqual([
    givenMatter(1).number,
    givenMatter(2).number,
  ])
  follower.stop()
})

test('a report cut in two by the line arrives whole', async () => {
  const { backend, changes, pass, follower } = follow('c1')
  await pass()
  const text = `event: change\nid: c2\ndata: ${JSON.stringify({ action: 'report', matter: givenMatter(3) })}\n\n`
  backend.streams[0]?.write(text.slice(0, 80))
  await pass()
  expect(changes).toHaveLength(0)
  backend.streams[0]?.write(text.slice(80))
  await pass()
  expect(changes).toHaveLength(1)
  follower.stop()
})

test('a line that has gone silent is given up, however open it looks', async () => {
  const { asked, pass, follower } = follow('c1')
  await pass()
  await pass(39_000)
  expect(asked()).toHaveLength(1)
  await pass(2_000 + 1_000)
  expect(asked()).toEqual(['live?after=c1', 'live?after=c1'])
  follower.stop()
})

test('a heartbeat keeps a quiet night connected', async () => {
  const { backend, asked, pass, follower, losses } = follow('c1')
  await pass()
  for (let beat = 0; beat < 6; beat++) {
    backend.streams[0]?.write(': alive\n\n')
    await pass(15_000)
  }
  expect(asked()).toHaveLength(1)
  expect(losses()).toBe(0)
  follower.stop()
})

test('a place the server no longer knows is taken anew instead of failing for ever', async () => {
  const backend = makeFakeBackend()
  backend.answers.live = () => refused('hub.cursor-invalid')
  const { asked, openings, pass, follower } = follow('lost', backend)
  await pass()
  delete backend.answers.live
  await pass(1_000)
  expect(asked()).toEqual(['live?after=lost', 'live?after=c0'])
  expect(openings).toEqual([false])
  follower.stop()
})
