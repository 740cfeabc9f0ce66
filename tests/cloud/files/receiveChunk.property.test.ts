import fc from 'fast-check'
import { isRefusal } from '@domain/shared/refusal'
import type { Context } from '@cloud/context'
import type { BlobStore } from '@cloud/files/blobStore'
import type { Database, Queryable } from '@cloud/store/database'
import { openTestDatabase, type TestDatabase } from '../../support/openDatabase'
import {
  cleanAll,
  fileWorld,
  newFileId,
  photoOf,
  reportWith,
  sendInPieces,
  sendPiece,
} from './fileWorld'
import { memoryBlobs } from './memoryBlobs'
import { plainPicture, sha256Of } from './pictures'

let county: TestDatabase
let bytes: Buffer
let expected: string

beforeAll(async () => {
  county = await openTestDatabase()
  bytes = await plainPicture().jpeg().toBuffer()
  const { context } = fileWorld(county.database, memoryBlobs())
  const fileId = newFileId()
  await sendPiece(context, fileId, bytes)
  await cleanAll(context)
  expected = sha256Of((await photoOf(context, fileId)).photo ?? Buffer.alloc(0))
}, 60_000)
afterAll(() => county.close())

const piece = () =>
  fc
    .tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: bytes.length }))
    .map(([from, length]) => [from, Math.min(from + length, bytes.length)] as const)

test('however a photo is cut, shuffled and repeated on its way, the same photo arrives', async () => {
  const sends = fc.array(fc.oneof(piece(), fc.constant('next' as const)), { maxLength: 12 })
  const sizes = fc.integer({ min: 50, max: bytes.length })
  await fc.assert(
    fc.asyncProperty(sends, sizes, fc.boolean(), async (list, size, together) => {
      const blobs = memoryBlobs()
      const { context } = fileWorld(county.database, blobs)
      const fileId = newFileId()
      let from = 0
      const sendOne = async (each: 'next' | readonly [number, number]) => {
        const range = each === 'next' ? ([from, from + size] as const) : each
        const answer = await sendPiece(context, fileId, bytes, range)
        if (isRefusal(answer)) expect(answer.refused).toBe('file.wrong-offset')
        else from = Math.min(answer.receivedBytes, bytes.length - 1)
      }
      if (together) await Promise.all(list.map(sendOne))
      else for (const each of list) await sendOne(each)
      expect(await sendInPieces(context, fileId, bytes, size)).toMatchObject({ state: 'received' })
      await cleanAll(context)
      const { photo } = await photoOf(context, fileId)
      expect(sha256Of(photo ?? Buffer.alloc(0))).toBe(expected)
      expect(blobs.keys().filter((key) => key.startsWith('incoming/'))).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Lets so many steps happen and then no more, as a killed process does. */
function dyingAfter(steps: number, context: Context): Context {
  let left = steps
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left-- <= 0) throw new Error('killed')
    return work()
  }
  const queryable = (db: Queryable): Queryable => ({
    query: (sql, values) => step(() => db.query(sql, values)),
  })
  const blobs: BlobStore = {
    put: (key, data) => step(() => context.blobs.put(key, data)),
    get: (key) => step(() => context.blobs.get(key)),
    delete: (key) => step(() => context.blobs.delete(key)),
    deleteBelow: (folder) => step(() => context.blobs.deleteBelow(folder)),
  }
  const { transaction } = context.database
  const dying: Database = {
    ...context.database,
    ...queryable(context.database),
    transaction: (work) => transaction((tx) => work(queryable(tx))),
  }
  return { ...context, database: dying, blobs }
}

test('a server killed between any two steps loses no photo it has acknowledged', async () => {
  for (const pieceBytes of [bytes.length, 200]) {
    for (let steps = 0; steps < 40; steps++) {
      const { context, clock } = fileWorld(county.database, memoryBlobs())
      const fileId = newFileId()
      await reportWith(context, [fileId])
      const dying = dyingAfter(steps, context)
      const work = sendInPieces(dying, fileId, bytes, pieceBytes).then((answer) =>
        cleanAll(dying).then(() => answer),
      )
      const answer = await work.catch(() => undefined)
      clock.now += 3_600_000
      if (!answer) await sendInPieces(context, fileId, bytes, pieceBytes)
      await cleanAll(context)
      expect((await photoOf(context, fileId)).state).toBe('ready')
      const rows = await county.database.query(
        `select 1 from matter_history where action = 'photo' and events -> 0 ->> 'fileId' = $1`,
        [fileId],
      )
      expect(rows).toHaveLength(1)
    }
  }
}, 120_000)
