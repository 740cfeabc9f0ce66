import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What a person is told when a second program is started on the same data. */
export class FolderInUse extends Error {
  constructor(folder: string, pid: number) {
    super(`数据文件夹 ${folder} 正由另一个程序（进程 ${pid}）使用。请先停止它，或用 LIANXIN_DATA 指定另一个文件夹。`)
    this.name = 'FolderInUse'
  }
}

/**
 * The embedded database is one process's alone; two would destroy it. The lock names the process, with the time it
 * began, so that a lock left by a kill or a power cut does not hold up the next start.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'lock')
  const mine = JSON.stringify({ pid: process.pid, began: await beginningOf(process.pid) })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await createFile(file, mine)) return () => rm(file, { force: true })
    const owner = await readOwner(file)
    if (owner && owner.pid !== process.pid && (await isRunning(owner))) throw new FolderInUse(folder, owner.pid)
    await rm(file, { force: true })
  }
  throw new Error(`${file} could not be taken`)
}

type Owner = { readonly pid: number; readonly began: string | undefined }

async function createFile(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner
  } catch {
    // Torn by a power cut, or just removed by its owner: nobody's either way.
    return undefined
  }
}

async function isRunning(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return owner.began === undefined || owner.began === (await beginningOf(owner.pid))
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
