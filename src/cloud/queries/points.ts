import { holds } from '@domain/access/actor'
import { CONFIRMED_REPORT_RULE } from '@domain/points/confirmedReportPoints'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findBalance, listPostingRows } from '../store/pointsStore'
import { isoTime } from './isoTime'
import { cutPage, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'

export const getPoints: Handler<'getPoints'> = async (context, actor) => {
  if (!holds(actor, 'points.readOwn')) return { balance: 0, earns: false }
  const balance = await findBalance(context.database, context.countyId, `person:${actor.personId}`)
  return { balance, earns: holds(actor, 'points.earn') }
}

const ruleTitles: Readonly<Record<string, string>> = { [CONFIRMED_REPORT_RULE]: '上报经核实属实' }

export const listPostings: Handler<'listPostings'> = async (context, actor, request) => {
  if (!holds(actor, 'points.readOwn')) return refuse('access.not-permitted')
  const before = readPageKey(request.after)
  if (isRefusal(before)) return before
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const page = { personId: actor.personId, before, limit: limit + 1 }
  const rows = await listPostingRows(context.database, context.countyId, page)
  const { items, next } = cutPage(rows, limit, (row) => ({ at: row.at, id: row.posting_id }))
  const own = `person:${actor.personId}`
  return {
    items: items.map((row) => {
      const kindName = row.kind === null ? undefined : context.reference.kindView(row.kind)?.name
      return {
        postingId: row.posting_id,
        points: row.to_account === own ? row.points : -row.points,
        rule: row.rule,
        ruleTitle: ruleTitles[row.rule] ?? row.rule,
        matterId: row.matter_id,
        ...(row.number === null ? {} : { matterNumber: row.number }),
        ...(kindName === undefined ? {} : { kindName }),
        at: isoTime(row.at),
      }
    }),
    next,
  }
}
