import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { openApp } from '@cloud/app'
import { loadDemoCounty } from '@cloud/demo/loadDemoCounty'
import { makeHttpServer } from '@cloud/doors/http/httpServer'
import { readSettings } from '@cloud/settings'
import type { Database } from '@cloud/store/database'
import { isDatabaseBusy } from '@cloud/store/databaseTrouble'
import { openPostgres } from '@cloud/store/openPostgres'
import { openCluster, type Cluster } from '../../../config/postgres/openCluster'
import { loadCast } from '../../support/cast'
import { aReport } from '../../support/openTestApp'
import { testCounty } from '../../support/testCounty'

/** Of this test alone, since its server is stopped in the middle. */
const PORT = 55472
const POOL_MAX = 3
const limits = {
  connectMs: 300,
  statementMs: 400,
  lockMs: 200,
  idleInTransactionMs: 500,
  answerMs: 800,
}

describe('a PostgreSQL that is slow or away', () => {
  let cluster: Cluster
  let database: Database
  let other: pg.Client
  let folder: string

  beforeAll(() => {
    cluster = openCluster(PORT)
    folder = mkdtempSync(path.join(tmpdir(), 'lianxin-'))
  }, 60_000)
  beforeEach(async () => {
    database = await openPostgres(cluster.url, POOL_MAX, limits)
    await database.query('create table if not exists notes (words text primary key)')
    other = new pg.Client({ connectionString: cluster.url })
    other.on('error', () => undefined)
    await other.connect()
  })
  afterEach(async () => {
    await other.end().catch(() => undefined)
    await database.close()
  })
  afterAll(() => {
    cluster.stop()
    rmSync(folder, { recursive: true })
  })

  const busy = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (isDatabaseBusy(error) ? 'busy' : String(error)),
    )

  test('a lock that another session holds is waited for a moment, then people are told to come again', async () => {
    await other.query('begin; lock table notes in access exclusive mode')
    const began = performance.now()
    expect(await busy(database.query(`insert into notes values ('one')`))).toBe('busy')
    expect(await busy(database.transaction((tx) => tx.query('select * from notes')))).toBe('busy')
    expect(performance.now() - began).toBeLessThan(2_000)
    await other.query('rollback')
    expect(await busy(database.query(`insert into notes values ('one')`))).toBe('done')
  })

  test('a statement that takes too long is cut off, and its connection is of use again', async () => {
    expect(await busy(database.query('select pg_sleep(5)'))).toBe('busy')
    expect(await busy(database.query('select 1'))).toBe('done')
  })

  test('an import or a migration may take as long as it needs', async () => {
    const long = database.transaction((tx) => tx.query('select pg_sleep(1.2)'), { takesLong: true })
    expect(await busy(long)).toBe('done')
    // The next transaction on the same connection is limited again.
    for (let turn = 0; turn < POOL_MAX; turn++)
      expect(await busy(database.transaction((tx) => tx.query('select pg_sleep(1)')))).toBe('busy')
  })

  test('nobody sits in a transaction and holds back the feeds', async () => {
    const idle = database.transaction(async (tx) => {
      await tx.query('select 1')
      await new Promise((resolve) => setTimeout(resolve, 900))
      await tx.query('select 1')
    })
    expect(await busy(idle)).toBe('busy')
    expect(await busy(database.query('select 1'))).toBe('done')
  })

  test('when no connection is left people are told to come again', async () => {
    const all = Array.from({ length: POOL_MAX }, () => database.query('select pg_sleep(0.35)'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const one = busy(database.query('select 1'))
    const two = busy(database.query('select 1'))
    await Promise.all(all)
    expect([await one, await two]).toEqual(['busy', 'busy'])
    expect(await busy(database.query('select 1'))).toBe('done')
  })

  test('a server that has vanished without a word is given up, not waited for', async () => {
    const [{ pid } = { pid: 0 }] = await database.query<{ pid: number }>(
      'select pg_backend_pid() as pid',
    )
    process.kill(pid, 'SIGSTOP')
    const began = performance.now()
    expect(await busy(database.query('select 1'))).toBe('busy')
    expect(performance.now() - began).toBeLessThan(1_500)
    process.kill(pid, 'SIGCONT')
    expect(await busy(database.query('select 1'))).toBe('done')
  })

  test('a connection that breaks inside a transaction does not bring the process down', async () => {
    const broken = database.transaction(async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>(
        'select pg_backend_pid() as pid',
      )
      await other.query('select pg_terminate_backend($1)', [pid])
      await new Promise((resolve) => setTimeout(resolve, 100))
      await tx.query('select 1')
    })
    expect(await busy(broken)).toBe('busy')
    expect(await busy(database.query('select 1'))).toBe('done')
  })

  test('a server that stops and starts again is found again, and has all that was acknowledged', async () => {
    const acknowledged: string[] = []
    const outcomes = new Set<string>()
    let over = false
    const writer = async (name: number) => {
      for (let turn = 0; !over; turn++) {
        const words = `${name} ${turn}`
        const outcome = await busy(database.query('insert into notes values ($1)', [words]))
        outcomes.add(outcome)
        if (outcome === 'done') acknowledged.push(words)
        else await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const writers = [1, 2, 3, 4, 5].map(writer)
    await new Promise((resolve) => setTimeout(resolve, 300))
    cluster.crash()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(await busy(database.query('select 1'))).toBe('busy')
    cluster.start()
    const before = acknowledged.length
    await new Promise((resolve) => setTimeout(resolve, 700))
    over = true
    await Promise.all(writers)
    expect([...outcomes].sort()).toEqual(['busy', 'done'])
    expect(before).toBeGreaterThan(0)
    expect(acknowledged.length).toBeGreaterThan(before)
    const rows = await database.query<{ words: string }>('select words from notes')
    const kept = new Set(rows.map(({ words }) => words))
    expect(acknowledged.filter((words) => !kept.has(words))).toEqual([])
  }, 30_000)

  test('reports go on after the server has been away, without a restart, and none that was acknowledged is lost', async () => {
    const settings = readSettings({ DATABASE_URL: cluster.url, LIANXIN_DATA: folder })
    const log = pino({ level: 'silent' })
    const app = await openApp({ ...settings, quotas: false }, { log, database })
    await loadDemoCounty(database, testCounty.id, {
      folder: path.resolve(__dirname, '../../../src/cloud/demo/data'),
      hashPassword: () => Promise.resolve(''),
    })
    await app.context.reference.reload()
    const door = await makeHttpServer(app, { dist: folder, version: '0.1.0' })
    const { informationOfficerTang } = await loadCast(database)
    const { token } = await app.context.sessions.begin(informationOfficerTang.personId, Date.now())
    const headers = { authorization: `Bearer ${token}` }
    const report = async () => {
      const payload = aReport()
      const answer = await door.inject({
        method: 'POST',
        url: '/api/v1/reportMatter',
        headers,
        payload,
      })
      return { matterId: String(payload.matterId), ...answer.json<{ code?: string }>() }
    }
    const readiness = async () => (await door.inject('/readyz')).statusCode
    const storm = () => Promise.all(Array.from({ length: 40 }, report))
    expect(await readiness()).toBe(200)
    const during = storm()
    cluster.crash()
    const away = await storm()
    expect(new Set(away.map(({ code }) => code))).toEqual(new Set(['server.busy']))
    expect(await readiness()).toBe(503)
    cluster.start()
    expect(await readiness()).toBe(200)
    const after = await storm()
    expect(new Set(after.map(({ code }) => code))).toEqual(new Set([undefined]))
    const acknowledged = [...(await during), ...after].filter(({ code }) => code === undefined)
    const rows = await database.query<{ matter_id: string }>('select matter_id from matters')
    const kept = new Set(rows.map((row) => row.matter_id))
    expect(acknowledged.filter(({ matterId }) => !kept.has(matterId))).toEqual([])
    // Somebody sits on the table: forty reports are told so together, not one after the other.
    const locker = new pg.Client({ connectionString: cluster.url })
    await locker.connect()
    await locker.query('begin; lock table matters in access exclusive mode')
    const began = performance.now()
    expect(new Set((await storm()).map(({ code }) => code))).toEqual(new Set(['server.busy']))
    expect(performance.now() - began).toBeLessThan(3_000)
    await locker.end()
    expect((await report()).code).toBeUndefined()
    app.beginStop()
    await door.close()
  }, 60_000)
})
