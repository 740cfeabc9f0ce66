import type { Condition } from '../flow/condition'
import type { ActionRow, FlowTable, StatusRow } from '../flow/flowTable'

/** The names that an engine's row works with, whatever the flow; a note or a photo may be left out. */
const engineNames = ['result', 'reason', 'owner', 'owners', 'row', 'into', 'ring', 'signature']

/**
 * What a flow's rows speak of: without these fields a condition, a deadline, a roll or another flow would wait for
 * something nobody is asked any more.
 */
export function neededFields(flow: FlowTable, tables: readonly FlowTable[]): ReadonlySet<string> {
  const statuses = Object.values(flow.statuses)
  const rows = statuses.flatMap(({ actions }) => Object.values(actions))
  const consents = [flow.report, ...rows].flatMap(({ form }) =>
    form.filter(({ type, secretHours }) => type === 'consent' || secretHours !== undefined),
  )
  return new Set([
    ...engineNames,
    ...consents.map(({ name }) => name),
    ...statuses.flatMap(namesOfTime),
    ...rows.flatMap(namesOfRow),
    ...[flow.report, ...rows].flatMap(namesOfEffects),
    ...namesFed(flow, tables),
  ])
}

/** What other flows fill in when they begin one of this. */
export function namesFed(flow: FlowTable, tables: readonly FlowTable[]): string[] {
  return tables
    .flatMap(({ statuses }) => Object.values(statuses))
    .flatMap(({ actions }) => Object.values(actions))
    .flatMap(({ spawns }) => (spawns?.flow === flow.name ? Object.keys(spawns.fields ?? {}) : []))
}

function namesOfTime({ deadline }: StatusRow): string[] {
  if (typeof deadline !== 'object') return []
  const { limit, shorter } = deadline
  const until = typeof limit === 'object' && 'until' in limit ? [limit.until] : []
  return [...until, ...(shorter ? [shorter.field] : [])]
}

function namesOfRow(row: ActionRow): string[] {
  const { relation, pays, enters, rates, publishes, replaces, spawns, when, measure, form } = row
  return [
    ...(typeof relation === 'object' ? [relation.named] : []),
    ...(typeof pays?.to === 'object' ? [pays.to.named] : []),
    ...[enters?.by, enters?.counts].filter((name) => name !== undefined),
    ...(typeof rates === 'object' ? [rates.by] : []),
    ...(publishes ? [publishes.words] : []),
    ...(replaces ? ['photos', replaces.photo, replaces.because] : []),
    ...Object.values(spawns?.fields ?? {}),
    ...(spawns?.text === undefined ? [] : [spawns.text]),
    ...(when ?? []).flatMap(namesOfCondition),
    // A figure that the whole county compares must ask the same everywhere.
    ...(measure === undefined ? [] : form.map(({ name }) => name).filter(isCounted)),
  ]
}

function isCounted(name: string): boolean {
  return name !== 'note' && name !== 'photos'
}

function namesOfEffects({ adds, sets, invites }: Pick<ActionRow, 'adds' | 'sets' | 'invites'>) {
  return [
    ...(adds && 'field' in adds ? [adds.field] : []),
    ...Object.keys(sets ?? {}),
    ...(invites ? [invites.people, invites.until] : []),
  ]
}

function namesOfCondition(condition: Condition): string[] {
  if (typeof condition === 'string') return []
  if ('field' in condition) return [condition.field]
  if ('reaches' in condition && typeof condition.reaches === 'string') return [condition.reaches]
  if ('below' in condition && typeof condition.below === 'string') return [condition.below]
  return []
}
