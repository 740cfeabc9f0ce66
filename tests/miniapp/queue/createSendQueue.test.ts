import { createHash } from 'node:crypto'
import type { Answer } from '@miniapp/api/answer'
import type { ProblemCode } from '@contract/problems'
import { problem } from '@contract/problems'
import { createSendQueue, QueueFull, type NewItem } from '@miniapp/queue/createSendQueue'
import { itemState } from '@miniapp/queue/queueItem'
import type { QueuePorts } from '@miniapp/queue/queuePorts'
import { queueRules } from '@miniapp/queue/queueRules'
import { createFakeTownship } from '../support/fakeTownship'
import { createMemoryPhone } from '../support/memoryPhone'

function start(changes: Partial<QueuePorts> = {}, phone = createMemoryPhone()) {
  const township = createFakeTownship()
  const clock = { now: 1_000_000 }
  const wakes: number[] = []
  const ports: QueuePorts = {
    store: phone.records,
    photos: phone.photos,
    callNamed: async (name, body) => township.callNamed(name, body),
    sendChunk: async (heading, chunk) => township.sendChunk(heading, chunk),
    chunkBytes: 256 * 1024,
    personId: () => 'officer',
    now: () => clock.now,
    dice: () => 1,
    fault: (cause) => {
      throw cause
    },
    wakeIn: (delayMs) => void wakes.push(delayMs),
    ...changes,
  }
  const queue = createSendQueue(ports)
  const states = () => queue.read().items.map((item) => itemState(item, new Set()))
  return { queue, phone, township, clock, wakes, states }
}

function report(n: number, photoBytes?: number, phone = createMemoryPhone()): NewItem {
  const itemId = `01890000-0000-7000-8000-00000000000${n}`
  const fileId = `01890000-0000-7000-8000-0000000000f${n}`
  const contents = Uint8Array.from({ length: photoBytes ?? 0 }, (_, index) => index % 256)
  if (photoBytes) phone.album.set(fileId, contents)
  const sha256 = createHash('sha256').update(contents).digest('hex')
  return {
    itemId,
    operation: 'reportMatter',
    matterId: `matter-${n}`,
    body: { commandId: itemId, matterId: `matter-${n}`, fileIds: photoBytes ? [fileId] : [] },
    photos: photoBytes
      ? [{ fileId, bytes: photoBytes, sha256, sentBytes: 0, hashFailures: 0, state: 'waiting' }]
      : [],
    label: { title: '路灯不亮' },
  }
}

const refusing =
  (code: ProblemCode, details?: Record<string, unknown>) => async (): Promise<Answer> => ({
    kind: 'refused',
    problem: problem(code, details),
  })

test('a page of somebody’s Wi-Fi that answers everything with 200 has taken in nothing', async () => {
  const portal = { answers: true }
  const township = createFakeTownship()
  const { queue, states } = start({
    callNamed: async (name, body) =>
      portal.answers ? { kind: 'done', value: {} } : township.callNamed(name, body),
  })
  queue.submit([report(1)])
  await queue.drain()
  expect(states()).toEqual(['waiting'])
  portal.answers = false
  await queue.drain({ hurry: true })
  expect(states()).toEqual(['sent'])
  expect(township.commands.size).toBe(1)
})

test('a phone from a time without a limit brings its two thousand in, and reads its disk once a drain', async () => {
  const phone = createMemoryPhone()
  const items = Array.from({ length: 2_000 }, (_, n) => ({
    ...report(1),
    schemaVersion: 1,
    itemId: `item-${n}`,
    matterId: `matter-${n}`,
    body: { commandId: `item-${n}`, matterId: `matter-${n}` },
    order: n,
    step: 'command',
    asked: false,
    attempts: 0,
    notBefore: 0,
    createdAt: 1,
  }))
  for (const item of items) phone.records.write(`queue/${item.itemId}`, item)
  let reads = 0
  const store = {
    ...phone.records,
    read: (key: string) => {
      reads++
      return phone.records.read(key)
    },
  }
  const { queue, states, township } = start({ store }, phone)
  expect(() => queue.submit([report(2)])).toThrow(QueueFull)
  await queue.drain()
  expect(township.commands.size).toBe(2_000)
  expect(reads).toBeLessThanOrEqual(2 * 2_000)
  expect(states()).toEqual(Array.from({ length: queueRules.sentKept }, () => 'sent'))
})

