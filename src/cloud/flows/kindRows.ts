import type { FlowKind, FlowTable } from '@domain/flow/flowTable'
import type { OwnKind } from '@domain/settings/countySettings'
import { categoryOf } from '@domain/settings/ownKinds'
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

/** A county's own kinds, with the picture and the category's name of their neighbours in the list. */
export function ownKindRows(own: readonly OwnKind[], stored: readonly StoredKind[]): StoredKind[] {
  return own.map((kind) => ownKindRow(kind, stored))
}

function ownKindRow(kind: OwnKind, stored: readonly StoredKind[]): StoredKind {
  const category = categoryOf(kind.code)
  const neighbour = stored.find((row) => row.category === category)
  return {
    code: kind.code,
    version: 1,
    in_force: true,
    name: kind.name,
    category,
    category_name: neighbour?.category_name ?? category,
    urgency: kind.urgency,
    accept_hours: kind.accept.hours,
    accept_clock: kind.accept.clock,
    handle_hours: kind.handle.hours,
    handle_clock: kind.handle.clock,
    base_points: kind.basePoints,
    self_close: kind.selfClose,
    sensitivity: kind.sensitivity,
    owner: kind.owner,
    initials: kind.initials ?? '',
    icon: neighbour?.icon ?? 'flow',
    rank: null,
    emergency_number: null,
    note: '',
  }
}
