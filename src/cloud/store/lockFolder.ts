import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What a person is told when a second program is started on the same data. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(
      `数据文件夹 ${folder} 正由另一个程序（进程 ${pid}）使用。请先停止它，或用 LIANXIN_DATA 指定另一个文件夹。`,
    )
    this.name = 'FolderInUse'
  }
}

const ATTEMPTS_MAX = 5

/**
 * The embedded database is one process's alone; two would destroy it. The lock names the process, with the time it
 * began, so that a lock left by a kill or a power cut does not hold up the next start.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'lock')
  const mine = JSON.stringify({ pid: process.pid, began: await beginningOf(process.pid) })
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (await createFile(file, mine)) return () => rm(file, { force: true })
    const text = await readWritten(file)
    const owner = findOwner(text)
    if (owner && (await isRunning(owner))) throw new FolderInUse(folder, owner.pid)
    await removeLeftover(file, text)
  }
  throw new Error(`${file} could not be taken`)
}

type Owner = { readonly pid: number; readonly began?: string | undefined }

async function createFile(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const EMPTY_LOOKS = 20
const EMPTY_LOOK_MS = 25

/** An empty lock is most likely being written at this moment; one torn by a power cut stays empty. */
async function readWritten(file: string): Promise<string> {
  for (let look = 0; look < EMPTY_LOOKS; look++) {
    const text = await readText(file)
    if (text !== '') return text ?? ''
    await pause(EMPTY_LOOK_MS)
  }
  return ''
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

function findOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    // Torn by a power cut, or just removed by its owner: nobody's either way.
    return undefined
  }
}

/** Another start may have taken over in the meantime: only what was judged is removed, and a lock in use is put back. */
async function removeLeftover(file: string, judged: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if ((await readText(aside)) === judged) await rm(aside, { force: true })
  else await rename(aside, file)
}

async function isRunning(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // Somebody else's process is there; whether it is the one that took the lock is still to be seen.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  // Where the beginning is not known, a lock with our own number is an earlier process's.
  if (owner.began === undefined) return owner.pid !== process.pid
  return owner.began === (await beginningOf(owner.pid))
}

/** Process numbers are given again; with the kernel's time of start (field 22) they are not. Absent outside Linux. */
async function beginningOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
