import { can } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findPeople } from '../store/peopleStore'
import { findCompared } from './comparedBy'
import { isoTime } from './isoTime'

/** Told to whoever may write such a report there, and to nobody else: it says where somebody was. */
export const findSaidBefore: Handler<'findSaidBefore'> = async (context, actor, request) => {
  const kind = context.reference.findKind(request.kind)
  if (!kind) return refuse('matter.unknown-kind', { kind: request.kind })
  const flow = context.flows.named(kind.flow)
  if (!flow) return refuse('matter.flow-off', { flow: kind.flow })
  if (!can(actor, flow.report.permission, request.areaCode))
    return refuse('access.outside-jurisdiction')
  const at = request.at === undefined ? context.now() : Date.parse(request.at)
  const found = await findCompared(context, flow, { ...request, at })
  const { database, countyId } = context
  const people = await findPeople(
    database,
    countyId,
    [...found.values()].map(({ reporterId }) => reporterId),
  )
  const items = [...found].map(([field, last]) => ({
    field,
    at: isoTime(last.at),
    kindName: context.reference.findKind(last.kind)?.name ?? last.kind,
    by: people.get(last.reporterId)?.name ?? '',
  }))
  return { items }
}
