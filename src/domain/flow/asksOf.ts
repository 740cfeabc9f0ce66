import type { Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import type { FlowTable } from './flowTable'

/** The system outside that a step asks; the last one, since only its answer is still waited for. */
export function asksOf(flow: FlowTable, events: readonly MatterEvent[]): string | undefined {
  return events.flatMap((event) => rowOf(flow, event)?.asks ?? []).at(-1)
}

function rowOf({ report, statuses }: FlowTable, event: MatterEvent) {
  if (event.type === 'MatterReported') return report
  return event.type === 'MatterMoved' ? statuses[event.from]?.actions[event.action] : undefined
}

/** Does it stand where a system outside is to answer? */
export function waitsForAnswer(flow: FlowTable, { status }: Pick<Matter, 'status'>): boolean {
  const actions = Object.values(flow.statuses[status]?.actions ?? {})
  return actions.some(({ automatic }) => automatic === 'answer')
}
