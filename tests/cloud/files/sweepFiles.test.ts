import type { FileId } from '@domain/shared/ids'
import { DAY_MS } from '@domain/shared/instant'
import { makeSweep, sweepFiles } from '@cloud/files/sweepFiles'
import { findFile } from '@cloud/store/fileStore'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import { cleanAll, fileWorld, newFileId, NOON, photoOf, reportWith, sendPiece } from './fileWorld'
import { memoryBlobs } from './memoryBlobs'
import { noisyPicture } from './pictures'

let county: TestDatabase
let blobs: ReturnType<typeof memoryBlobs>
let world: ReturnType<typeof fileWorld>

beforeAll(async () => {
  county = await openTestDatabase()
}, 60_000)
beforeEach(async () => {
  await county.database.query('delete from files')
  blobs = memoryBlobs()
  world = fileWorld(county.database, blobs)
})
afterAll(() => county.close())

async function sendAndClean(bytes: Buffer): Promise<FileId> {
  const fileId = newFileId()
  await sendPiece(world.context, fileId, bytes)
  await cleanAll(world.context)
  return fileId
}

const rowOf = (fileId: FileId) => findFile(county.database, world.context.countyId, fileId)

async function sweepAt(days: number): Promise<void> {
  world.clock.now = NOON + days * DAY_MS
  await sweepFiles(world.context)
}

test('a photo that no matter names is taken away after a week, row and bytes', async () => {
  const fileId = await sendAndClean(await noisyPicture(80, 60))
  expect(blobs.keys()).toHaveLength(2)
  await sweepAt(7)
  expect(await rowOf(fileId)).toBeDefined()
  await sweepAt(7.01)
  expect(await rowOf(fileId)).toBeUndefined()
  expect(blobs.keys()).toEqual([])
})

test('a photo that a matter names is kept for ever', async () => {
  const fileId = await sendAndClean(await noisyPicture(81, 60))
  await reportWith(world.context, [fileId])
  await sweepAt(1000)
  expect((await photoOf(world.context, fileId)).photo).toBeDefined()
})

test('the picture stays while another person’s matter shows the same one', async () => {
  const bytes = await noisyPicture(82, 60)
  const unnamed = await sendAndClean(bytes)
  const named = await sendAndClean(bytes)
  await reportWith(world.context, [named])
  await sweepAt(8)
  expect(await rowOf(unnamed)).toBeUndefined()
  const { photo, thumbnail } = await photoOf(world.context, named)
  expect(photo).toBeDefined()
  expect(thumbnail).toBeDefined()
})

test('an upload that stands still for sixty days is given up, and may begin again', async () => {
  const fileId = newFileId()
  const bytes = await noisyPicture(83, 60)
  await sendPiece(world.context, fileId, bytes, [0, 1000])
  await sweepAt(59.9)
  expect(blobs.keys()).toHaveLength(1)
  await sweepAt(60.1)
  expect(await rowOf(fileId)).toBeUndefined()
  expect(blobs.keys()).toEqual([])
  expect(await sendPiece(world.context, fileId, bytes, [1000, 2000])).toMatchObject({
    refused: 'file.wrong-offset',
    details: { receivedBytes: 0 },
  })
})

test('a photo that still waits to be cleaned is not swept away, however long it waits', async () => {
  const fileId = newFileId()
  await sendPiece(world.context, fileId, await noisyPicture(84, 60))
  await sweepAt(100)
  expect(await rowOf(fileId)).toBeDefined()
})

test('a sweep killed before its end begins again and leaves no bytes behind', async () => {
  const fileId = await sendAndClean(await noisyPicture(85, 60))
  const failing = { ...blobs, deleteBelow: () => Promise.reject(new Error('killed')) }
  world.clock.now = NOON + 8 * DAY_MS
  await sweepFiles({ ...world.context, blobs: failing })
  expect(await rowOf(fileId)).toBeDefined()
  await sweepFiles(world.context)
  expect(await rowOf(fileId)).toBeUndefined()
  expect(blobs.keys()).toEqual([])
})

test('a picture that is just being kept for somebody is not taken away from them', async () => {
  const bytes = await noisyPicture(86, 60)
  await sendAndClean(bytes)
  world.clock.now = NOON + 8 * DAY_MS
  const again = newFileId()
  await sendPiece(world.context, again, bytes)
  const overtaken = {
    ...blobs,
    put: async (key: string, picture: Uint8Array) => {
      await blobs.put(key, picture)
      await sweepFiles(world.context)
    },
  }
  await cleanAll({ ...world.context, blobs: overtaken })
  const { photo, thumbnail } = await photoOf(world.context, again)
  expect(photo).toBeDefined()
  expect(thumbnail).toBeDefined()
})

test('while a picture is taken away nobody can begin to keep the same one', async () => {
  const bytes = await noisyPicture(87, 60)
  await sendAndClean(bytes)
  world.clock.now = NOON + 8 * DAY_MS
  const again = newFileId()
  await sendPiece(world.context, again, bytes)
  let cleaning: Promise<void> | undefined
  const slow = {
    ...blobs,
    delete: async (key: string) => {
      cleaning ??= cleanAll(world.context)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await blobs.delete(key)
    },
  }
  await sweepFiles({ ...world.context, blobs: slow })
  await cleaning
  const { photo, thumbnail } = await photoOf(world.context, again)
  expect(photo).toBeDefined()
  expect(thumbnail).toBeDefined()
})

test('a round of the sweep walks through all files in small steps and then rests for a day', async () => {
  const { context, clock } = world
  await county.database.query(
    `insert into files (county_id, file_id, owner_id, bytes, sha256, state, created_at, updated_at)
     select $1, gen_random_uuid(), gen_random_uuid(), 1, '', 'receiving', $2, $2
     from generate_series(1, 450)`,
    [context.countyId, new Date(NOON - 61 * DAY_MS)],
  )
  const sweep = makeSweep(context)
  const left = async () => (await county.database.query('select 1 from files')).length
  const counts: number[] = []
  for (const ms of [0, 1000, 10_000, 10_000, 10_000]) {
    clock.now += ms
    await sweep()
    counts.push(await left())
  }
  expect(counts).toEqual([250, 250, 50, 0, 0])
})
