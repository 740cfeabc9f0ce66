import { getStatus } from '@domain/flow/getStatus'
import type { Matter } from '@domain/matter/matter'
import { isRefusal } from '@domain/shared/refusal'
import { auditOf } from '../audit/auditOf'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { listOwnMatters } from '../store/myDataStore'
import { drawFields } from './drawFields'
import { isoTime } from './isoTime'
import { cutPage, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'
import { viewMyData } from './readMyData'

/** 导出: what I said and what was said to me; what those who work on it write to each other is theirs. */
export const exportMyData: Handler<'exportMyData'> = async (context, actor, request, caller) => {
  const key = readPageKey(request.after)
  if (isRefusal(key)) return key
  const { database, countyId } = context
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const after = key && { at: new Date(key.at), id: key.id }
  const page = { personId: actor.personId, after, limit: limit + 1 }
  const rows = await listOwnMatters(database, countyId, page)
  if (!after) await context.audit.write(auditOf(context, actor, { act: 'data.exported', caller }))
  const { items, next } = cutPage(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }))
  return {
    exportedAt: isoTime(context.now()),
    data: await viewMyData(context, actor),
    matters: items.map((matter) => drawOwn(context, matter)),
    next,
  }
}

function drawOwn(context: Context, matter: Matter) {
  const { reference } = context
  const flow = context.flows.of(matter)
  const { place, endedAt, lastNote } = matter
  const fields = drawFields(context, flow, matter, 'reporter', new Map())
  return {
    matterId: matter.id,
    number: matter.number,
    flowTitle: flow.title,
    kindName: reference.kindView(matter.kind, matter.settingsVersion)?.name ?? matter.kind,
    text: matter.text,
    areaName: reference.areaName(matter.areaCode),
    ...(place ? { longitude: place.longitude, latitude: place.latitude } : {}),
    fields: fields.map(({ title, words }) => ({ title, words })),
    photos: matter.photos.length,
    discoveredAt: isoTime(matter.discoveredAt),
    receivedAt: isoTime(matter.receivedAt),
    statusTitle: getStatus(flow, matter.status).title,
    ...(lastNote === undefined ? {} : { lastNote }),
    ...(endedAt === undefined ? {} : { endedAt: isoTime(endedAt) }),
  }
}
