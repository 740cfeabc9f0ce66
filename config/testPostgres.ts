import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { buildMissing } from './build'
import { openCluster } from './postgres/openCluster'

/**
 * Every test that meets a database, once more on PostgreSQL: a cluster is made for the run and thrown away after it.
 * Arguments go to Jest.
 */
const projects = ['cloud', 'journeys']

async function main(): Promise<number> {
  await buildMissing(['server'])
  const cluster = openCluster(await findFreePort())
  try {
    return await runJest(cluster.url)
  } finally {
    cluster.stop()
  }
}

/** Not waited for in one stretch: told to stop, it must still throw the cluster away. */
function runJest(url: string): Promise<number> {
  const jest = path.resolve(__dirname, '../node_modules/jest/bin/jest.js')
  // Jest takes everything behind --selectProjects for a project's name, so that comes last.
  const args = [
    '-c',
    'config/jest.config.cjs',
    // One after the other: a transaction of one test holds back the feed of every other on the same server.
    '--maxWorkers=1',
    ...process.argv.slice(2),
    '--selectProjects',
    ...projects,
  ]
  const flags = '--experimental-vm-modules --disable-warning=ExperimentalWarning'
  const env = { ...process.env, DATABASE: 'postgres', DATABASE_URL: url }
  const running = spawn(process.execPath, [jest, ...args], {
    stdio: 'inherit',
    env: { ...env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}` },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => running.kill(signal))
  return new Promise((resolve) => running.on('close', (code) => resolve(code ?? 1)))
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
