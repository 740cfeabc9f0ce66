import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import { sameWords } from '@domain/form/sameWords'
import type { Instant } from '@domain/shared/instant'
import { DAY_MS } from '@domain/shared/instant'
import { CLOCK_AHEAD_MAX_MS } from '@domain/flow/decideReport'
import type { Queryable } from './database'

export type SaidBefore = {
  readonly matterId: string
  readonly kind: string
  readonly reporterId: string
  readonly at: Instant
}

export type SaidAsked = {
  readonly flow: string
  readonly areaCode: AreaCode
  readonly field: string
  readonly said: string
  readonly at: Instant
  readonly days: number
}

/** More than a village has of one flow in the days that are looked back. */
const LOOKED_AT_MAX = 1000

type Row = {
  readonly matter_id: string
  readonly kind: string
  readonly reporter_id: string
  readonly said: string | null
  readonly seen_at: number
}

/**
 * The latest matter of the flow, in the village, that said the same in a field no later than then. Two phones that ask
 * at one moment both hear of none: it is told to spare a household, not to lock it.
 */
export async function findSaidBefore(
  db: Queryable,
  countyId: number,
  { flow, areaCode, field, said, at, days }: SaidAsked,
): Promise<SaidBefore | undefined> {
  const rows = await db.query<Row>(
    `select matter_id, kind, reporter_id, state->'fields'->>$4::text as said,
       (state->>'discoveredAt')::float8 as seen_at
     from matters
     where county_id = $1 and left(area_code, ${areaLevels.village}) = $2 and flow = $3 and received_at >= $5
     order by received_at desc, matter_id desc limit $6`,
    [
      countyId,
      areaCode.slice(0, areaLevels.village),
      flow,
      field,
      new Date(at - days * DAY_MS - CLOCK_AHEAD_MAX_MS),
      LOOKED_AT_MAX,
    ],
  )
  const same = rows
    .filter((row) => row.seen_at <= at && at - row.seen_at <= days * DAY_MS)
    .filter((row) => row.said !== null && sameWords(row.said) === sameWords(said))
    .sort((one, other) => other.seen_at - one.seen_at)
  const [last] = same
  return (
    last && {
      matterId: last.matter_id,
      kind: last.kind,
      reporterId: last.reporter_id,
      at: last.seen_at,
    }
  )
}
