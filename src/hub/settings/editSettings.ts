import type { CountySettingsInput } from '@contract/countySettings'

export type Settings = CountySettingsInput
export type FlowSettings = Settings['flows'][string]
export type FormSettings = NonNullable<FlowSettings['forms']>[string]
export type AddedField = NonNullable<FormSettings['adds']>[number]
export type KindSettings = Settings['kinds'][string]
export type OwnKind = Settings['ownKinds'][number]
export type LimitSettings = NonNullable<FlowSettings['limits']>[string]
export type TimeLimit = OwnKind['accept']

/** Changes the settings of one flow; what is empty afterwards is no longer a difference and goes. */
export function editFlow(
  settings: Settings,
  flow: string,
  change: Partial<FlowSettings>,
): Settings {
  const next = pruned({ ...settings.flows[flow], ...change })
  return { ...settings, flows: withEntry(settings.flows, flow, next) }
}

export function editLimit(
  settings: Settings,
  flow: string,
  status: string,
  limit: LimitSettings | undefined,
): Settings {
  const limits = withEntry(settings.flows[flow]?.limits ?? {}, status, limit)
  return editFlow(settings, flow, { limits })
}

export function editAdded(
  settings: Settings,
  flow: string,
  action: string,
  adds: AddedField[],
): Settings {
  const forms = settings.flows[flow]?.forms ?? {}
  const form = pruned<FormSettings>({ ...forms[action], adds })
  return editFlow(settings, flow, { forms: withEntry(forms, action, form) })
}

export function editKind(
  settings: Settings,
  code: string,
  change: Partial<KindSettings>,
): Settings {
  const next = pruned({ ...settings.kinds[code], ...change })
  return { ...settings, kinds: withEntry(settings.kinds, code, next) }
}

function withEntry<Value>(
  entries: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
): Record<string, Value> {
  const { [key]: _before, ...others } = entries
  return value === undefined ? others : { ...others, [key]: value }
}

/** Without what is not said; undefined when nothing is left. */
function pruned<Value extends object>(value: Value): Value | undefined {
  const said = Object.entries(value).filter(([, one]) => one !== undefined && !isEmpty(one))
  return said.length === 0 ? undefined : (Object.fromEntries(said) as Value)
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

/**
 * What one has changed, put upon what somebody else has saved meanwhile. Where both changed the same flow or kind one's
 * own stands, and it is named, so that it is looked at again.
 */
export function mergeSettings(
  base: Settings,
  mine: Settings,
  theirs: Settings,
): { readonly merged: Settings; readonly both: readonly string[] } {
  const flows = mergeEntries(base.flows, mine.flows, theirs.flows)
  const kinds = mergeEntries(base.kinds, mine.kinds, theirs.kinds)
  const own = mergeEntries(byCode(base), byCode(mine), byCode(theirs))
  return {
    merged: { flows: flows.merged, kinds: kinds.merged, ownKinds: Object.values(own.merged) },
    both: [...flows.both, ...kinds.both, ...own.both],
  }
}

type Entries<Value> = Readonly<Record<string, Value>>

function mergeEntries<Value>(base: Entries<Value>, mine: Entries<Value>, theirs: Entries<Value>) {
  const differs = (one: Entries<Value>, other: Entries<Value>, key: string) =>
    JSON.stringify(one[key]) !== JSON.stringify(other[key])
  const keys = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])
  const changed = [...keys].filter((key) => differs(base, mine, key))
  return {
    merged: changed.reduce<Record<string, Value>>(
      (merged, key) => withEntry(merged, key, mine[key]),
      { ...theirs },
    ),
    both: changed.filter((key) => differs(base, theirs, key) && differs(mine, theirs, key)),
  }
}

function byCode({ ownKinds }: Settings): Record<string, OwnKind> {
  return Object.fromEntries(ownKinds.map((own) => [own.code, own]))
}
