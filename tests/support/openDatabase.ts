import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '@cloud/store/database'
import { openPglite } from '@cloud/store/openPglite'
import { openPostgres } from '@cloud/store/openPostgres'

export type TestDatabase = {
  readonly database: Database
  close(): Promise<void>
}

type Template = 'empty' | 'county'

const POOL_MAX = 20

/** The database the run was started for: `DATABASE=pglite` (the default) or `postgres` with `DATABASE_URL`. */
export const databaseUnderTest = process.env.DATABASE === 'postgres' ? 'postgres' : 'pglite'

/** A database of one's own, migrated and otherwise empty. */
export function openTestDatabase(): Promise<TestDatabase> {
  return openCopy('empty')
}

/** A database of one's own with the demo county in it; see testCounty.ts. */
export function openTestCounty(): Promise<TestDatabase> {
  return openCopy('county')
}

function openCopy(template: Template): Promise<TestDatabase> {
  return databaseUnderTest === 'postgres' ? copyPostgres(template) : copyPglite(template)
}

async function copyPglite(template: Template): Promise<TestDatabase> {
  if (
    !process.execArgv
      .concat(process.env.NODE_OPTIONS ?? '')
      .join(' ')
      .includes(VM_MODULES)
  ) {
    throw new Error(`The embedded database needs NODE_OPTIONS=${VM_MODULES} inside Jest`)
  }
  const bytes = await readFile(join(templates(), `${template}.tar`))
  const database = await openPglite({ loadDataDir: new Blob([bytes]) })
  return { database, close: () => database.close() }
}

/** PGlite imports its parts as it starts, which Jest's sandbox allows only with this. */
const VM_MODULES = '--experimental-vm-modules'

async function copyPostgres(template: Template): Promise<TestDatabase> {
  const name = `${templates()}_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name} template ${templates()}_${template}`)
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = name
  const database = await openPostgres(url.href, POOL_MAX)
  return {
    database,
    close: async () => {
      await database.close()
      await onServer(`drop database ${name} with (force)`)
    },
  }
}

async function onServer(sql: string): Promise<void> {
  const server = await openPostgres(process.env.DATABASE_URL ?? '', 1)
  await server.query(sql)
  await server.close()
}

function templates(): string {
  const made = process.env.LIANXIN_TEST_TEMPLATES
  if (!made)
    throw new Error('This Jest project has no databaseTemplate.setup.cjs as its globalSetup')
  return made
}
