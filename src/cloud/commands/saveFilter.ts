import { holds, type Actor } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import { FILTERS_MAX } from '@contract/api/savedFilters'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { deleteFilter, listFilterRows, writeFilter } from '../store/filterStore'

/** 存下的筛选: a person's own, at whichever console they sit. */
export const saveFilter: Handler<'saveFilter'> = async (context, actor, request) => {
  if (!holds(actor, 'console.signIn')) return refuse('access.not-permitted')
  const { database, countyId, now } = context
  const saved = await writeFilter(database, countyId, actor.personId, {
    ...request,
    savedAt: now(),
    max: FILTERS_MAX,
  })
  return saved ? own(context, actor) : refuse('filter.too-many')
}

export const dropFilter: Handler<'dropFilter'> = async (context, actor, { filterId }) => {
  if (!holds(actor, 'console.signIn')) return refuse('access.not-permitted')
  await deleteFilter(context.database, context.countyId, actor.personId, filterId)
  return own(context, actor)
}

export const listFilters: Handler<'listFilters'> = async (context, actor) =>
  holds(actor, 'console.signIn') ? own(context, actor) : refuse('access.not-permitted')

async function own({ database, countyId }: Context, { personId }: Actor) {
  return { items: await listFilterRows(database, countyId, personId) }
}
