import { jurisdictionsOf } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import { DAY_MS, type Instant } from '@domain/shared/instant'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { HoldingView } from '@contract/api/holdings'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { listHoldings, type HoldingRow } from '../store/holdingStore'
import { isoTime } from './isoTime'
import { cutPage, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'

/** After that the township takes these reports no more (see `REPORT_AGE_MAX_MS`), and there is nothing to wait for. */
export const HOLDINGS_KEPT_MS = 60 * DAY_MS
/** A phone in use is heard many times a day. */
const SILENT_AFTER_MS = DAY_MS

/** Of people within one's own area; a phone whose owner holds a post elsewhere is not shown. */
export const readHoldings: Handler<'readHoldings'> = async (context, actor, request) => {
  const areas = jurisdictionsOf(actor, 'hub.operate')
  if (areas.length === 0) return refuse('access.not-permitted')
  const key = readPageKey(request.after)
  if (isRefusal(key)) return key
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const now = context.now()
  const rows = await listHoldings(context.database, context.countyId, {
    areas,
    heardSince: now - HOLDINGS_KEPT_MS,
    after: key && { at: new Date(key.at), id: key.id },
    limit: limit + 1,
  })
  const page = cutPage(rows, limit, ({ since, device_id }) => ({ at: since, id: device_id }))
  return { ...page, items: page.items.map((row) => drawHolding(context, row, now)) }
}

function drawHolding({ reference }: Context, row: HoldingRow, now: Instant): HoldingView {
  const { person_id: personId, name, phone, role, area_code: code } = row
  return {
    holdingId: row.device_id,
    person: {
      personId,
      name,
      phone,
      role,
      roleTitle: roles[role].title,
      area: { code, name: reference.areaName(code) },
    },
    ...row.held,
    since: isoTime(row.since),
    heardAt: isoTime(row.heard_at),
    silent: now - row.heard_at > SILENT_AFTER_MS,
  }
}
