import type { MatterView } from '@contract/views'

export type InboxView = 'due' | 'received'

/** The server's own order, so that a row that comes by itself stands where a reload would put it. */
export function orderInbox(matters: readonly MatterView[], view: InboxView): MatterView[] {
  return [...matters].sort(view === 'due' ? byDue : byReceived)
}

function byDue(one: MatterView, other: MatterView): number {
  return dueMoment(one) - dueMoment(other) || one.matterId.localeCompare(other.matterId)
}

function byReceived(one: MatterView, other: MatterView): number {
  return (
    Date.parse(other.receivedAt) - Date.parse(one.receivedAt) ||
    other.matterId.localeCompare(one.matterId)
  )
}

/** What has no deadline waits for somebody else and comes last. A finite number: infinities subtract to NaN. */
function dueMoment(matter: MatterView): number {
  return matter.dueAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(matter.dueAt)
}
