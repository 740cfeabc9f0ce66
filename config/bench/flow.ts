import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openApp, type App } from '@cloud/app'
import { sweepDeadlines } from '@cloud/deadlines/sweepDeadlines'
import { readSettings } from '@cloud/settings'
import type { Actor } from '@domain/access/actor'
import { chinaIsoDay, DAY_MS } from '@domain/shared/instant'
import { openCluster } from '../postgres/openCluster'
import { fillCounty } from './fillCounty'
import { loadCounty, personOf } from './openCounty'
import { timeDecisions } from './timeDecisions'

/** Deciding, sweeping and reading: what the rules cost, and what a large county costs beside a small one. */
const PG_PORT = 55461
const SMALL = 10_000
const LARGE = 1_000_000
const OPEN_FOR_SWEEP = 100_000
const ROUNDS = 60
/** Until both the database and we have read the same page often enough to know the way. */
const WARM_UP = 30
const TOWNSHIP = '441882118'

type Row = Record<string, string | number>

export async function benchFlow(): Promise<Record<string, unknown>> {
  const decide = timeDecisions()
  console.table([decide])
  const cluster = openCluster(PG_PORT)
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxin-bench-'))
  try {
    const settings = readSettings({
      DATABASE_URL: cluster.url,
      LIANXIN_DATA: folder,
      LIANXIN_DEMO: '1',
    })
    const app = await openCounty(settings)
    const sweep = await timeSweeps(app)
    console.table(sweep)
    await fillCounty(app.context.database, { total: SMALL })
    const small = await timeQueries(app)
    await fillCounty(app.context.database, { total: LARGE })
    const large = await timeQueries(app)
    const queries = compare(small, large)
    console.table(queries)
    await app.close()
    return { decide, sweep, queries }
  } finally {
    cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openCounty(settings: ReturnType<typeof readSettings>): Promise<App> {
  return openApp(settings, { database: await loadCounty(settings) })
}

/** A hundred thousand open matters: one look when nothing is due, and one that finds a hundred. */
async function timeSweeps(app: App): Promise<Row[]> {
  const { context } = app
  const rows: Row[] = []
  for (const due of [0, 100]) {
    await fillCounty(context.database, {
      total: OPEN_FOR_SWEEP,
      open: OPEN_FOR_SWEEP,
      due,
      figures: false,
    })
    const began = performance.now()
    const told = await sweepDeadlines(context, { limit: 500 })
    rows.push({ open: OPEN_FOR_SWEEP, told, ms: Math.round(performance.now() - began) })
  }
  return rows
}

const queries: Readonly<Record<string, readonly [who: string, name: string, body: object]>> = {
  inbox: ['hub', 'listMatters', { order: 'due', filter: { open: true, areaCode: TOWNSHIP } }],
  list: ['hub', 'listMatters', { order: 'received', filter: { areaCode: TOWNSHIP } }],
  village: ['worker', 'listMatters', { order: 'received', filter: { areaCode: `${TOWNSHIP}215` } }],
  pool: ['worker', 'listTasks', { box: 'pool' }],
  board: ['hub', 'readFigures', { areaCode: TOWNSHIP, from: day(-30), until: day(0) }],
  countyBoard: ['county', 'readFigures', { areaCode: '441882', from: day(-30), until: day(0) }],
  byKind: [
    'hub',
    'listMatters',
    { order: 'received', filter: { areaCode: TOWNSHIP, kind: '0601' } },
  ],
  byStatus: ['hub', 'listMatters', { order: 'received', filter: { statuses: ['dispatched'] } }],
  townshipParts: ['hub', 'readBoard', board(TOWNSHIP, 'area')],
  countyParts: ['county', 'readBoard', board('441882', 'area')],
  countyKinds: ['county', 'readBoard', board('441882', 'kind')],
  behind: ['hub', 'listCounted', { ...boardSpan(TOWNSHIP), number: 'count.open', limit: 50 }],
}

function boardSpan(areaCode: string) {
  return { areaCode, from: day(-30), until: day(0), flow: 'incident' }
}

function board(areaCode: string, by: 'area' | 'kind') {
  return { ...boardSpan(areaCode), by }
}

function day(offset: number): string {
  return chinaIsoDay(Date.now() + offset * DAY_MS)
}

type Timed = { readonly ms: number; readonly p95: number; readonly rows: number }

async function timeQueries(app: App): Promise<Record<string, Timed>> {
  const people: Record<string, Actor> = {
    hub: await personOf(app, `hub-${TOWNSHIP}`),
    worker: await personOf(app, `gw-${TOWNSHIP}215003-1`),
    county: await personOf(app, 'hub-441882'),
  }
  const times: Record<string, Timed> = {}
  for (const [title, [who, name, body]] of Object.entries(queries))
    times[title] = await timeQuery(app, name, body, people[who] as Actor)
  return times
}

async function timeQuery(app: App, name: string, body: object, actor: Actor): Promise<Timed> {
  const taken: number[] = []
  let rows = 0
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const began = performance.now()
    const { status, body: answer } = await app.dispatch(name, body, { actor })
    if (round >= 0) taken.push(performance.now() - began)
    if (status !== 200) throw new Error(`${name} was answered with ${status}`)
    const { items, flows, parts } = answer as Record<string, unknown[] | undefined>
    rows = (items ?? flows ?? parts ?? []).length
  }
  return { ms: quantile(taken, 0.5), p95: quantile(taken, 0.95), rows }
}

function compare(small: Record<string, Timed>, large: Record<string, Timed>): Row[] {
  return Object.entries(large).map(([query, { ms, p95, rows }]) => {
    const before = small[query] ?? { ms: NaN, p95: NaN, rows: 0 }
    return {
      query,
      [`rowsAt${SMALL}`]: before.rows,
      [`rowsAt${LARGE}`]: rows,
      [`msAt${SMALL}`]: round2(before.ms),
      [`msAt${LARGE}`]: round2(ms),
      [`p95At${LARGE}`]: round2(p95),
      times: round2(ms / before.ms),
    }
  })
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(values.length * share)] ?? NaN
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
