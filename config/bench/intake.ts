import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import sharp from 'sharp'
import { openCluster, type Cluster } from '../postgres/openCluster'
import { runClient } from './runClient'
import { signInOfficer } from './signInOfficer'
import { startServer, type BenchServer } from './server'

/** Accepted reports a second, beside pgbench writing the same rows on the same PostgreSQL in the same run. */
const CLIENTS = [1, 8, 32, 128]
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8)
const PG_PORT = 55460
const PORT = 7160
const PHOTO_BYTES = 200 * 1024
const PLACE = { longitude: 112.41887, latitude: 24.72723, datum: 'gcj02', accuracyMetres: 15 }

/** ODK Central v2026.2.2 measured on the same kind of machine (2 cores, PostgreSQL 15, client beside it). */
const ODK: Readonly<Record<string, number>> = {
  '0/1': 74,
  '0/8': 127,
  '0/32': 177,
  '0/128': 250,
  '3/1': 19,
  '3/8': 69,
  '3/32': 63,
}

type Row = Record<string, string | number>

export async function benchIntake(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxin-bench-'))
  const cluster = openCluster(PG_PORT)
  const env = {
    DATABASE_URL: cluster.url,
    LIANXIN_DATA: folder,
    LIANXIN_DEMO: '1',
    DATABASE_POOL_MAX: '10',
  }
  let server: BenchServer | undefined
  try {
    const cold = await startServer(PORT, env)
    await cold.kill('SIGTERM')
    server = await startServer(PORT, env)
    const photo = await makePhoto(folder)
    const token = await signInOfficer(server.base)
    await measure(server.base, token, 4, 2, '-')
    const script = await writePgbenchScript(cluster, folder)
    const rows: Row[] = []
    for (const clients of CLIENTS)
      rows.push(await compare(cluster, script, server.base, token, clients))
    for (const clients of CLIENTS) rows.push(await withPhotos(server.base, token, clients, photo))
    const peakMemoryMiB = server.peakMemoryMiB()
    const warmStartMs = Math.round(server.firstAnswerMs)
    await server.kill('SIGKILL')
    server = await startServer(PORT, env)
    const afterKillMs = Math.round(server.firstAnswerMs)
    console.table(rows)
    const start = {
      coldWithDemoMs: Math.round(cold.firstAnswerMs),
      warmStartMs,
      afterKillMs,
      peakMemoryMiB,
    }
    console.table([start])
    return { rows, start, seconds: SECONDS }
  } finally {
    await server?.kill('SIGTERM')
    cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compare(
  cluster: Cluster,
  script: string,
  base: string,
  token: string,
  clients: number,
): Promise<Row> {
  const pgbenchPerSecond = runPgbench(cluster, script, clients)
  const ours = await measure(base, token, clients, SECONDS, '-')
  return row(clients, 0, ours, {
    pgbench: Math.round(pgbenchPerSecond),
    ofPgbench: round2(perSecond(ours) / pgbenchPerSecond),
  })
}

async function withPhotos(
  base: string,
  token: string,
  clients: number,
  photo: string,
): Promise<Row> {
  return row(clients, 3, await measure(base, token, clients, SECONDS, photo), {})
}

function row(clients: number, photos: number, figures: Figures, more: Row): Row {
  const rate = perSecond(figures)
  const odk = ODK[`${photos}/${clients}`]
  return {
    clients,
    photos,
    perSecond: Math.round(rate),
    p50: figures.p50,
    p95: figures.p95,
    p99: figures.p99,
    failures: figures.failures,
    ...more,
    ...(odk ? { timesOdk: round2(rate / odk) } : {}),
  }
}

type Figures = {
  reports: number
  failures: number
  seconds: number
  p50: number
  p95: number
  p99: number
}

const perSecond = (figures: Figures) => figures.reports / figures.seconds
const round2 = (value: number) => Math.round(value * 100) / 100

function measure(
  base: string,
  token: string,
  clients: number,
  seconds: number,
  photo: string,
): Promise<Figures> {
  return runClient('loadClient.ts', [
    base,
    token,
    String(clients),
    String(seconds),
    JSON.stringify(PLACE),
    photo,
  ])
}

/** A picture of noise, as large as a phone's shrunken photo. */
async function makePhoto(folder: string): Promise<string> {
  const noise = {
    create: {
      width: 1600,
      height: 1200,
      channels: 3 as const,
      background: '#888',
      noise: { type: 'gaussian' as const, mean: 128, sigma: 12 },
    },
  }
  for (let quality = 90; quality > 10; quality -= 4) {
    const bytes = await sharp(noise).jpeg({ quality }).toBuffer()
    if (bytes.length > PHOTO_BYTES) continue
    const file = path.join(folder, 'photo.jpg')
    writeFileSync(file, bytes)
    return file
  }
  throw new Error('no quality gave a picture of the right size')
}

/** The rows of one accepted report, taken from the tables, with fresh ids for each transaction. */
async function writePgbenchScript(cluster: Cluster, folder: string): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url })
  await client.connect()
  const { rows } = await client.query<{ matter: string; history: string; outbox: string }>(
    `select row_to_json(m)::text as matter, row_to_json(h)::text as history, row_to_json(o)::text as outbox
     from matters m join matter_history h using (county_id, matter_id) join outbox_messages o using (county_id, matter_id) limit 1`,
  )
  await client.end()
  const sample = rows[0]
  if (!sample) throw new Error('there is no report to copy')
  // pgbench takes a colon before a letter for a variable of its own; a space between them says it is none.
  const json = (value: unknown) =>
    `'${JSON.stringify(value, null, 1).replace(/\n\s*/g, '').replace(/'/g, "''")}'`
  const m = JSON.parse(sample.matter) as Record<string, unknown>
  const h = JSON.parse(sample.history) as Record<string, unknown>
  const o = JSON.parse(sample.outbox) as Record<string, unknown>
  const script = `
begin;
select gen_random_uuid() as matter, gen_random_uuid() as command \\gset
insert into matter_history (county_id, matter_id, version, command_id, input_hash, action, actor_id, at, events)
values (441882, :matter::uuid, 1, :command::uuid, sha256(:command::text::bytea), 'report', '${String(h.actor_id)}', now(), ${json(h.events)});
insert into matters (county_id, matter_id, number, flow, kind, status, ended, version, sensitivity, area_code, township_code, reporter_id, received_at, due_at, state)
values (441882, :matter::uuid, 'B' || :matter::text, 'incident', '0501', 'reported', false, 1, 'S0', '${String(m.area_code)}', '${String(m.township_code)}', '${String(m.reporter_id)}', now(), now(), ${json(m.state)});
insert into outbox_messages (county_id, message_id, matter_id, version, area_code, event, created_at, payload)
values (441882, :command::uuid, :matter::uuid, 1, '${String(o.area_code)}', 'reported', now(), ${json(o.payload)});
commit;
`
  const file = path.join(folder, 'report.sql')
  writeFileSync(file, script, { mode: 0o644 })
  return file
}

function runPgbench(cluster: Cluster, script: string, clients: number): number {
  const url = new URL(cluster.url)
  const args = [
    '-n',
    '-h',
    url.hostname,
    '-p',
    url.port,
    '-U',
    'postgres',
    '-f',
    script,
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(SECONDS),
    '-M',
    'prepared',
    'postgres',
  ]
  const { stdout, stderr, status } = spawnSync(path.join(cluster.binFolder, 'pgbench'), args, {
    encoding: 'utf8',
  })
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1]
  if (status !== 0 || !tps) throw new Error(`pgbench: ${stderr}`)
  return Number(tps)
}
