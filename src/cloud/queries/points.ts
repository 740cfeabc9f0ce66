import { holds } from '@domain/access/actor'
import { numberOf } from '@domain/form/formField'
import { readingOf } from '@domain/matter/mayRead'
import { CONFIRMED_REPORT_RULE } from '@domain/points/confirmedReportPoints'
import { JOINED_REPORT_RULE } from '@domain/points/postingsOf'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findMatter } from '../store/matterStore'
import { findBalance, listPostingRows, listSettled } from '../store/pointsStore'
import { isoTime } from './isoTime'
import { cutPage, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'

export const getPoints: Handler<'getPoints'> = async (context, actor) => {
  if (!holds(actor, 'points.readOwn')) return { balance: 0, earns: false }
  const balance = await findBalance(context.database, context.countyId, `person:${actor.personId}`)
  return { balance, earns: holds(actor, 'points.earn') }
}

const ruleTitles: Readonly<Record<string, string>> = {
  [CONFIRMED_REPORT_RULE]: '上报经核实属实',
  [JOINED_REPORT_RULE]: '同一件事，也上报了',
  settlement: '已结算发放',
}

const REVERSAL = 'reversal:'

/** 冲正, and the reversal of one: what was given back. */
function ruleTitle(rule: string): string {
  if (rule.startsWith(REVERSAL + REVERSAL)) return '申诉成立，积分还回'
  if (rule.startsWith(REVERSAL)) return '查实不属实，积分收回'
  return ruleTitles[rule] ?? '帮了忙'
}

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
        ruleTitle: ruleTitle(row.rule),
        matterId: row.matter_id,
        ...(row.number === null ? {} : { matterNumber: row.number }),
        ...(kindName === undefined ? {} : { kindName }),
        at: isoTime(row.at),
      }
    }),
    next,
  }
}

/** More people than a township has who report. */
const SETTLED_MAX = 5000

/** 结算单, for whoever works on the settlement: to be checked, and for the finance office. */
export const readSettlement: Handler<'readSettlement'> = async (context, actor, { matterId }) => {
  const { database, countyId } = context
  const matter = await findMatter(database, countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  const reading = readingOf(actor, matter, context.flows.of(matter), context.now())
  if (reading !== 'insider') return refuse('access.outside-jurisdiction')
  const fenPerPoint = numberOf(matter.fields, 'fenPerPoint') ?? 0
  const rows = await listSettled(database, countyId, matterId, SETTLED_MAX)
  const points = rows.reduce((sum, row) => sum + row.points, 0)
  return {
    items: rows.map(({ name, account, points: own }) => ({
      name,
      account,
      points: own,
      fen: own * fenPerPoint,
    })),
    points,
    fen: points * fenPerPoint,
    people: rows.length,
  }
}
