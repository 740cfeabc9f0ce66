import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Answer } from '@miniapp/api/answer'
import { problem } from '@contract/problems'
import { createSendQueue, type NewItem, type SendQueue } from '@miniapp/queue/createSendQueue'
import type { QueuePorts } from '@miniapp/queue/queuePorts'
import { createFakeTownship, type FakeTownship } from '../support/fakeTownship'
import { createMemoryPhone, type MemoryPhone } from '../support/memoryPhone'

/** What may happen at each single thing the queue asks of the outside. */
const fates = [
  'well',
  'well',
  'well',
  'lost',
  'answerLost',
  'busy',
  'diesBefore',
  'diesAfter',
] as const
type Fate = (typeof fates)[number]

type World = { phone: MemoryPhone; township: FakeTownship; clock: { now: number } }

/** One life of the app, from its start to its being killed, or to its falling quiet. */
function live({ phone, township, clock }: World, script: Fate[]) {
  let die: () => void = () => undefined
  const death = new Promise<void>((resolve) => (die = resolve))
  let dead = false
  const kill = () => {
    dead = true
    die()
  }
  const nextFate = () => (dead ? 'diesBefore' : (script.shift() ?? 'well'))

  function sync<T>(act: () => T): T {
    const fate = nextFate()
    if (fate === 'diesBefore') kill()
    if (dead) throw new Error('The app is dead')
    const value = act()
    if (fate === 'diesAfter') kill()
    return value
  }

  async function remote(act: () => Answer): Promise<Answer> {
    const fate = nextFate()
    if (fate === 'diesBefore') kill()
    if (dead) return new Promise(() => undefined)
    if (fate === 'lost') return { kind: 'unknown' }
    if (fate === 'busy') return { kind: 'refused', problem: problem('server.busy') }
    const answer = act()
    if (fate === 'diesAfter') kill()
    if (dead) return new Promise(() => undefined)
    return fate === 'answerLost' ? { kind: 'unknown' } : answer
  }

  const ports: QueuePorts = {
    store: {
      keys: () => phone.records.keys(),
      read: (key) => phone.records.read(key),
      write: (key, value) => sync(() => phone.records.write(key, value)),
      remove: (key) => sync(() => phone.records.remove(key)),
      usedBytes: phone.records.usedBytes,
    },
    photos: {
      read: phone.photos.read,
      remove: async (fileId) => sync(() => void phone.photos.remove(fileId)),
    },
    callNamed: (name, body) => remote(() => township.callNamed(name, body)),
    chunkBytes: 256 * 1024,
    sendChunk: (heading, chunk) => remote(() => township.sendChunk(heading, chunk)),
    personId: () => 'person-1',
    now: () => clock.now,
    dice: () => 0.5,
    wakeIn: () => undefined,
    fault: () => undefined,
  }
  return { queue: createSendQueue(ports), death, isDead: () => dead }
}

async function submitAndDrain(
  world: World,
  items: readonly NewItem[],
  script: Fate[],
): Promise<boolean> {
  const { queue, death, isDead } = live(world, script)
  try {
    queue.submit(items)
  } catch {
    return false
  }
  await Promise.race([drainTwice(queue), death])
  world.clock.now += 10 * 60_000
  return !isDead()
}

async function drainTwice(queue: SendQueue) {
  await queue.drain()
  await queue.drain({ hurry: true })
}

function id(n: number): string {
  return `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

function makeItems(
  phone: MemoryPhone,
  reports: readonly { photoBytes: number[]; closing: boolean }[],
): NewItem[] {
  let n = 0
  return reports.flatMap(({ photoBytes, closing }) => {
    const matterId = id(++n)
    const photos = photoBytes.map((bytes) => {
      const fileId = id(++n)
      const contents = Uint8Array.from({ length: bytes }, (_, index) => (index * 7 + n) % 256)
      phone.album.set(fileId, contents)
      const sha256 = createHash('sha256').update(contents).digest('hex')
      return { fileId, bytes, sha256, sentBytes: 0, hashFailures: 0, state: 'waiting' as const }
    })
    const report = newItem(id(++n), 'reportMatter', matterId, photos)
    return closing ? [report, newItem(id(++n), 'actOnMatter', matterId, [])] : [report]
  })
}

function newItem(
  itemId: string,
  operation: NewItem['operation'],
  matterId: string,
  photos: NewItem['photos'],
): NewItem {
  const fileIds = photos.map((photo) => photo.fileId)
  return {
    itemId,
    operation,
    matterId,
    photos,
    body: { commandId: itemId, matterId, fileIds },
    label: { title: '路灯不亮' },
  }
}

const RUNS = 200
const TIMEOUT_MS = 60_000

/** Mostly small, for speed; some of several chunks. */
const photoBytes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 600_000 }) },
)
const reports = fc.array(
  fc.record({
    photoBytes: fc.array(photoBytes, { maxLength: 3 }),
    closing: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
)
const lives = fc.array(fc.array(fc.constantFrom(...fates), { maxLength: 40 }), {
  minLength: 1,
  maxLength: 6,
})

test(
  'whatever order of kills, failures and lost answers, each report reaches the township exactly once',
  async () => {
    await fc.assert(
      fc.asyncProperty(reports, lives, async (wanted, scripts) => {
        const world: World = {
          phone: createMemoryPhone(),
          township: createFakeTownship(),
          clock: { now: 1_000_000 },
        }
        const items = makeItems(world.phone, wanted)
        const taken = items
          .flatMap((item) => item.photos)
          .map(({ fileId }) => [fileId, world.phone.album.get(fileId)] as const)
        // Its draft is kept until the queue has it, so a person or a restart submits the same items again.
        for (const script of scripts) await submitAndDrain(world, items, [...script])
        for (let calm = 0; calm < 3; calm++) await submitAndDrain(world, items, [])

        expect(world.township.broken).toEqual([])
        expect([...world.township.commands.keys()].sort()).toEqual(
          items.map((item) => item.itemId).sort(),
        )
        for (const [fileId, contents] of taken)
          expect(
            world.township.files.get(fileId)?.contents.equals(Buffer.from(contents ?? [])),
          ).toBe(true)
        const { items: left, unreadable } = live(world, []).queue.read()
        expect(unreadable).toEqual([])
        expect(left.map((item) => [item.step, item.trouble])).toEqual(
          items.map(() => ['done', undefined]),
        )
        expect(world.phone.album.size).toBeLessThanOrEqual(taken.length)
      }),
      { numRuns: RUNS },
    )
  },
  TIMEOUT_MS,
)
