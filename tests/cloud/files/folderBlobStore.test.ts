import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobStore } from '@cloud/files/blobStore'
import { openFolderBlobStore } from '@cloud/files/folderBlobStore'

let folder: string
let blobs: BlobStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianxin-blobs-'))
  blobs = await openFolderBlobStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const bytes = (text: string) => Buffer.from(text)

test('photos are spread over folders, so that a year of them can still be backed up', async () => {
  const key = `photos/${'ab'.repeat(30)}c0d1.jpg`
  await blobs.put(key, bytes('one'))
  expect(await readdir(join(folder, 'photos/c0/d1'))).toEqual([`${'ab'.repeat(30)}c0d1.jpg`])
  expect(await blobs.get(key)).toEqual(bytes('one'))
})

test('no key leads out of the folder', async () => {
  const climbing = [
    '../x/y',
    'photos/../../x',
    '/etc/passwd',
    'photos/',
    'a',
    'a/B',
    'a/.b',
    'a/b\0',
  ]
  for (const key of climbing) {
    await expect(async () => blobs.put(key, bytes('x'))).rejects.toThrow('Not a blob key')
    await expect(async () => blobs.get(key)).rejects.toThrow('Not a blob key')
    await expect(async () => blobs.deleteBelow(key)).rejects.toThrow('Not a blob key')
  }
})

test('a reader sees the whole of one write or of another, never a mixture', async () => {
  const other = await openFolderBlobStore(folder)
  const texts = ['a', 'b', 'c'].map((letter) => bytes(letter.repeat(300_000)))
  await blobs.put('photos/same', texts[0] ?? bytes(''))
  const writes = Array.from({ length: 30 }, (_, i) =>
    (i % 2 ? blobs : other).put('photos/same', texts[i % 3] ?? bytes('')),
  )
  const reads = await Promise.all(Array.from({ length: 30 }, () => blobs.get('photos/same')))
  await Promise.all(writes)
  for (const read of reads) expect(texts.some((text) => text.equals(read ?? bytes('')))).toBe(true)
  expect(await readdir(join(folder, 'unfinished'))).toEqual([])
})

test('clearing away what has been sent does not trip a sender who is just writing', async () => {
  const rounds = Array.from({ length: 60 }, (_, i) => [
    blobs.put(`incoming/abcd/0/${i}`, bytes('x')),
    blobs.deleteBelow('incoming/abcd'),
  ])
  await Promise.all(rounds.flat())
  await blobs.deleteBelow('incoming/abcd')
  expect(await blobs.get('incoming/abcd/0/1')).toBeUndefined()
})

test('what a killed process left half written is cleared away at the next start, and only that', async () => {
  const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'unfinished', name))
  for (const path of [old, fresh]) await writeFile(path ?? '', 'half')
  const twoHoursAgo = Date.now() / 1000 - 7200
  await utimes(old ?? '', twoHoursAgo, twoHoursAgo)
  await openFolderBlobStore(folder)
  expect(await readdir(join(folder, 'unfinished'))).toEqual(['fresh'])
})
