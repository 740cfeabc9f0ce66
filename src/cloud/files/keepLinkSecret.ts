import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'

const SECRET_BYTES = 32

/**
 * Made once and kept, so that photo links outlive a restart. It is written aside and then given its
 * name: a kill in the middle must not leave an empty secret, with which anybody could sign.
 */
export async function keepLinkSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'link-secret')
  const kept = await readSecret(file)
  if (kept) return kept
  await mkdir(dataDir, { recursive: true })
  const aside = `${file}.${randomUUID()}`
  await writeDurably(aside, randomBytes(SECRET_BYTES).toString('base64url'))
  // The file is there and empty: left by a kill or a full disk, and nobody can have used it.
  if (kept === '') await rename(aside, file)
  else await giveName(aside, file)
  const secret = await readSecret(file)
  if (!secret) throw new Error(`${file} cannot be read back`)
  return secret
}

async function readSecret(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Unlike renaming, linking fails where another process was first: both go on with its secret. */
async function giveName(aside: string, file: string): Promise<void> {
  try {
    await link(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(aside, { force: true })
  }
}
