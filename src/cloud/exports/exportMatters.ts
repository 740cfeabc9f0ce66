import type { Actor } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import { EXPORT_ROWS_MAX, type ExportRequest } from '@contract/exportMatters'
import type { ProblemCode } from '@contract/problems'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import { recordExport, type ExportRecord } from '../store/exportStore'
import { makeTurns } from '../turns'
import { CSV_MARK, csvLine } from './csvLine'
import { matterCells, matterHeading } from './matterCells'
import { readForExport } from './readForExport'
import { refuseExport } from './refuseExport'
import { writeWorkbook } from './writeWorkbook'

/** Exports under way in one process; whoever comes then is asked to come again. */
export const EXPORTS_AT_ONCE = 10
/** Pages read at once by all of them, so that the others keep their connections. */
const PAGES_AT_ONCE = 2

export type ExportFile = {
  readonly name: string
  readonly type: string
  readonly pieces: AsyncIterable<string | Uint8Array>
  /** To be called at the end, also when nobody ever began to read. */
  readonly release: () => void
}

export type Exporter = (
  actor: Actor,
  request: ExportRequest,
) => Promise<ExportFile | Refusal<ProblemCode>>

/** 导出: permission first, then on record, then piece by piece. */
export function makeExporter(context: Context): Exporter {
  const turns = makeTurns({ atOnce: PAGES_AT_ONCE, waitingMax: EXPORTS_AT_ONCE })
  let underWay = 0
  return async (actor, request) => {
    const refused = refuseExport(actor, request)
    if (refused) return refused
    if (underWay >= EXPORTS_AT_ONCE) return refuse('server.busy')
    underWay++
    const release = once(() => void underWay--)
    try {
      const record = await begin(context, actor, request)
      const pages = inTurn(readForExport(context, actor, request), turns)
      const pieces = kept(context, record, limited(pages, EXPORT_ROWS_MAX[request.format]), {
        write: request.format === 'csv' ? writeCsv : writeWorkbook,
        done: release,
      })
      return { name: nameOf(context, request), type: types[request.format], pieces, release }
    } catch (error) {
      release()
      throw error
    }
  }
}

function once(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

type Begun = Omit<ExportRecord, 'phase' | 'rows' | 'at'>

async function begin(context: Context, actor: Actor, request: ExportRequest): Promise<Begun> {
  const { format, ...asked } = request
  const begun = { exportId: context.newId(), personId: actor.personId, format, asked }
  const details = { ...asked, exportId: begun.exportId, format }
  await context.audit.write(auditOf(context, actor, { act: 'matters.exported', details }))
  await record(context, begun, { phase: 'begun', rows: 0 })
  return begun
}

function record(context: Context, begun: Begun, end: Pick<ExportRecord, 'phase' | 'rows'>) {
  return recordExport(context.database, context.countyId, { ...begun, ...end, at: context.now() })
}

type Pages = AsyncIterable<readonly Matter[]>
export type WriteFile = (context: Context, pages: Pages) => AsyncIterable<string | Uint8Array>

async function* inTurn(
  pages: AsyncGenerator<Matter[]>,
  turns: ReturnType<typeof makeTurns>,
): AsyncGenerator<Matter[]> {
  for (;;) {
    const next = await turns(() => pages.next())
    // As many may wait as there are exports, so none is turned away here.
    if (isRefusal(next)) throw new Error('An export found no turn')
    if ('done' in next && next.done) return
    yield next.value
  }
}

async function* limited(pages: Pages, rowsMax: number): AsyncGenerator<readonly Matter[]> {
  let left = rowsMax
  for await (const page of pages) {
    yield page.slice(0, left)
    left -= page.length
    if (left <= 0) return
  }
}

type Keeping = { readonly write: WriteFile; readonly done: () => void }

/** However it ends, by its end, by a fault or by whoever closes the page, it stands on record with how many left. */
async function* kept(
  context: Context,
  begun: Begun,
  pages: Pages,
  { write, done }: Keeping,
): AsyncGenerator<string | Uint8Array> {
  let rows = 0
  let phase: ExportRecord['phase'] = 'broken'
  async function* counted() {
    for await (const page of pages) {
      rows += page.length
      yield page
    }
  }
  try {
    yield* write(context, counted())
    phase = 'ended'
  } finally {
    done()
    await record(context, begun, { phase, rows })
  }
}

async function* writeCsv(context: Context, pages: Pages): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(matterHeading)
  for await (const page of pages)
    yield page.map((matter) => csvLine(matterCells(context, matter))).join('')
}

function nameOf({ reference }: Context, { areaCode, from, until, format }: ExportRequest): string {
  const days = [from, until].filter((day) => day !== undefined).join('-')
  return `事项-${reference.areaName(areaCode)}${days && `-${days}`}.${format}`
}
