import { problem } from '@contract/problems'
import type { Answer } from '@miniapp/api/answer'
import type { Held } from '@miniapp/queue/countHeld'
import { createHoldingsTeller, tellingRules } from '@miniapp/queue/holdingsTeller'
import { QUEUE_SCHEMA_VERSION, type QueueItem, type QueuedPhoto } from '@miniapp/queue/queueItem'
import type { UnreadableItem } from '@miniapp/queue/queueRecords'
import { createMemoryPhone } from '../support/memoryPhone'

type Word = Held & { deviceId: string; turn: number }

const MINUTE_MS = 60_000
const done: Answer = { kind: 'done', value: { heardAt: '' } }

function start() {
  const phone = createMemoryPhone()
  const world = {
    now: 1_000_000,
    person: 'officer' as string | undefined,
    items: [] as QueueItem[],
    unreadable: [] as UnreadableItem[],
    answer: done,
    ids: 0,
  }
  const said: Word[] = []
  const wakes: number[] = []
  const faults: unknown[] = []
  const restart = () =>
    createHoldingsTeller({
      store: phone.records,
      read: () => world,
      personId: () => world.person,
      send: async (word) => {
        said.push(word)
        return world.answer
      },
      newId: () => `device-${++world.ids}`,
      now: () => world.now,
      wakeIn: (delayMs) => void wakes.push(delayMs),
      fault: (cause) => void faults.push(cause),
    })
  return { phone, world, said, wakes, faults, restart, tell: restart() }
}

function photo(change: Partial<QueuedPhoto> = {}): QueuedPhoto {
  const whole = { bytes: 1000, sha256: 'a', sentBytes: 0, hashFailures: 0 }
  return { fileId: 'f', ...whole, state: 'waiting', ...change }
}

function item(change: Partial<QueueItem> = {}): QueueItem {
  return {
    schemaVersion: QUEUE_SCHEMA_VERSION,
    itemId: 'i',
    order: 1,
    operation: 'reportMatter',
    matterId: 'm',
    body: { text: '桥头塌了一块' },
    photos: [],
    step: 'command',
    asked: false,
    attempts: 0,
    notBefore: 0,
    createdAt: 400_000,
    label: { title: '道路破损', text: '桥头塌了一块', place: '宝珠村' },
    ...change,
  }
}

test('what is told is counted by kind, with its reasons as codes, and says nothing of what was written', async () => {
  const { world, said, tell } = start()
  const film = photo({ medium: 'video', bytes: 4000, sentBytes: 1500 })
  const refused = { cause: 'refused', problem: problem('matter.place-outside-county') } as const
  world.items = [
    item({ photos: [photo(), photo({ medium: 'voice' })] }),
    item({ operation: 'actOnMatter', createdAt: 900_000 }),
    item({ step: 'photos', photos: [film, photo({ state: 'sent' })] }),
    item({ trouble: refused, photos: [photo()] }),
    item({ step: 'photos', trouble: { cause: 'photos', lost: 1 } }),
    item({ owner: 'somebody else' }),
    item({ step: 'done' }),
  ]
  world.unreadable = [{ key: 'queue/x', reason: 'not-a-record', raw: '桥头' }]
  await tell()
  expect(said).toEqual([
    {
      deviceId: 'device-1',
      turn: 1,
      reports: 2,
      actions: 1,
      photos: 1,
      voices: 1,
      films: 1,
      bytes: 4500,
      needsYou: [
        { code: 'matter.place-outside-county', count: 1 },
        { code: 'queue.photos-lost', count: 1 },
        { code: 'queue.unreadable', count: 1 },
      ],
      oldestWaitsMs: 600_000,
    },
  ])
  expect(JSON.stringify(said)).not.toMatch(/桥头|宝珠/)
})

test('a phone that leaves nothing behind says nothing, mints nothing and writes nothing', async () => {
  const { phone, said, tell } = start()
  await tell()
  expect([said, [...phone.disk]]).toEqual([[], []])
})

test('no oftener than once a minute, through restarts too; the same again only after half an hour', async () => {
  const { world, said, wakes, restart } = start()
  world.items = [item()]
  await restart()()
  world.items = [item(), item()]
  world.now += MINUTE_MS - 1
  await restart()()
  expect([said.length, wakes]).toEqual([1, [1]])
  world.now += 1
  await restart()()
  expect(said.map(({ turn, reports, deviceId }) => [turn, reports, deviceId])).toEqual([
    [1, 1, 'device-1'],
    [2, 2, 'device-1'],
  ])
  world.now += tellingRules.sameAgainMs - 1
  await restart()()
  expect(said).toHaveLength(2)
  world.now += 1
  await restart()()
  expect(said).toHaveLength(3)
})

test('that it is empty is told once, and until then again each minute while no answer comes', async () => {
  const { world, said, wakes, tell } = start()
  world.items = [item()]
  await tell()
  world.items = []
  world.now += MINUTE_MS
  const portal: Answer = { kind: 'done', value: '<html>' }
  const busy: Answer = { kind: 'refused', problem: problem('server.busy') }
  for (const answer of [{ kind: 'unknown' } as const, portal, busy]) {
    world.answer = answer
    await tell()
    world.now += MINUTE_MS
  }
  expect(wakes).toEqual([MINUTE_MS, MINUTE_MS, MINUTE_MS])
  world.answer = done
  await tell()
  world.now += tellingRules.sameAgainMs
  await tell()
  expect(said.map(({ reports }) => reports)).toEqual([1, 0, 0, 0, 0])
})

test('what changed while a word was on its way is told after it', async () => {
  const { world, said, wakes, tell } = start()
  world.items = [item()]
  const first = tell()
  world.items = []
  await Promise.all([first, tell()])
  expect([said.length, wakes]).toEqual([1, [MINUTE_MS]])
  world.now += MINUTE_MS
  await tell()
  expect(said.map(({ reports }) => reports)).toEqual([1, 0])
})

test('two people on one phone are told under ids of their own, each about what is theirs', async () => {
  const { world, said, tell } = start()
  world.items = [item({ owner: 'officer' })]
  await tell()
  world.person = 'neighbour'
  await tell()
  expect(said).toHaveLength(1)
  world.items = [item({ owner: 'officer' }), item({ owner: 'neighbour' })]
  await tell()
  world.person = 'officer'
  world.items = []
  world.now += MINUTE_MS
  await tell()
  expect(said.map(({ deviceId, reports }) => [deviceId, reports])).toEqual([
    ['device-1', 1],
    ['device-2', 1],
    ['device-1', 0],
  ])
  world.person = undefined
  world.items = [item()]
  await tell()
  expect(said).toHaveLength(3)
})

test('a clock that was set back does not silence it, and a full disk is no trouble of anybody else', async () => {
  const { phone, world, said, faults, tell } = start()
  world.items = [item()]
  await tell()
  world.items = [item(), item()]
  world.now -= 24 * 60 * MINUTE_MS
  await tell()
  expect(said).toHaveLength(2)
  phone.disk.set = () => {
    throw new Error('full')
  }
  world.now += MINUTE_MS
  world.items = [item(), item(), item()]
  await tell()
  expect([said.length, faults.length]).toEqual([2, 1])
})
