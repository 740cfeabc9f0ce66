import { holds, jurisdictionsOf, type Actor } from '@domain/access/actor'
import { areaLevels, containsArea } from '@domain/area/areaCode'
import { isSensitive } from '@domain/kind/kind'
import type { Matter } from '@domain/matter/matter'
import { mayRead } from '@domain/matter/mayRead'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { FlowBook } from '../flows/flowBook'
import type { Caller, Handler } from '../handler'
import { searchMatters, type MatterSearch, type Whose } from '../store/matterLists'
import type { LookedAt } from '../store/orderedMatters'
import { listAboutMe } from './listAboutMe'
import { listAround } from './listAround'
import { matterScopes } from './matterScopes'
import { keyTime, PAGE_LIMIT_DEFAULT, readPageKey, writePageKey } from './pageKey'
import { viewMatters } from './viewMatters'

type Request = RequestOf<Operations['listMatters']>

/** Somebody without `matter.read` sees what they reported, and asking for more gives them just that. */
export const listMatters: Handler<'listMatters'> = async (context, actor, request, caller) => {
  if (request.filter.around) return listAround(context, actor, request)
  if (request.filter.aboutMe) return listAboutMe(context, actor, request)
  const mineOnly = request.filter.mine === true || !holds(actor, 'matter.read')
  const { areaCode } = request.filter
  if (!mineOnly && areaCode && !overlapsJurisdiction(actor, areaCode))
    return refuse('access.outside-jurisdiction')
  if (request.order === 'due' && request.filter.open === false)
    return refuse('request.invalid', {
      issues: [{ path: 'order', message: '办结了的事没有期限，不能按期限排' }],
    })
  const after = readPageKey(request.after, request.order)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const rows = await searchMatters(context.database, context.countyId, {
    whose: whoseOf(context, actor, request, mineOnly),
    ...filterOf(context.flows, request),
    order: request.order,
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutLookedAt(rows, limit, request.order)
  // Some flows keep their matters to fewer than those who may read others of the area.
  const now = context.now()
  const readable = items.filter((one) => mayRead(actor, one, context.flows.of(one), now))
  await tellGuarded(context, actor, readable, caller)
  return { items: await viewMatters(context, actor, readable), next }
}

/** A list shows what sensitive matters of others say, so it is a reading of them: one entry for all of a page. */
async function tellGuarded(
  context: Context,
  actor: Actor,
  matters: readonly Matter[],
  caller: Caller | undefined,
): Promise<void> {
  const numbers = matters
    .filter((one) => isSensitive(one.sensitivity) && one.reporter.personId !== actor.personId)
    .map(({ number }) => number)
  if (numbers.length === 0) return
  const told = { act: 'matters.listed', details: { numbers }, caller } as const
  await context.audit.write(auditOf(context, actor, told))
}

function overlapsJurisdiction(actor: Actor, areaCode: string): boolean {
  return jurisdictionsOf(actor, 'matter.read').some(
    (own) => containsArea(own, areaCode) || containsArea(areaCode, own),
  )
}

function whoseOf(
  { reference }: Context,
  actor: Actor,
  { filter: { areaCode }, order }: Request,
  mineOnly: boolean,
): Whose {
  if (mineOnly) return { reporterId: actor.personId, areaCode }
  const within = matterScopes(actor, areaCode)
  if (order === 'received') return within
  const scopes = within.scopes.flatMap((code) =>
    code.length === areaLevels.county
      ? [code, ...reference.areas(code).map((township) => township.code)]
      : [code],
  )
  return { ...within, scopes }
}

/** Open ones are few and have an index of their own; who asks for open statuses need not say `open` as well. */
function filterOf(
  flows: FlowBook,
  { filter, order }: Request,
): Omit<MatterSearch, 'whose' | 'order' | 'limit'> {
  const { statuses, kind, flow, search, open } = filter
  const onlyOpen = order === 'due' || statuses?.every((status) => isOpenStatus(flows, status))
  return { statuses, kind, flow, search, open: open ?? (onlyOpen ? true : undefined) }
}

function isOpenStatus(flows: FlowBook, status: string): boolean {
  return flows.all().every((flow) => flow.statuses[status]?.ended !== true)
}

/** A page may end where looking through ended, with fewer than were asked for, and the next goes on from there. */
function cutLookedAt(rows: readonly LookedAt[], limit: number, order: Request['order']) {
  const found = rows.filter((row) => row.found).map((row) => row.state)
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : rows.find((row) => !row.found)?.state
  return { items, next: last ? writePageKey(keyOf(last, order)) : null }
}

function keyOf(matter: Matter, order: Request['order']) {
  return { at: order === 'due' ? (matter.dueAt ?? Infinity) : matter.receivedAt, id: matter.id }
}
