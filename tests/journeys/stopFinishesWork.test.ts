import { connect, type Socket } from 'node:net'
import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { ask, newId, noAnswer, send, type HttpAnswer } from '../support/httpClient'
import { killAllServers, startServer, type ServerProcess } from '../support/serverProcess'
import { placeInBaozhu, testCounty } from '../support/testCounty'
import { openLiveStream } from './liveStream'
import { homeUnderTest, makeHome, type Home } from './makeHome'

let home: Home
let server: ServerProcess
let url: string
let officer: string
let hub: string

beforeEach(async () => {
  home = await makeHome(homeUnderTest)
  server = startServer(home)
  url = await server.ready
  officer = await tokenOf('officer')
  hub = await tokenOf('hubOperator')
})
afterEach(async () => {
  killAllServers()
  await home.discard()
})

async function tokenOf(user: 'officer' | 'hubOperator' | 'countyAdmin'): Promise<string> {
  return (await ask(url, 'signIn', { method: 'demo', user })).token
}

type Report = RequestInputOf<Operations['reportMatter']>

function aReport(): Report {
  return {
    commandId: newId(),
    matterId: newId(),
    kind: '0501',
    text: '村口垃圾堆了好几天',
    place: placeInBaozhu,
    discoveredAt: new Date().toISOString(),
  }
}

/** The same data under the next server. */
async function startAgain(): Promise<void> {
  server = startServer(home)
  url = await server.ready
}

async function historyOf(matterId: string): Promise<string[] | undefined> {
  const answer = await send(url, 'getMatter', { matterId }, { token: hub })
  if (answer.status === 404) return undefined
  return (answer.body as { history: { action: string }[] }).history.map(({ action }) => action)
}

const REPORTS = 300

test('a server told to stop answers what it has begun; each report is kept whole, or was never taken', async () => {
  const pullHub = { endpointId: newId(), name: '市平台', areaCode: testCounty.code, url: null }
  const { secret } = await ask(url, 'registerEndpoint', pullHub, await tokenOf('countyAdmin'))
  const reports = Array.from({ length: REPORTS }, aReport)
  let stopped = false
  const answers = await Promise.all(
    reports.map(async (report) => {
      const answer = await send(url, 'reportMatter', report, { token: officer }).catch(noAnswer)
      if (!stopped) server.signal('SIGTERM')
      stopped = true
      return answer
    }),
  )
  expect(await server.exited).toEqual({ code: 0, signal: null })
  expect(answers.map(outcomeOf)).toContain('taken')
  for (const answer of answers)
    expect(['taken', 'server.stopping', 'no answer']).toContain(outcomeOf(answer))

  await startAgain()
  const told = new Set<string>()
  for (let cursor = ''; ;) {
    const page = await ask(url, 'pullEvents', { limit: 100 }, secret)
    for (const event of page.events) told.add(String(event.subject))
    if (page.events.length === 0 || page.cursor === cursor) break
    cursor = (await ask(url, 'acknowledgeEvents', { cursor: page.cursor }, secret)).cursor
  }
  for (const [index, { matterId }] of reports.entries()) {
    const history = await historyOf(matterId)
    const outcome = outcomeOf(answers[index])
    if (outcome === 'taken') expect(history).toEqual(['report'])
    if (outcome === 'server.stopping') expect(history).toBeUndefined()
    expect(told.has(matterId)).toBe(history !== undefined)
  }
})

function outcomeOf(answer: HttpAnswer | undefined): string {
  if (!answer) return 'no answer'
  return answer.status === 200 ? 'taken' : (answer.body as { code: string }).code
}

test('a report that was half on its way when the stop came is still taken', async () => {
  const report = aReport()
  const body = JSON.stringify(report)
  const phone = await openConnection()
  phone.write(requestHead('reportMatter', Buffer.byteLength(body), 'expect: 100-continue'))
  await phone.heard(/100 Continue/)
  phone.write(body.slice(0, 40))
  server.signal('SIGTERM')
  await server.says('正在停止')
  phone.write(body.slice(40))
  expect(await phone.closed).toMatch(/HTTP\/1\.1 200 [\s\S]*connection: close/i)
  expect(await server.exited).toEqual({ code: 0, signal: null })
  await startAgain()
  expect(await historyOf(report.matterId)).toEqual(['report'])
})

test('a request that comes on an open connection while the server stops is told to come again', async () => {
  const phone = await openConnection()
  const next = requestHead('whoAmI', 2) + '{}'
  // The beginning of the next request comes with the first, so that the connection is not idle when the stop comes.
  phone.write(requestHead('whoAmI', 2) + '{}' + next.slice(0, 30))
  await phone.heard(/serverTime/)
  server.signal('SIGTERM')
  await server.says('正在停止')
  phone.write(next.slice(30))
  const words = (await phone.closed).split('serverTime')[1]
  expect(words).toMatch(/HTTP\/1\.1 503 /)
  expect(words).toMatch(/connection: close/i)
  expect(words).toMatch(/content-type: application\/problem\+json/i)
  expect(words).toMatch(/retry-after: \d+/i)
  expect(words).toMatch(/"code":"server.stopping".*"retry":"later"/)
  expect(await server.exited).toEqual({ code: 0, signal: null })
})

test('open consoles are ended in order, and come back to the next server where they were', async () => {
  const console1 = await openLiveStream(url, hub)
  const seen = aReport()
  await ask(url, 'reportMatter', seen, officer)
  await console1.until((changes) => changes.some(({ matter }) => matter.matterId === seen.matterId))
  server.signal('SIGTERM')
  await console1.ended
  expect(await server.exited).toEqual({ code: 0, signal: null })

  await startAgain()
  const missed = aReport()
  await ask(url, 'reportMatter', missed, officer)
  // Several at once, as after every restart: each finds all it has missed and nothing twice.
  const after = console1.changes.at(-1)?.id
  const consoles = await Promise.all(
    Array.from({ length: 4 }, () => openLiveStream(url, hub, after)),
  )
  const last = aReport()
  await ask(url, 'reportMatter', last, officer)
  for (const console of consoles) {
    await console.until((changes) =>
      changes.some(({ matter }) => matter.matterId === last.matterId),
    )
    expect(console.changes.map(({ matter }) => matter.matterId)).toEqual([
      missed.matterId,
      last.matterId,
    ])
    console.leave()
  }
})

test('a connection that says nothing does not keep the server from stopping', async () => {
  const silent = await openConnection()
  server.signal('SIGTERM')
  expect(await server.exited).toEqual({ code: 0, signal: null })
  expect(await silent.closed).toBe('')
})

function requestHead(name: string, bytes: number, more = 'accept: */*'): string {
  const { host } = new URL(url)
  return (
    `POST /api/v1/${name} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
    `authorization: Bearer ${officer}\r\ncontent-length: ${bytes}\r\n${more}\r\n\r\n`
  )
}

async function openConnection() {
  const { hostname, port } = new URL(url)
  const socket: Socket = connect(Number(port), hostname)
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  let text = ''
  const listeners = new Set<() => void>()
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    listeners.forEach((look) => look())
  })
  // A reset is one more way of being closed.
  socket.on('error', () => undefined)
  return {
    write: (words: string) => void socket.write(words),
    closed: new Promise<string>((resolve) => socket.once('close', () => resolve(text))),
    heard: (words: RegExp) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (words.test(text)) resolve()
        }
        listeners.add(look)
        look()
      }),
  }
}