test('a photo that cannot be read just now waits, and holds up no other', async () => {
  const phone = createMemoryPhone()
  const broken = { fileId: '01890000-0000-7000-8000-0000000000f1' as string | undefined }
  const { photos } = phone
  const faults: unknown[] = []
  const { queue, states, township } = start(
    {
      fault: (cause) => void faults.push(cause),
      photos: {
        ...photos,
        read: async (fileId, offset, length) => {
          if (fileId === broken.fileId) throw new Error('readFile:fail')
          return photos.read(fileId, offset, length)
        },
      },
    },
    phone,
  )
  queue.submit([report(1, 5_000, phone), report(2, 5_000, phone)])
  await queue.drain()
  expect(states()).toEqual(['waiting', 'sent'])
  expect(faults).toHaveLength(1)
  broken.fileId = undefined
  await queue.drain({ hurry: true })
  expect(states()).toEqual(['sent', 'sent'])
  expect(
    [...township.files.values()].every(({ contents, bytes }) => contents.length === bytes),
  ).toBe(true)
})

test('a refusal that the person can mend waits for the person and keeps its reason', async () => {
  const { queue, states } = start({ callNamed: refusing('matter.place-outside-county') })
  queue.submit([report(1)])
  await queue.drain()
  expect(states()).toEqual(['needs-you'])
  expect(queue.read().items[0]?.trouble).toMatchObject({
    problem: { code: 'matter.place-outside-county' },
  })
})

test('a busy server is asked again later and later, and nobody is troubled', async () => {
  const { queue, states, wakes, clock } = start({ callNamed: refusing('server.busy') })
  queue.submit([report(1)])
  for (let turn = 0; turn < 4; turn++) {
    await queue.drain()
    clock.now += queueRules.retryMaxMs
  }
  expect(states()).toEqual(['waiting'])
  expect(wakes).toEqual([...wakes].sort((a, b) => a - b))
  expect(wakes.length).toBeGreaterThan(2)
})

test('a clock that was a day ahead and was set right keeps nothing waiting for that day', async () => {
  let reachable = false
  const township = createFakeTownship()
  const { queue, clock } = start({
    callNamed: async (name, body) =>
      reachable ? township.callNamed(name, body) : { kind: 'unknown' },
  })
  clock.now += 24 * 60 * 60 * 1000
  queue.submit([report(1)])
  await queue.drain()
  clock.now -= 24 * 60 * 60 * 1000
  reachable = true
  await queue.drain()
  expect(township.commands.size).toBe(1)
})

test('a report that always fails does not keep the next one from leaving', async () => {
  const township = createFakeTownship()
  const { queue, clock } = start({
    callNamed: async (name, body) =>
      (body as { matterId: string }).matterId === 'matter-1'
        ? { kind: 'unknown' }
        : township.callNamed(name, body),
  })
  queue.submit([report(1), report(2)])
  for (let turn = 0; turn < 3; turn++) {
    await queue.drain()
    clock.now += queueRules.retryMaxMs
  }
  expect([...township.matters.keys()]).toEqual(['matter-2'])
})

test('when the session has ended everything waits for its person, and goes when they are back', async () => {
  const phone = createMemoryPhone()
  const first = start({ callNamed: async () => ({ kind: 'signed-out' }) }, phone)
  first.queue.submit([report(1)])
  await first.queue.drain()
  expect(first.states()).toEqual(['waiting'])

  const stranger = start({ personId: () => 'somebody else' }, phone)
  await stranger.queue.drain({ hurry: true })
  expect(stranger.township.commands.size).toBe(0)

  const back = start({}, phone)
  await back.queue.drain({ hurry: true })
  expect(back.township.commands.size).toBe(1)
  expect(back.states()).toEqual(['sent'])
})

