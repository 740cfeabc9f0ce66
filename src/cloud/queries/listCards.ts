import { areaLevels } from '@domain/area/areaCode'
import { isRefusal } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { listCardRows } from '../store/toldStore'
import { isoTime } from './isoTime'
import { cutPage, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'

/** 公开卡片 of the areas around and at every post of whoever asks. */
export const listCards: Handler<'listCards'> = async (context, actor, request) => {
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const areas = actor.posts.flatMap(({ areaCode }) =>
    Object.values(areaLevels).map((digits) => areaCode.slice(0, digits)),
  )
  const rows = await listCardRows(context.database, context.countyId, [...new Set(areas)], {
    after: after && { at: new Date(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, (row) => ({ at: row.at, id: row.card_id }))
  return {
    items: items.map((row) => {
      const flow = context.flows.all().find(({ name }) => name === row.flow)
      return {
        cardId: row.card_id,
        at: isoTime(row.at),
        area: { code: row.area_code, name: context.reference.areaName(row.area_code) },
        title: row.title,
        words: row.words,
        flowTitle: flow?.title ?? '',
        ...(flow?.openTo ? { matterId: row.matter_id } : {}),
      }
    }),
    next,
  }
}
