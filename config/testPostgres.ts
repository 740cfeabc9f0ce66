import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { buildMissing } from './build'
import { openCluster } from './postgres/openCluster'

/**
 * Every test that meets a database, once more on PostgreSQL: clusters are made for the run and thrown away after it.
 * Arguments go to Jest.
 */
const projects = ['cloud', 'journeys']

/**
 * Within one cluster the files run one after the other, since a transaction of one test holds back the feed of every
 * other on the same server. Halves of all files run side by side, each on a cluster of its own.
 */
const SHARDS = 2

async function main(): Promise<number> {
  await buildMissing(['server'])
  const given = process.argv.slice(2)
  const shards = given.length > 0 ? [given] : shardsOf(SHARDS)
  const runs = await Promise.all(shards.map((args, n) => runOnCluster(args, n === 0)))
  for (const { output } of runs) process.stdout.write(output)
  const sum = runs.map(({ output, seen }) => countOf(output + seen))
  const [passed, failed] = [0, 1].map((n) => sum.reduce((all, counts) => all + (counts[n] ?? 0), 0))
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  return Math.max(...runs.map(({ code }) => code))
}

function shardsOf(count: number): string[][] {
  return Array.from({ length: count }, (_, n) => [`--shard=${n + 1}/${count}`])
}

type Run = {
  readonly code: number
  /** What is still to be shown, and what was shown as it came. */
  readonly output: string
  readonly seen: string
}

async function runOnCluster(args: readonly string[], shown: boolean): Promise<Run> {
  const cluster = openCluster(await findFreePort())
  try {
    return await runJest(cluster.url, args, shown)
  } finally {
    cluster.stop()
  }
}

/** Not waited for in one stretch: told to stop, it must still throw the cluster away. */
function runJest(url: string, given: readonly string[], shown: boolean): Promise<Run> {
  const jest = path.resolve(__dirname, '../node_modules/jest/bin/jest.js')
  // Jest takes everything behind --selectProjects for a project's name, so that comes last.
  const args = ['-c', 'config/jest.config.cjs', '--maxWorkers=1', ...given, '--selectProjects']
  const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning'
  const env = { ...process.env, DATABASE: 'postgres', DATABASE_URL: url }
  const running = spawn(process.execPath, [jest, ...args, ...projects], {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}` },
  })
  let text = ''
  for (const stream of [running.stdout, running.stderr])
    stream.on('data', (part: Buffer) => {
      text += part.toString()
      if (shown) process.stdout.write(part)
    })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => running.kill(signal))
  return new Promise((resolve) =>
    running.on('close', (code) =>
      resolve({ code: code ?? 1, output: shown ? '' : text, seen: shown ? text : '' }),
    ),
  )
}

/** The closing line of a run; one that had none has failed as a whole. */
function countOf(text: string): readonly [passed: number, failed: number] {
  const last = [...text.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1)
  return last ? [Number(last[1]), Number(last[2])] : [0, 1]
}

/** Asked of the system: another cluster may be running beside this one. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

main().then(
  (status) => process.exit(status),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
