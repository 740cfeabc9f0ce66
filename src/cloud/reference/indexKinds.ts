import type { FlowTable } from '@domain/flow/flowTable'
import type { Kind } from '@domain/kind/kind'
import { changedKind, switchedOff } from '@domain/settings/applyKindSettings'
import { noSettings, type CountySettings } from '@domain/settings/countySettings'
import { USUAL_FLOW } from '@domain/settings/ownKinds'
import type { KindView } from '@contract/views'
import { ownKindRows } from '../flows/kindRows'
import type { StoredKind } from '../store/referenceStore'

/** What is known of a kind whoever asks; who may report it depends on them. */
export type KindFacts = Omit<
  KindView,
  'flowTitle' | 'purpose' | 'form' | 'at' | 'photosMax' | 'mayReport'
>

export type KindIndex = {
  /** Those that may be reported. */
  readonly views: readonly KindFacts[]
  readonly inForce: readonly Kind[]
  /** In force, and not switched off; any version of a kind when one is named. */
  find(code: string, version?: number): Kind | undefined
  /** Also of a kind that nobody may report any more. */
  view(code: string): KindFacts | undefined
}

/**
 * `stored` in order of code and version. A version that begins later is known, but not yet in force. What the county
 * has set goes over all of them: `flows` are its tables already.
 */
export function indexKinds(
  stored: readonly StoredKind[],
  flows: readonly FlowTable[],
  settings: CountySettings = noSettings,
): KindIndex {
  const begun = flowsByKind(flows)
  const off = switchedOff(settings)
  const rows = [...stored, ...ownKindRows(settings.ownKinds, stored)]
  const known = rows.map((row) => {
    const kind = changedKind(kindOf(row, begun), settings.kinds[row.code])
    return { row, kind, view: viewOf(row, kind) }
  })
  const inForce = new Map(
    known.filter(({ row }) => row.in_force).map((one) => [one.kind.code, one]),
  )
  const versions = new Map(known.map(({ kind }) => [`${kind.code} ${kind.version}`, kind] as const))
  return {
    views: [...inForce.values()].filter(({ row }) => !off.has(row.code)).map(({ view }) => view),
    inForce: [...inForce.values()].map(({ kind }) => kind),
    view: (code) => inForce.get(code)?.view,
    find: (code, version) =>
      version === undefined
        ? off.has(code)
          ? undefined
          : inForce.get(code)?.kind
        : versions.get(`${code} ${version}`),
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

function viewOf(row: StoredKind, kind: Kind): KindFacts {
  const { accept, handle, version: _version, ...facts } = kind
  return {
    ...facts,
    initials: row.initials,
    icon: row.icon,
    rank: row.rank,
    acceptHours: accept.hours,
    acceptClock: accept.clock,
    handleHours: handle.hours,
    handleClock: handle.clock,
    emergencyNumber: row.emergency_number,
    note: row.note,
  }
}
