import { PGlite } from '@electric-sql/pglite'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadDemoCounty } from '@cloud/demo/loadDemoCounty'
import type { Database } from '@cloud/store/database'
import { migrate } from '@cloud/store/migrate'
import { openPglite } from '@cloud/store/openPglite'
import { openPostgres } from '@cloud/store/openPostgres'
import { hashPassword } from '@cloud/store/passwords'
import { testCounty } from './testCounty'

/**
 * Makes the two databases that tests copy: `empty`, migrated, and `county`, with the demo county. Run as a program of
 * its own by databaseTemplate.setup.cjs, because Jest resolves no aliases there.
 */
async function main([target, place]: string[]): Promise<void> {
  if (target === 'pglite' && place) return makePgliteTemplates(place)
  if (target === 'postgres' && place) return makePostgresTemplates(place)
  throw new Error('databaseTemplate pglite <folder> | postgres <name>')
}

async function makePgliteTemplates(folder: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-template-'))
  await fill(await openPglite({ dataDir }), migrate)
  await dump(dataDir, join(folder, 'empty.tar'))
  await fill(await openPglite({ dataDir }), loadDemo)
  await dump(dataDir, join(folder, 'county.tar'))
  await rm(dataDir, { recursive: true })
}

/** Another run may be making the same template; whoever ends last replaces a whole file by an equal one. */
async function dump(dataDir: string, file: string): Promise<void> {
  const pglite = await PGlite.create({ dataDir })
  const blob = await pglite.dumpDataDir('none')
  await pglite.close()
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, Buffer.from(await blob.arrayBuffer()))
  await rename(unfinished, file)
}

async function makePostgresTemplates(name: string): Promise<void> {
  const server = await openPostgres(serverUrl(), 1)
  await server.query(`create database ${name}_empty`)
  await fill(await openPostgres(serverUrl(`${name}_empty`), 1), migrate)
  await server.query(`create database ${name}_county template ${name}_empty`)
  await fill(await openPostgres(serverUrl(`${name}_county`), 1), loadDemo)
  await server.close()
}

function serverUrl(name?: string): string {
  const url = new URL(process.env.DATABASE_URL ?? 'postgres://localhost:5432/postgres')
  if (name) url.pathname = name
  return url.href
}

async function fill(database: Database, work: (database: Database) => Promise<unknown>) {
  await work(database)
  await database.close()
}

async function loadDemo(database: Database): Promise<void> {
  await loadDemoCounty(database, testCounty.id, {
    folder: resolve(__dirname, '../../src/cloud/demo/data'),
    hashPassword: () => hashPassword(testCounty.password),
  })
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
