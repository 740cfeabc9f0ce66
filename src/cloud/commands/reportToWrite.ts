import { countsOf } from '@domain/figures/countsOf'
import { getStatus } from '@domain/flow/getStatus'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { Instant } from '@domain/shared/instant'
import type { Context } from '../context'
import { eventSource, outboxRowFor } from '../relay/outboxRow'
import type { ReportToWrite } from '../store/writeReports'
import { toldByReport } from '../told/toldBy'
import { asksOf } from '@domain/flow/asksOf'

/** A matter that begins, with all that is written beside it: the event for outside, the notices, the question asked. */
export function reportToWrite(
  context: Context,
  events: readonly MatterEvent[],
  { commandId, inputHash }: Pick<ReportToWrite, 'commandId' | 'inputHash'>,
  now: Instant,
): ReportToWrite {
  const matter = evolveMatter(undefined, events)
  const flow = context.flows.of(matter)
  const outbox = flow.report.forwarded
    ? outboxRowFor(context.reference, {
        matter,
        statusTitle: getStatus(flow, matter.status).title,
        event: { name: 'reported', action: 'report' },
        messageId: commandId,
        now,
        source: eventSource(context.settings),
      })
    : undefined
  const asks = asksOf(flow, events)
  const notices = toldByReport(flow, matter, events, context.newId)
  const counts = countsOf(flow, undefined, events).filter(({ figure }) => figure !== 'reported')
  return { commandId, inputHash, matter, events, outbox, asks, notices, counts }
}
