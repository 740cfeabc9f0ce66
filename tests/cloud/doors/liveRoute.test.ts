import { openLiveStream } from '../../journeys/liveStream'
import { ask, readAnswer } from '../../support/httpClient'
import { aReport } from '../../support/openTestApp'
import { openTestDoor, type TestDoor } from './openDoor'

let door: TestDoor
let hub: string
let officer: string

beforeAll(async () => {
  door = await openTestDoor()
  hub = await door.signIn(door.cast.hubOperatorOfXijiang)
  officer = await door.signIn(door.cast.informationOfficerTang)
}, 60_000)
afterAll(() => door.close())

async function report(): Promise<string> {
  const { matterId } = (await ask(door.url, 'reportMatter', aReport() as never, officer)).matter
  return matterId
}

const matterIds = (changes: readonly { matter: { matterId: string } }[]) =>
  changes.map(({ matter }) => matter.matterId)

const FROM_THE_BEGINNING = '0.0'

type Query = (sql: string, values?: readonly unknown[]) => Promise<unknown[]>

/** Puts something before the queries of the database, until it is undone. */
function beforeQueries(meet: (sql: string) => Promise<void> | undefined): () => void {
  const database = door.app.context.database as { query: Query }
  const { query } = database
  database.query = async (sql, values) => {
    await meet(sql)
    return query(sql, values)
  }
  return () => void (database.query = query)
}

function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

const readsChanges = (sql: string) => sql.includes('from matter_history h join matters')
const asksForEnd = (sql: string) => /^select pg_snapshot_xmin\S* as tx$/.test(sql)

test('a console that comes back while another is still reading what it missed takes nothing from it', async () => {
  const { cursor } = await ask(door.url, 'listChanges', {}, hub)
  const missed = await report()
  const [reading, mayRead, mayEnd] = [gate(), gate(), gate()]
  let readings = 0
  const undo = beforeQueries((sql) => {
    if (readings > 0 && asksForEnd(sql)) return mayEnd.opened
    if (!readsChanges(sql) || readings++ > 0) return undefined
    reading.open()
    return mayRead.opened
  })
  const first = await openLiveStream(door.url, hub, cursor)
  await reading.opened
  const second = await openLiveStream(door.url, hub, cursor)
  mayRead.open()
  await first.until((changes) => matterIds(changes).includes(missed))
  mayEnd.open()
  undo()
  const last = await report()
  for (const console of [first, second]) {
    await console.until((changes) => matterIds(changes).includes(last))
    expect(matterIds(console.changes)).toEqual([missed, last])
    console.leave()
  }
})

test('a console whose past cannot be read is cut off, and not left open and silent', async () => {
  const missed = await report()
  const undo = beforeQueries((sql) =>
    readsChanges(sql) ? Promise.reject(new Error('the database is away')) : undefined,
  )
  // Cut off before it was connected or right after, with or without a last word: over it must be.
  const over = openLiveStream(door.url, hub, FROM_THE_BEGINNING).then(({ ended }) => ended)
  await Promise.allSettled([over])
  undo()
  const again = await openLiveStream(door.url, hub, FROM_THE_BEGINNING)
  await again.until((changes) => matterIds(changes).includes(missed))
  again.leave()
})

test('a stream is for whoever has a session, from a place that exists', async () => {
  const codeAt = async (query: string, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const { status, body } = await readAnswer(
      await fetch(`${door.url}/api/v1/live${query}`, { headers }),
    )
    return `${status} ${(body as { code: string }).code}`
  }
  expect(await codeAt('')).toBe('401 access.not-signed-in')
  expect(await codeAt('', 'invented')).toBe('401 access.session-ended')
  expect(await codeAt('?after=nonsense', hub)).toBe('422 hub.cursor-invalid')
})