test('a photo of which the server has more than the phone thought goes on from there', async () => {
  const phone = createMemoryPhone()
  const { queue, township, states } = start({}, phone)
  const item = report(1, 600_000, phone)
  const photo = item.photos[0]
  if (!photo) throw new Error('no photo')
  const { fileId, bytes, sha256 } = photo
  township.files.set(fileId, {
    bytes,
    sha256,
    contents: Buffer.from(phone.album.get(fileId)?.subarray(0, 500_000) ?? []),
  })
  queue.submit([{ ...item, photos: [{ ...photo, sentBytes: 550_000 }] }])
  await queue.drain()
  expect(states()).toEqual(['sent'])
  expect(phone.album.size).toBe(0)
})

test('a server that contradicts itself about a photo is asked a few times and then later', async () => {
  const phone = createMemoryPhone()
  let asked = 0
  const { queue, states } = start(
    { sendChunk: () => refusing('file.wrong-offset', { receivedBytes: ++asked % 7 })() },
    phone,
  )
  queue.submit([report(1, 1000, phone)])
  await queue.drain()
  expect(asked).toBeLessThan(20)
  expect(states()).toEqual(['waiting'])
})

test('a photo that cannot be opened leaves the text where it is and tells its owner', async () => {
  const phone = createMemoryPhone()
  const { queue, township } = start({ sendChunk: refusing('file.not-a-photo') }, phone)
  queue.submit([report(1, 1000, phone)])
  await queue.drain()
  expect(township.commands.size).toBe(1)
  expect(queue.read().items[0]?.trouble).toEqual({ cause: 'photos', lost: 1 })
})

test('a photo that the phone has lost is named and not asked for for ever', async () => {
  const phone = createMemoryPhone()
  const { queue } = start({}, phone)
  const item = report(1, 1000, phone)
  phone.album.clear()
  queue.submit([item])
  await queue.drain()
  expect(queue.read().items[0]?.trouble).toEqual({ cause: 'photos', lost: 1 })
})

test('a report that never left is taken back whole, and one that may have left only by a withdrawal', async () => {
  const { queue, township } = start({ personId: () => undefined })
  queue.submit([report(1)])
  expect(queue.takeBack(report(1).itemId)).toBe('dropped')
  expect(queue.read().items).toEqual([])
  expect(township.commands.size).toBe(0)

  const second = start({ callNamed: async () => ({ kind: 'unknown' }) })
  second.queue.submit([report(2)])
  await second.queue.drain()
  expect(second.queue.takeBack(report(2).itemId)).toBe('withdraw-needed')
  expect(second.queue.read().items).toHaveLength(1)
})

test('a full phone says so before it writes anything', () => {
  const { queue } = start({ personId: () => undefined })
  const many = Array.from({ length: queueRules.itemsMax }, (_, n) => ({
    ...report(1),
    itemId: `item-${n}`,
    matterId: `m-${n}`,
  }))
  queue.submit(many)
  expect(() => queue.submit([report(2)])).toThrow(QueueFull)
  expect(queue.read().items).toHaveLength(queueRules.itemsMax)
})

test('no more than two photos are on their way at once, and never two drains', async () => {
  const phone = createMemoryPhone()
  const township = createFakeTownship()
  let now = 0
  let most = 0
  const { queue } = start(
    {
      callNamed: async (name, body) => township.callNamed(name, body),
      sendChunk: async (heading, chunk) => {
        most = Math.max(most, ++now)
        await Promise.resolve()
        now -= 1
        return township.sendChunk(heading, chunk)
      },
    },
    phone,
  )
  queue.submit([report(1, 900_000, phone), report(2, 900_000, phone), report(3, 900_000, phone)])
  await Promise.all([queue.drain(), queue.drain(), queue.drain({ hurry: true })])
  expect(most).toBe(2)
  expect(township.broken).toEqual([])
  expect(
    [...township.files.values()].every(({ contents, bytes }) => contents.length === bytes),
  ).toBe(true)
})
