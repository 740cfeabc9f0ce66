import type { Actor } from '@domain/access/actor'
import { mayRead } from '@domain/matter/mayRead'
import { refuse } from '@domain/shared/refusal'
import type { Context } from '../context'
import type { Handler } from '../handler'
import {
  feedEnd,
  findCursor,
  isKnownCursor,
  readChanges,
  writeCursor,
  type Change,
} from '../store/changeFeed'
import { viewMatters } from './viewMatters'

/** Rows looked through in one call, most of which may be others' matters. */
export const CHANGES_SCANNED_MAX = 500

/** Permission is per row: a change is told to whoever may read the matter. Without a cursor it starts now. */
export const listChanges: Handler<'listChanges'> = async (context, actor, { after, limit }) => {
  if (after === undefined)
    return { items: [], cursor: writeCursor(await feedEnd(context.database)) }
  const from = findCursor(after)
  if (!from) return refuse('hub.cursor-invalid')
  const scanned = await readChanges(
    context.database,
    context.countyId,
    from,
    limit ?? CHANGES_SCANNED_MAX,
  )
  if (scanned.length === 0 && !(await isKnownCursor(context.database, from)))
    return refuse('hub.cursor-invalid')
  const cursor = scanned.at(-1)?.cursor ?? from
  return { items: await viewChanges(context, actor, scanned), cursor: writeCursor(cursor) }
}

export async function viewChanges(context: Context, actor: Actor, changes: readonly Change[]) {
  const now = context.now()
  const mine = changes.filter(({ matter }) => mayRead(actor, matter, context.flows.of(matter), now))
  const views = await viewMatters(
    context,
    actor,
    mine.map((change) => change.matter),
  )
  return views.map((matter, index) => ({ action: mine[index]?.action ?? '', matter }))
}
