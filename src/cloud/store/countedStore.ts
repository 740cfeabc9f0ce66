import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { Matter } from '@domain/matter/matter'
import type { Queryable } from './database'
import { DEPARTMENT_OF_STATE, type FigureSpan } from './figureStore'
import type { MatterKey } from './orderedMatters'

export type CountedSearch = FigureSpan & {
  readonly flow: string
  /** How much each figure of a matter adds. */
  readonly weights: ReadonlyMap<string, number>
  readonly kind?: string | undefined
  readonly department?: string | undefined
  readonly after?: MatterKey | undefined
  readonly limit: number
}

export type CountedMatter = { readonly state: Matter; readonly times: number }

/** The matters that add something to a number, newest first, each with how much. */
export async function listCountedMatters(
  db: Queryable,
  countyId: number,
  search: CountedSearch,
): Promise<CountedMatter[]> {
  const { areaCode, from, until, flow, weights, kind, department, after, limit } = search
  const values = [
    countyId,
    `${from}T00:00:00+08:00`,
    `${until}T23:59:59.999+08:00`,
    flow,
    [...weights.keys()],
    [...weights.values()],
    areaCode,
    kind ?? null,
    department ?? null,
    after?.at ?? null,
    after?.id ?? null,
  ]
  return db.query<CountedMatter>(
    `select state, times from (
       select matter_id, received_at, state, (
         select coalesce(sum(value::int * weight), 0)::int
         from jsonb_each_text(counted) join unnest($5::text[], $6::int[]) as of (figure, weight) on figure = key
       ) as times
       from matters
       where county_id = $1 and received_at >= $2::timestamptz and received_at <= $3::timestamptz and flow = $4
         and ${areaCondition(areaCode)}
         and ($8::text is null or kind = $8) and ($9::text is null or ${DEPARTMENT_OF_STATE} = $9)
         and ($10::timestamptz is null or (received_at, matter_id) < ($10::timestamptz, $11::uuid))
     ) as matter where times <> 0
     order by received_at desc, matter_id desc limit ${Number(limit)}`,
    values,
  )
}

/** As the indexes have them. */
function areaCondition(areaCode: AreaCode): string {
  const { county, township, village } = areaLevels
  if (areaCode.length === county) return `starts_with(area_code, $7)`
  if (areaCode.length === township) return `township_code = $7`
  if (areaCode.length === village) return `left(area_code, ${village}) = $7`
  return `left(area_code, ${village}) = left($7, ${village}) and area_code = $7`
}
