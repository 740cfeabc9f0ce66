import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PersonId } from '@domain/shared/ids'
import { openPostgres } from '@cloud/store/openPostgres'
import { makeSessions } from '@cloud/store/sessions'
import { openCluster } from '../postgres/openCluster'
import { runClient } from './runClient'
import { startServer, type BenchServer } from './server'

/** From the answer a phone gets to the event a console gets, with a county's consoles open and a storm of reports. */
const CONSOLES = 200
const STREAMS_OF_ONE = 5
const REPORTS_A_SECOND = 50
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20)
const PG_PORT = 55461
const PORT = 7161
const COUNTY = 441_882
const TOWNSHIP = '441882118'

export async function benchLive(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxin-bench-'))
  const cluster = openCluster(PG_PORT)
  let server: BenchServer | undefined
  try {
    server = await startServer(PORT, {
      DATABASE_URL: cluster.url,
      LIANXIN_DATA: folder,
      LIANXIN_DEMO: '1',
      DATABASE_POOL_MAX: '10',
    })
    const tokens = path.join(folder, 'tokens.json')
    writeFileSync(tokens, JSON.stringify(await signInOperators(cluster.url)))
    const figures = await watch(server.base, tokens)
    const row = { consoles: CONSOLES, reportsASecond: REPORTS_A_SECOND, ...figures }
    console.table([row])
    return row
  } finally {
    await server?.kill('SIGTERM')
    cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each a person of their own, since nobody may have more than a few consoles open; all of one township, so all see all. */
async function signInOperators(url: string): Promise<string[]> {
  const database = await openPostgres(url, 2)
  const sessions = makeSessions(database, COUNTY)
  const tokens: string[] = []
  for (let count = 0; count < CONSOLES / STREAMS_OF_ONE; count++) {
    const personId = randomUUID() as PersonId
    await database.query(
      'insert into people (county_id, person_id, account, name) values ($1, $2, $3, $4)',
      [COUNTY, personId, `bench-${randomBytes(6).toString('hex')}`, '值班员'],
    )
    await database.query(
      `insert into posts (county_id, post_id, person_id, role, area_code)
       values ($1, $2, $3, 'hubOperator', $4)`,
      [COUNTY, randomUUID(), personId, TOWNSHIP],
    )
    const { token } = await sessions.begin(personId, Date.now())
    for (let stream = 0; stream < STREAMS_OF_ONE; stream++) tokens.push(token)
  }
  await database.close()
  return tokens
}

function watch(base: string, tokens: string): Promise<Record<string, number>> {
  return runClient('liveClient.ts', [base, tokens, String(REPORTS_A_SECOND), String(SECONDS)])
}
