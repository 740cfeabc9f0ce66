import type { Actor } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import { mayRead } from '@domain/matter/mayRead'
import type { ExportRequest } from '@contract/exportMatters'
import type { Context } from '../context'
import { matterScopes } from '../queries/matterScopes'
import { searchMatters } from '../store/matterLists'
import type { LookedAt, MatterKey } from '../store/orderedMatters'

/** Read at once: some megabytes at the most, and a moment in which nobody else is answered. */
export const EXPORT_PAGE = 500

/**
 * The matters that were asked for, newest first and page by page, as far as the actor may read each. Between two pages
 * everybody else has their turn, and no transaction stays open, however slowly the file is taken.
 */
export async function* readForExport(
  context: Context,
  actor: Actor,
  request: ExportRequest,
): AsyncGenerator<Matter[]> {
  let after = firstKey(request)
  for (;;) {
    const page = await readPage(context, actor, request, after)
    const found = page.filter((row) => row.found).map((row) => row.state)
    const asked = found.filter((one) => isAsked(one, request))
    const now = context.now()
    yield asked.filter((one) => mayRead(actor, one, context.flows.of(one), now))
    const last = page.at(-1)?.state
    const more = page.length >= EXPORT_PAGE || page.some((row) => !row.found)
    if (!last || !more || last.receivedAt < startOf(request)) return
    after = { at: new Date(last.receivedAt), id: last.id }
  }
}

function readPage(
  context: Context,
  actor: Actor,
  { areaCode, open }: ExportRequest,
  after: MatterKey | undefined,
): Promise<LookedAt[]> {
  return searchMatters(context.database, context.countyId, {
    whose: matterScopes(actor, areaCode),
    ...{ open, after },
    order: 'received',
    limit: EXPORT_PAGE,
  })
}

/** Asked here: the database would look through ten thousand matters for each page of those that fit. */
function isAsked(matter: Matter, request: ExportRequest): boolean {
  const { flow, kind, statuses } = request
  return (
    matter.receivedAt >= startOf(request) &&
    (flow === undefined || matter.flow === flow) &&
    (kind === undefined || matter.kind === kind) &&
    (statuses === undefined || statuses.includes(matter.status))
  )
}

function startOf({ from }: ExportRequest): number {
  return from === undefined ? -Infinity : Date.parse(`${from}T00:00:00+08:00`)
}

/** Just after the last of the days, before which the newest of them lies. */
function firstKey({ until }: ExportRequest): MatterKey | undefined {
  if (until === undefined) return undefined
  const end = new Date(Date.parse(`${until}T00:00:00+08:00`) + 24 * 3_600_000)
  return { at: end, id: '00000000-0000-0000-0000-000000000000' }
}
