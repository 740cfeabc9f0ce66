import type { AreaCode } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import { textOf, type Fields } from '@domain/form/formField'
import type { Instant } from '@domain/shared/instant'
import type { Context } from '../context'
import { findSaidBefore, type SaidBefore } from '../store/saidBeforeStore'

/** What a report of the flow is held against others by: the longest look back for each field. */
function comparedFields({ report }: FlowTable): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const condition of (report.needs ?? []).flatMap(({ when }) => when))
    if (typeof condition === 'object' && 'seenBefore' in condition)
      days.set(condition.seenBefore, Math.max(condition.days, days.get(condition.seenBefore) ?? 0))
  return days
}

type Said = { readonly areaCode: AreaCode; readonly fields: Fields; readonly at: Instant }

/** By field: the last other matter that said the same. Asks nothing for the tables that compare nothing. */
export async function findCompared(
  { database, countyId }: Context,
  flow: FlowTable,
  { areaCode, fields, at }: Said,
): Promise<ReadonlyMap<string, SaidBefore>> {
  const found = new Map<string, SaidBefore>()
  for (const [field, days] of comparedFields(flow)) {
    const said = textOf(fields, field)
    const asked = said && { flow: flow.name, areaCode, field, said, at, days }
    const last = asked && (await findSaidBefore(database, countyId, asked))
    if (last) found.set(field, last)
  }
  return found
}
