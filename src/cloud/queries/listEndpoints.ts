import { jurisdictionsOf } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { endpointView } from '../relay/endpointView'
import { readEndpointSummaries } from '../store/endpointStore'

export const listEndpoints: Handler<'listEndpoints'> = async (context, actor) => {
  const areas = jurisdictionsOf(actor, 'hub.operate')
  if (areas.length === 0) return refuse('access.not-permitted')
  const summaries = await readEndpointSummaries(context.database, {
    countyId: context.countyId,
    areas,
  })
  return { items: summaries.map((summary) => endpointView(summary, context.now())) }
}
