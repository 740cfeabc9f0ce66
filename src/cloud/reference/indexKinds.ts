import type { FlowTable } from '@domain/flow/flowTable'
import type { Kind } from '@domain/kind/kind'
import type { KindView } from '@contract/views'
import type { StoredKind } from '../store/referenceStore'

/** What is known of a kind whoever asks; who may report it depends on them. */
export type KindFacts = Omit<
  KindView,
  'flowTitle' | 'purpose' | 'form' | 'at' | 'photosMax' | 'mayReport'
>

export type KindIndex = {
  readonly views: readonly KindFacts[]
  view(code: string): KindFacts | undefined
  find(code: string, version?: number): Kind | undefined
}

/** `stored` in order of code and version. A version that begins later is known, but not yet in force. */
export function indexKinds(stored: readonly StoredKind[], flows: readonly FlowTable[]): KindIndex {
  const begun = flowsByKind(flows)
  const inForce = new Map(stored.filter((row) => row.in_force).map((row) => [row.code, row]))
  const views = [...inForce.values()].map((row) => viewOf(row, begun))
  const viewByCode = new Map(views.map((view) => [view.code, view]))
  const current = new Map([...inForce].map(([code, row]) => [code, kindOf(row, begun)]))
  const versions = new Map(stored.map((row) => [`${row.code} ${row.version}`, kindOf(row, begun)]))
  return {
    views,
    view: (code) => viewByCode.get(code),
    find: (code, version) =>
      version === undefined ? current.get(code) : versions.get(`${code} ${version}`),
  }
}

/** The kinds that a flow claims or brings along. */
function flowsByKind(flows: readonly FlowTable[]): ReadonlyMap<string, string> {
  return new Map(
    flows.flatMap(({ name, begunBy, kinds }) =>
      [...(begunBy ?? []), ...(kinds ?? []).map(({ code }) => code)].map((code) => [code, name]),
    ),
  )
}

/** What no flow claims is an incident. */
const USUAL_FLOW = 'incident'

function kindOf(row: StoredKind, begun: ReadonlyMap<string, string>): Kind {
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
    flow: begun.get(row.code) ?? USUAL_FLOW,
    version: row.version,
  }
}

function viewOf(row: StoredKind, begun: ReadonlyMap<string, string>): KindFacts {
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
    flow: begun.get(row.code) ?? USUAL_FLOW,
  }
}
