import { ask, insist, newId } from '../support/httpClient'
import { killAllServers, startServer } from '../support/serverProcess'
import { placeInBaozhu } from '../support/testCounty'
import { makeHome, type Home } from './makeHome'

/** The embedded database belongs to one process; PostgreSQL is shared and knows nothing of this. */
let home: Home

beforeEach(async () => void (home = await makeHome('the embedded database')))
afterEach(async () => {
  killAllServers()
  await home.discard()
})

const IN_USE =
  /^数据文件夹 .+ 正由另一个程序（进程 (\d+)）使用。请先停止它，或用 LIANXIN_DATA 指定另一个文件夹。$/m

async function reportFrom(url: string): Promise<string> {
  const { token } = await ask(url, 'signIn', { method: 'demo', user: 'officer' })
  const report = {
    commandId: newId(),
    matterId: newId(),
    kind: '0501',
    place: placeInBaozhu,
    discoveredAt: new Date().toISOString(),
  }
  const { answer } = await insist(() => Promise.resolve(url), 'reportMatter', report, token)
  return answer.matter.number
}

async function numbersAt(url: string): Promise<string[]> {
  const { token } = await ask(url, 'signIn', { method: 'demo', user: 'hubOperator' })
  const { items } = await ask(url, 'listMatters', {}, token)
  return items.map(({ number }) => number)
}

test('a township that starts the server twice is told in a sentence, and the first goes on unharmed', async () => {
  const first = startServer(home)
  const url = await first.ready
  const before = await reportFrom(url)
  const second = startServer(home)
  expect(await second.exited).toEqual({ code: 1, signal: null })
  expect(IN_USE.exec(second.output())?.[1]).toBe(String(first.pid))
  expect(second.output()).not.toMatch(/\n\s+at /)
  const after = await reportFrom(url)
  expect((await numbersAt(url)).sort()).toEqual([before, after].sort())
})

test('a power cut holds up nobody: the next start takes the folder and finds what was reported', async () => {
  const first = startServer(home)
  const number = await reportFrom(await first.ready)
  first.signal('SIGKILL')
  await first.exited
  const second = startServer(home)
  expect(await numbersAt(await second.ready)).toEqual([number])
})

test('a server that was stopped and started again has what was reported before', async () => {
  const first = startServer(home)
  const number = await reportFrom(await first.ready)
  first.signal('SIGTERM')
  expect(await first.exited).toEqual({ code: 0, signal: null })
  const second = startServer(home)
  expect(await numbersAt(await second.ready)).toEqual([number])
})

test('of three servers started at once after a power cut exactly one gets the folder', async () => {
  const first = startServer(home)
  const number = await reportFrom(await first.ready)
  first.signal('SIGKILL')
  await first.exited
  const starts = [1, 2, 3].map(() => startServer(home))
  const outcomes = await Promise.all(
    starts.map(({ ready, exited }) => ready.catch(() => exited.then(({ code }) => code))),
  )
  expect(outcomes.filter((outcome) => outcome === 1)).toHaveLength(2)
  const url = outcomes.find((outcome) => typeof outcome === 'string')
  expect(await numbersAt(url ?? '')).toEqual([number])
})
