import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPostgres } from '@cloud/store/openPostgres'
import { databaseUnderTest } from '../support/openDatabase'

/** Where one county's data live, and stay, whatever becomes of the servers that use them. */
export type Home = {
  readonly dataDir: string
  readonly databaseUrl?: string
  discard(): Promise<void>
}

export type HomeKind = 'the embedded database' | 'PostgreSQL'

/** The embedded database always; PostgreSQL as well where the run has one. */
export const homeKinds: readonly HomeKind[] =
  databaseUnderTest === 'postgres'
    ? ['the embedded database', 'PostgreSQL']
    : ['the embedded database']

/** The kind the run was started for. */
export const homeUnderTest: HomeKind = homeKinds.at(-1) ?? 'the embedded database'

/** With the demo county already in it where that can be copied; else the first server fills it. */
export async function makeHome(kind: HomeKind): Promise<Home> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxin-home-'))
  const discard = () => rm(dataDir, { recursive: true, force: true })
  const template = process.env.LIANXIN_TEST_TEMPLATES ?? ''
  if (kind === 'PostgreSQL') return { dataDir, databaseUrl: await copyDatabase(template), discard }
  if (databaseUnderTest === 'pglite')
    await unpack(path.join(template, 'county.tar'), path.join(dataDir, 'pglite'))
  return { dataDir, discard }
}

/** As somebody finds it who has just installed the server. */
export async function makeEmptyHome(kind: HomeKind): Promise<Home> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxin-home-'))
  const discard = () => rm(dataDir, { recursive: true, force: true })
  if (kind === 'the embedded database') return { dataDir, discard }
  return {
    dataDir,
    databaseUrl: await makeDatabase(process.env.LIANXIN_TEST_TEMPLATES ?? ''),
    discard,
  }
}

async function unpack(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  execFileSync('tar', ['-xf', archive, '-C', folder], { stdio: 'ignore' })
}

function copyDatabase(template: string): Promise<string> {
  return makeDatabase(template, `template ${template}_county`)
}

async function makeDatabase(prefix: string, how = ''): Promise<string> {
  const name = `${prefix}_home_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} ${how}`)
  return addressOf(name)
}

function addressOf(name: string): string {
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = name
  return url.href
}

/** The database itself is dropped after the run, with all others that bear its name. */
async function onServer(sql: string): Promise<void> {
  const server = await openPostgres(process.env.DATABASE_URL ?? '', 1)
  await server.query(sql)
  await server.close()
}
