import { feedEnd, readChanges, type FeedCursor } from '@cloud/store/changeFeed'
import { aMatterIn, newId, openTestApp, type TestApp } from '../../support/openTestApp'

let county: TestApp
let matterId: string
beforeAll(async () => {
  county = await openTestApp()
  matterId = await aMatterIn('reported', county)
}, 60_000)
afterAll(() => county.close())

const ROUNDS = 25
const WRITERS = 6
const PAGE = 2

/** Numbers that look like chance and are the same in every run. */
function diceOf(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * sides)
  }
}

/** A writer that has written its row and does not commit before it is told to. */
async function openWriter(name: string, version: number) {
  const { database } = county.app.context
  let commit = () => {}
  const told = new Promise<void>((resolve) => (commit = resolve))
  let wrote = () => {}
  const written = new Promise<void>((resolve) => (wrote = resolve))
  const done = database.transaction(async (tx) => {
    await tx.query(
      `insert into matter_history
         (county_id, matter_id, version, command_id, input_hash, action, at, events)
       select county_id, matter_id, $3, $4, input_hash, $5, at, events
       from matter_history where county_id = $1 and matter_id = $2 and version = 1`,
      [county.app.context.countyId, matterId, version, newId(), name],
    )
    wrote()
    await told
  })
  await written
  return { name, commit: () => (commit(), done) }
}

/** A reader that goes on from its cursor and never looks back. */
function openReader(start: FeedCursor) {
  const { database, countyId } = county.app.context
  const seen: string[] = []
  let cursor = start
  const read = async () => {
    for (;;) {
      const changes = await readChanges(database, countyId, cursor, PAGE)
      seen.push(...changes.map(({ action }) => action))
      cursor = changes.at(-1)?.cursor ?? cursor
      if (changes.length < PAGE) return
    }
  }
  return { read, seen }
}

test('whoever writes first and commits last is waited for: the feed skips nobody, whatever the order', async () => {
  const roll = diceOf(20_261_123)
  const reader = openReader(await feedEnd(county.app.context.database))
  const expected: string[] = []
  let version = 1
  for (let round = 0; round < ROUNDS; round++) {
    const open: Awaited<ReturnType<typeof openWriter>>[] = []
    for (let left = WRITERS; left > 0 || open.length > 0;) {
      const opens = left > 0 && (open.length === 0 || roll(2) === 0)
      if (opens) {
        const name = `round ${round} writer ${left--}`
        expected.push(name)
        open.push(await openWriter(name, ++version))
      } else await open.splice(roll(open.length), 1)[0]?.commit()
      await reader.read()
    }
  }
  await reader.read()
  expect(reader.seen).toHaveLength(ROUNDS * WRITERS)
  expect([...reader.seen].sort()).toEqual([...expected].sort())
})
