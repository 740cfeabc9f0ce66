import type { FlowTable } from '../flow/flowTable'
import type { Kind } from '../kind/kind'
import type { CountySettings, KindSettings } from './countySettings'
import { ownKind } from './ownKinds'

/** The kinds as a county has set them, with its own; also those that are switched off, for the matters still open. */
export function applyKindSettings(
  kinds: readonly Kind[],
  settings: CountySettings,
  tables: readonly FlowTable[],
): Kind[] {
  const set = kinds.map((kind) => changedKind(kind, settings.kinds[kind.code]))
  return [...set, ...settings.ownKinds.map((own) => ownKind(own, kinds, tables))]
}

export function changedKind(kind: Kind, change: KindSettings | undefined): Kind {
  if (!change) return kind
  const { off: _off, ...changes } = change
  const said = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...kind, ...Object.fromEntries(said) }
}

/** The codes that nobody may report any more. */
export function switchedOff({ kinds, ownKinds }: CountySettings): ReadonlySet<string> {
  return new Set([
    ...Object.keys(kinds).filter((code) => kinds[code]?.off),
    ...ownKinds.filter(({ off }) => off).map(({ code }) => code),
  ])
}
