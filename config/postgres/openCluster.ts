import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A PostgreSQL of one's own, for tests and measurements: made, used and thrown away. fsync stays on. */
export type Cluster = {
  readonly url: string
  readonly binFolder: string
  /** As after a power cut: what was committed is there when it starts again. */
  crash(): void
  start(): void
  stop(): void
}

const HOST = '127.0.0.1'

export function openCluster(port: number): Cluster {
  const binFolder = findBinaries()
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxin-postgres-'))
  const data = path.join(folder, 'data')
  if (isRoot()) run(['chown', 'postgres', folder])
  run([
    ...asPostgres(),
    path.join(binFolder, 'initdb'),
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--no-locale',
  ])
  const options = `-c port=${port} -c listen_addresses=${HOST} -c unix_socket_directories=${folder} -c max_connections=200`
  const control = (...args: string[]) =>
    run([...asPostgres(), path.join(binFolder, 'pg_ctl'), '-D', data, '-w', ...args])
  const start = () => control('-l', path.join(folder, 'log'), '-o', options, 'start')
  start()
  return {
    url: `postgres://postgres@${HOST}:${port}/postgres`,
    binFolder,
    crash: () => control('-m', 'immediate', 'stop'),
    start,
    stop() {
      control('-m', 'fast', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; its own user comes with Debian's package. */
function asPostgres(): string[] {
  return isRoot() ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : []
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function findBinaries(): string {
  const versions = '/usr/lib/postgresql'
  const named = process.env.POSTGRES_BIN
  if (named) return named
  const newest = existsSync(versions)
    ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0]
    : undefined
  if (!newest)
    throw new Error(
      '没有找到 PostgreSQL：请 apt-get install postgresql，或用 POSTGRES_BIN 指明程序所在的文件夹',
    )
  return path.join(versions, newest, 'bin')
}

function run([command, ...args]: readonly string[]): void {
  const { status, stderr, stdout } = spawnSync(command ?? '', args, { encoding: 'utf8', cwd: '/' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
}
