import type { Actor } from '@domain/access/actor'
import { holds, jurisdictionsOf } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import { containsArea } from '@domain/area/areaCode'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Handler } from '../handler'
import { searchMatters, type MatterSearch } from '../store/matterLists'
import { cutPage, keyTime, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'
import { viewMatters } from './viewMatters'

type Request = RequestOf<Operations['listMatters']>

/** Somebody without `matter.read` sees what they reported, and asking for more gives them just that. */
export const listMatters: Handler<'listMatters'> = async (context, actor, request) => {
  const mineOnly = request.filter.mine === true || !holds(actor, 'matter.read')
  const { areaCode } = request.filter
  if (!mineOnly && areaCode && !overlapsJurisdiction(actor, areaCode))
    return refuse('access.outside-jurisdiction')
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const search: MatterSearch = {
    ...whose(actor, mineOnly),
    ...filterOf(request),
    order: request.order,
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  }
  const rows = await searchMatters(context.database, context.countyId, search)
  const { items, next } = cutPage(rows, limit, (matter) => keyOf(matter, request.order))
  return { items: await viewMatters(context, actor, items), next }
}

function whose(actor: Actor, mineOnly: boolean): Pick<MatterSearch, 'reporterId' | 'within'> {
  if (mineOnly) return { reporterId: actor.personId }
  const plain = jurisdictionsOf(actor, 'matter.read')
  return { within: { plain, sensitive: jurisdictionsOf(actor, 'matter.readSensitive') } }
}

function filterOf({ filter }: Request): Omit<MatterSearch, 'order' | 'limit'> {
  const { areaCode, statuses, kind, search, open } = filter
  return { areaCode, statuses, kind, search, open }
}

function overlapsJurisdiction(actor: Actor, areaCode: string): boolean {
  return jurisdictionsOf(actor, 'matter.read').some(
    (own) => containsArea(own, areaCode) || containsArea(areaCode, own),
  )
}

function keyOf(matter: Matter, order: Request['order']) {
  return { at: order === 'due' ? (matter.dueAt ?? Infinity) : matter.receivedAt, id: matter.id }
}
