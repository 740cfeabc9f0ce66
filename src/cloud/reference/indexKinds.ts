import type { Kind } from '@domain/kind/kind'
import type { KindView } from '@contract/views'
import type { StoredKind } from '../store/referenceStore'

export type KindIndex = {
  readonly views: readonly KindView[]
  view(code: string): KindView | undefined
  find(code: string, version?: number): Kind | undefined
}

/** `stored` in order of code and version. A version that begins later is known, but not yet in force. */
export function indexKinds(stored: readonly StoredKind[]): KindIndex {
  const inForce = new Map(stored.filter((row) => row.in_force).map((row) => [row.code, row]))
  const views = [...inForce.values()].map(viewOf)
  const viewByCode = new Map(views.map((view) => [view.code, view]))
  const current = new Map([...inForce].map(([code, row]) => [code, kindOf(row)]))
  const versions = new Map(stored.map((row) => [`${row.code} ${row.version}`, kindOf(row)]))
  return {
    views,
    view: (code) => viewByCode.get(code),
    find: (code, version) =>
      version === undefined ? current.get(code) : versions.get(`${code} ${version}`),
  }
}

function kindOf(row: StoredKind): Kind {
  return {
    code: row.code,
    name: row.name,
    category: row.category,
    categoryName: row.category_name,
    urgency: row.urgency,
    accept: { hours: row.accept_hours, clock: row.accept_clock },
    handle: { hours: row.handle_hours, clock: row.handle_clock },
    basePoints: row.base_points,
    selfClose: row.self_close,
    sensitivity: row.sensitivity,
    owner: row.owner,
    version: row.version,
  }
}

function viewOf(row: StoredKind): KindView {
  return {
    code: row.code,
    name: row.name,
    category: row.category,
    categoryName: row.category_name,
    initials: row.initials,
    icon: row.icon,
    rank: row.rank,
    urgency: row.urgency,
    sensitivity: row.sensitivity,
    basePoints: row.base_points,
    selfClose: row.self_close,
    owner: row.owner,
    acceptHours: row.accept_hours,
    acceptClock: row.accept_clock,
    handleHours: row.handle_hours,
    handleClock: row.handle_clock,
    emergencyNumber: row.emergency_number,
    note: row.note,
  }
}
