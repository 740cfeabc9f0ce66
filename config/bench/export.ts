import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openApp, type App } from '@cloud/app'
import { reportMatter } from '@cloud/commands/reportMatter'
import { makeExporter, type Exporter } from '@cloud/exports/exportMatters'
import { readSettings } from '@cloud/settings'
import type { Actor } from '@domain/access/actor'
import { isRefusal } from '@domain/shared/refusal'
import { openCluster } from '../postgres/openCluster'
import { newId } from '../screens/countyServer'
import { fillCounty } from './fillCounty'
import { loadCounty, personOf } from './openCounty'

/** A hundred thousand matters to CSV: one alone, then ten at once while people report. */
const PG_PORT = 55462
const TOTAL = 100_000
const AT_ONCE = 10
const TOWNSHIP = '441882118'

type Row = Record<string, string | number>

export async function benchExport(): Promise<Record<string, unknown>> {
  const cluster = openCluster(PG_PORT)
  const folder = mkdtempSync(path.join(tmpdir(), 'lianxin-bench-'))
  try {
    const settings = readSettings({
      ...{ DATABASE_URL: cluster.url, LIANXIN_DATA: folder, LIANXIN_DEMO: '1' },
      // One person reports more than one person may.
      LIANXIN_REQUESTS_PER_MINUTE: '1000000',
    })
    const app = await openApp(settings, { database: await loadCounty(settings) })
    await fillCounty(app.context.database, { total: TOTAL, figures: false })
    const admin = await personOf(app, 'admin-441882')
    const exporter = makeExporter(app.context)
    const alone = await timed(() => takeAll(exporter, admin))
    console.table([alone])
    const quiet = await timeReports(app, Promise.resolve())
    const many = Promise.all(Array.from({ length: AT_ONCE }, () => takeAll(exporter, admin)))
    const busy = await timeReports(app, many)
    const atOnce = { exports: AT_ONCE, rows: (await many).reduce((sum, rows) => sum + rows, 0) }
    console.table([
      { reports: 'without exports', ...quiet },
      { reports: `beside ${AT_ONCE} exports`, ...busy },
    ])
    await app.close()
    return { alone, quiet, busy, atOnce }
  } finally {
    cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function takeAll(exporter: Exporter, actor: Actor): Promise<number> {
  const file = await exporter(actor, { format: 'csv', areaCode: '441882' })
  if (isRefusal(file)) throw new Error(`The export was refused: ${file.refused}`)
  let lines = 0
  for await (const piece of file.pieces) lines += String(piece).split('\r\n').length - 1
  return lines - 1
}

async function timed(work: () => Promise<number>): Promise<Row> {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const began = performance.now()
  const rows = await work()
  clearInterval(watch)
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)
  return {
    rows,
    seconds: Math.round(performance.now() - began) / 1000,
    rssBeforeMb: megabytes(before),
    rssMostMb: megabytes(most),
  }
}

/** Reports one after the other until the work is done, and at least fifty. */
async function timeReports({ context }: App, work: Promise<unknown>): Promise<Row> {
  const worker = await personOf({ context }, `gw-${TOWNSHIP}215003-1`)
  let done = false
  const ends = work.then(() => (done = true))
  const taken: number[] = []
  while (!done || taken.length < 50) {
    const began = performance.now()
    const answer = await reportMatter(context, worker, aReport() as never)
    if (isRefusal(answer)) throw new Error(`A report was refused: ${answer.refused}`)
    taken.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await ends
  const sorted = taken.sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { count: taken.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(0.999) }
}

function aReport() {
  return {
    ...{ commandId: newId(), matterId: newId(), kind: '0501', text: '村口垃圾堆了好几天' },
    ...{ gridCode: `${TOWNSHIP}215003`, discoveredAt: new Date().toISOString() },
    ...{ fields: {}, fileIds: [] },
  }
}
