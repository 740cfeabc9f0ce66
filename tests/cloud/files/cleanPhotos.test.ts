import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { FileId, MatterId } from '@domain/shared/ids'
import type { Context } from '@cloud/context'
import { CLEAN_ATTEMPTS_MAX, cleanNextPhoto, LEASE_MS, POSTPONE_MS } from '@cloud/files/cleanPhotos'
import { startPhotoCleaner } from '@cloud/files/startPhotoCleaner'
import { claimFile, photoStates } from '@cloud/store/fileStore'
import { findMatter, listHistory } from '@cloud/store/matterStore'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import {
  cleanAll,
  fileWorld,
  newFileId,
  photoOf,
  reportWith,
  sendPiece,
  type FileWorld,
} from './fileWorld'
import { memoryBlobs } from './memoryBlobs'
import { noisyPicture, plainPicture } from './pictures'

let county: TestDatabase
let world: FileWorld
let context: Context

beforeAll(async () => {
  county = await openTestDatabase()
}, 60_000)
beforeEach(() => {
  world = fileWorld(county.database, memoryBlobs())
  context = world.context
})
// What one test leaves behind must not be cleaned with the blobs of the next.
afterEach(() => county.database.query('delete from files'))
afterAll(() => county.close())

async function sendPicture(fileId: FileId): Promise<void> {
  await sendPiece(context, fileId, await plainPicture().jpeg().toBuffer())
}

async function historyOf(matterId: MatterId): Promise<{ action: string; events: MatterEvent[] }[]> {
  const rows = await listHistory(county.database, context.countyId, matterId)
  return rows.slice(1).map(({ action, events }) => ({ action, events: [...events] }))
}

async function photosOf(matterId: MatterId): Promise<Matter['photos'] | undefined> {
  return (await findMatter(county.database, context.countyId, matterId))?.photos
}

describe('what a matter is told of its photos', () => {
  test('a photo that comes after its report is told to each matter that names it', async () => {
    const fileId = newFileId()
    const matters = [await reportWith(context, [fileId]), await reportWith(context, [fileId])]
    await sendPicture(fileId)
    await cleanAll(context)
    for (const matterId of matters) {
      const event = { type: 'PhotoArrived', fileId }
      expect(await historyOf(matterId)).toEqual([{ action: 'photo', events: [event] }])
      expect(await photosOf(matterId)).toMatchObject([{ fileId, state: 'arrived' }])
    }
  })

  test('a file that turns out to be no photo is told as well, so that it can be taken again', async () => {
    const fileId = newFileId()
    const matterId = await reportWith(context, [fileId])
    await sendPiece(context, fileId, Buffer.from('不是照片'))
    await cleanAll(context)
    const event = { type: 'PhotoRefused', fileId, code: 'file.not-a-photo' }
    expect(await historyOf(matterId)).toEqual([{ action: 'photo', events: [event] }])
    expect(await photosOf(matterId)).toMatchObject([{ fileId, state: 'refused' }])
  })

  test('a matter reported after its photo was cleaned shows it from the beginning', async () => {
    const fileId = newFileId()
    await sendPicture(fileId)
    await cleanAll(context)
    const matterId = await reportWith(context, [fileId])
    await cleanAll(context)
    expect(await historyOf(matterId)).toEqual([])
    const states = await photoStates(county.database, context.countyId, [fileId, newFileId()])
    expect([...states.keys()]).toEqual([fileId])
    expect(states.get(fileId)?.state).toBe('ready')
  })

  test('whoever watches the matter is woken when its photo has come', async () => {
    const fileId = newFileId()
    await reportWith(context, [fileId])
    await sendPicture(fileId)
    let woken = 0
    context.wake.listen('changes', () => void woken++)
    await cleanAll(context)
    expect(woken).toBe(1)
  })
})

describe('photos when things go wrong', () => {
  const claim = (now: number) =>
    claimFile(county.database, context.countyId, { now, until: now + LEASE_MS })

  test('a cleaner that was killed is taken over when its lease has ended', async () => {
    const fileId = newFileId()
    await sendPicture(fileId)
    expect(await claim(context.now())).toMatchObject({ fileId, attempts: 1 })
    expect(await cleanNextPhoto(context)).toBe(false)
    world.clock.now += LEASE_MS
    await cleanAll(context)
    expect((await photoOf(context, fileId)).state).toBe('ready')
  })

  test('a photo that brings the server down again and again is refused in the end', async () => {
    const fileId = newFileId()
    await sendPicture(fileId)
    for (let attempt = 0; attempt < CLEAN_ATTEMPTS_MAX; attempt++) {
      await claim(context.now())
      world.clock.now += LEASE_MS
    }
    await cleanAll(context)
    expect((await photoOf(context, fileId)).state).toBe('refused')
  })

  test('a store that is away for hours costs no photo', async () => {
    const fileId = newFileId()
    await sendPicture(fileId)
    const away = { ...context.blobs, get: () => Promise.reject(new Error('store is away')) }
    for (let attempt = 0; attempt < 20; attempt++) {
      await expect(cleanNextPhoto({ ...context, blobs: away })).rejects.toThrow('store is away')
      expect(await cleanNextPhoto(context)).toBe(false)
      world.clock.now += POSTPONE_MS
    }
    await cleanAll(context)
    expect((await photoOf(context, fileId)).state).toBe('ready')
  })

  test('one photo that cannot be read now does not hold up the others', async () => {
    const [stuck, other] = [newFileId(), newFileId()]
    await sendPiece(context, stuck, await noisyPicture(50, 50))
    world.clock.now += 1
    await sendPicture(other)
    const get = (key: string) =>
      key.includes(stuck) ? Promise.reject(new Error('bad disk')) : context.blobs.get(key)
    const flawed = { ...context, blobs: { ...context.blobs, get } }
    await expect(cleanNextPhoto(flawed)).rejects.toThrow('bad disk')
    await cleanAll(flawed)
    expect((await photoOf(context, other)).state).toBe('ready')
  })
})

describe('the cleaner in the background', () => {
  test('photos become visible by themselves, and stopping finishes the one in hand', async () => {
    const fileIds = Array.from({ length: 5 }, newFileId)
    const cleaner = startPhotoCleaner(context)
    const readyOnes = async () =>
      [...(await photoStates(county.database, context.countyId, fileIds)).values()].filter(
        ({ state }) => state === 'ready',
      ).length
    for (const fileId of fileIds) await sendPicture(fileId)
    while ((await readyOnes()) < fileIds.length) await new Promise(setImmediate)
    await cleaner.stop()
    const late = newFileId()
    await sendPicture(late)
    expect((await photoOf(context, late)).state).toBe('received')
  })

  test('the cleaner stops at once while it waits for a store that is away', async () => {
    await sendPicture(newFileId())
    const failed = new Promise<void>((resolve) => {
      context.log.error = () => resolve()
    })
    const get = () => Promise.reject(new Error('store is away'))
    const cleaner = startPhotoCleaner({ ...context, blobs: { ...context.blobs, get } })
    await failed
    await cleaner.stop()
  })
})
