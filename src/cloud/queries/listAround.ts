import { jurisdictionsOf, type Actor } from '@domain/access/actor'
import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import { mayRead } from '@domain/matter/mayRead'
import { isRefusal, type Refusal } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { ProblemCode } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { Context } from '../context'
import { searchAround } from '../store/aroundLists'
import { cutPage, keyTime, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'
import { viewMatters } from './viewMatters'

type Request = RequestOf<Operations['listMatters']>

/** 身边的事: topics, sign-ups and notices open to everybody where I live or work, and searches that ask me. */
export async function listAround(
  context: Context,
  actor: Actor,
  request: Request,
): Promise<{ items: MatterView[]; next: string | null } | Refusal<ProblemCode>> {
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const { flow } = request.filter
  const flows = context.flows.all().filter(({ name }) => flow === undefined || name === flow)
  const ringFlows = flows.filter(({ ringIn }) => ringIn !== undefined)
  const asked = [...new Set(ringFlows.map(({ ringOf }) => ringOf ?? 'search.answer'))]
  const rows = await searchAround(context.database, context.countyId, {
    openFlows: flows.filter(({ openTo }) => openTo !== undefined).map(({ name }) => name),
    areas: around(jurisdictionsOf(actor, 'matter.participate')),
    ringFlows: ringFlows.map(({ name }) => name),
    rings: around(asked.flatMap((permission) => jurisdictionsOf(actor, permission))),
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }))
  const now = context.now()
  const mine = items.filter((matter) => mayRead(actor, matter, context.flows.of(matter), now))
  return { items: await viewMatters(context, actor, mine), next }
}

/** The areas themselves and those around them: what is filed at the village concerns each of its grids. */
function around(codes: readonly AreaCode[]): AreaCode[] {
  const all = codes.flatMap((code) =>
    Object.values(areaLevels)
      .filter((digits) => digits <= code.length)
      .map((digits) => code.slice(0, digits)),
  )
  return [...new Set(all)]
}
