import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { HOUR_MS } from '@domain/shared/instant'
import { assertBlobKey } from './blobKeys'
import type { BlobStore } from './blobStore'

/** No write takes this long: an older unfinished file was left by a process that was killed. */
const UNFINISHED_AGE_MAX_MS = HOUR_MS
/** A folder may be cleared away by another process between making it and writing into it. */
const PUT_ATTEMPTS_MAX = 5

/**
 * Any number of processes may use one folder: each blob is written aside and moved into place in
 * one step.
 */
export async function openFolderBlobStore(folder: string): Promise<BlobStore> {
  const root = resolve(folder)
  const unfinished = join(root, 'unfinished')
  await mkdir(unfinished, { recursive: true })
  await dropUnfinished(unfinished)
  return {
    put: (key, bytes) => put(join(unfinished, randomUUID()), pathOf(root, key), bytes),
    get: (key) => read(pathOf(root, key)),
    delete: async (key) => rm(pathOf(root, key), { force: true }),
    deleteBelow: (key) => deleteBelow(pathOf(root, key)),
  }
}

/**
 * photos/3f…a1b2.jpg lies in photos/a1/b2/3f…a1b2.jpg: a folder with a million entries is slow to
 * list and to back up. The last digits are taken since the first ones of a UUID v7 are the time and
 * the same for weeks. What is coming in is gone again soon: one level, and one file however many
 * names its key has, since each folder made anew would cost the sender one more wait for the disk.
 */
function pathOf(root: string, key: string): string {
  assertBlobKey(key)
  const [room = '', name = '', ...rest] = key.split('/')
  const digits = name.replace(/\..*$/, '').padStart(4, '0').slice(-4)
  const folders = room === INCOMING ? [digits.slice(2)] : [digits.slice(0, 2), digits.slice(2)]
  return join(root, room, ...folders, [name, ...rest].join(JOINT))
}

const INCOMING = 'incoming'
/** Stands in no key. */
const JOINT = '~'

async function deleteBelow(path: string): Promise<void> {
  const folder = dirname(path)
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const below = names.filter((name) => name.startsWith(`${basename(path)}${JOINT}`))
  await Promise.all(below.map((name) => rm(join(folder, name), { force: true })))
}

async function put(temporary: string, path: string, bytes: Uint8Array): Promise<void> {
  await writeDurably(temporary, bytes)
  for (let attempt = 1; ; attempt++) {
    const firstMade = await mkdir(dirname(path), { recursive: true })
    try {
      await rename(temporary, path)
      await syncFolders(dirname(path), firstMade)
      return
    } catch (error) {
      if (!isMissing(error) || attempt === PUT_ATTEMPTS_MAX) throw error
      if (!(await exists(temporary))) return
    }
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * The name of a file, and of each folder just made, is kept by the folder above: a power cut may
 * forget it.
 */
async function syncFolders(folder: string, firstMade: string | undefined): Promise<void> {
  const last = firstMade === undefined ? folder : dirname(firstMade)
  for (let each = folder; each.length >= last.length; each = dirname(each)) await syncFolder(each)
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function dropUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const modified = (await exists(path))?.mtimeMs
    if (modified !== undefined && modified < Date.now() - UNFINISHED_AGE_MAX_MS)
      await rm(path, { force: true })
  }
}

async function exists(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
}
