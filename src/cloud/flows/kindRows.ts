import type { FlowKind, FlowTable } from '@domain/flow/flowTable'
import type { StoredKind } from '../store/referenceStore'

/** Kinds that only a flow knows, in the shape of the county's list, so that everybody finds all kinds in one place. */
export function kindRows(flows: readonly FlowTable[]): StoredKind[] {
  return flows.flatMap((flow) => (flow.kinds ?? []).map((kind) => kindRow(flow, kind)))
}

function kindRow(flow: FlowTable, kind: FlowKind): StoredKind {
  return {
    code: kind.code,
    version: flow.version,
    in_force: true,
    name: kind.name,
    category: kind.code.slice(0, 2),
    category_name: flow.title,
    urgency: kind.urgency,
    accept_hours: kind.accept.hours,
    accept_clock: kind.accept.clock,
    handle_hours: kind.handle.hours,
    handle_clock: kind.handle.clock,
    base_points: kind.basePoints ?? 0,
    self_close: false,
    sensitivity: kind.sensitivity ?? 'S0',
    owner: '',
    initials: '',
    icon: kind.icon ?? 'flow',
    rank: null,
    emergency_number: null,
    note: '',
  }
}
