import { isRefusal } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { listNoticeRows } from '../store/toldStore'
import { audiencesOf } from '../told/audiences'
import { isoTime } from './isoTime'
import { cutPage, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'

/** 消息. Whoever is signed in reads what is addressed to them; the words name nobody and nothing that was reported. */
export const listNotices: Handler<'listNotices'> = async (context, actor, request) => {
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const rows = await listNoticeRows(context.database, context.countyId, audiencesOf(actor), {
    after: after && { at: new Date(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, (row) => ({ at: row.at, id: row.notice_id }))
  return {
    items: items.map((row) => ({
      noticeId: row.notice_id,
      at: isoTime(row.at),
      matterId: row.matter_id,
      number: row.number,
      title: row.title,
      words: row.words,
      level: row.level,
    })),
    next,
  }
}
