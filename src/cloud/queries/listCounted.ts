import type { Actor } from '@domain/access/actor'
import { containsArea } from '@domain/area/areaCode'
import { weightsOf } from '@domain/figures/weightsOf'
import { getStatus } from '@domain/flow/getStatus'
import { mayRead } from '@domain/matter/mayRead'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { RequestOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { listCountedMatters, type CountedMatter } from '../store/countedStore'
import { findBoardFlow, refuseFigures } from './figureSpan'
import { isoTime } from './isoTime'
import { cutPage, keyTime, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'

type Request = RequestOf<Operations['listCounted']>
type Item = ResponseOf<Operations['listCounted']>['items'][number]

/** 数字背后的事. Who may read the number reads which matters make it, as far as they may read these. */
export const listCounted: Handler<'listCounted'> = async (context, actor, request) => {
  const refused = refuseFigures(context, actor, request)
  if (refused) return refused
  const flow = findBoardFlow(context, request.flow)
  if (isRefusal(flow)) return flow
  const weights = weightsOf(flow).get(request.number)
  if (!weights) return wrong('number', '没有这个数字')
  const part = partOf(request)
  if (!part) return wrong('part', '这个地方不在所看的范围里')
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const rows = await listCountedMatters(context.database, context.countyId, {
    ...request,
    ...part,
    weights,
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, ({ state }) => ({
    at: state.receivedAt,
    id: state.id,
  }))
  return { items: items.map((row) => drawItem(context, actor, row)), next }
}

function wrong(path: string, message: string) {
  return refuse('request.invalid', { issues: [{ path, message }] })
}

function partOf({ areaCode, part }: Request) {
  if (!part) return {}
  const { by, key } = part
  if (by !== 'area') return { [by]: key }
  return containsArea(areaCode, key) ? { areaCode: key } : undefined
}

function drawItem(context: Context, actor: Actor, { state: matter, times }: CountedMatter): Item {
  const flow = context.flows.of(matter)
  if (!mayRead(actor, matter, flow, context.now())) return { times }
  const { reference } = context
  return {
    times,
    matter: {
      matterId: matter.id,
      number: matter.number,
      kindName: reference.kindView(matter.kind, matter.settingsVersion)?.name ?? matter.kind,
      statusTitle: getStatus(flow, matter.status).title,
      areaName: reference.areaName(matter.areaCode),
      receivedAt: isoTime(matter.receivedAt),
      ended: matter.endedAt !== undefined,
    },
  }
}
