import type { FieldType, FormField } from '../form/formField'
import type { Condition } from './condition'
import type { ActionRow, DeadlineRow, Effects, FlowTable } from './flowTable'

/** Names that mean the same in every flow. */
const reserved: Readonly<Record<string, FieldType>> = {
  note: 'text',
  result: 'text',
  reason: 'text',
  owner: 'owner',
  owners: 'owners',
  photos: 'photos',
  row: 'row',
  into: 'matter',
  ring: 'area',
}

/** What is wrong with the forms of a flow, and with what its rows say of them. */
export function checkFields(flow: FlowTable): string[] {
  const known = new Set(formsOf(flow).flatMap(({ form }) => form.map(({ name }) => name)))
  const set = formsOf(flow).flatMap(({ sets }) => Object.keys(sets ?? {}))
  const names = new Set([...known, ...set])
  const lists = new Set(formsOf(flow).flatMap(({ adds }) => (adds ? [adds.list] : [])))
  const rolls = new Set(rowsOf(flow).flatMap(({ enters }) => (enters ? [enters.roll] : [])))
  const steps = new Set(rowsOf(flow).flatMap(({ step }) => step ?? []))
  return [
    ...formsOf(flow).flatMap((row) => checkForm(row.title, row.form, lists)),
    ...checkReport(flow, { names, lists, rolls, steps }),
    ...rowsOf(flow).flatMap((row) => checkRow(row, { names, lists, rolls, steps })),
    ...Object.entries(flow.statuses).flatMap(([name, { deadline }]) =>
      typeof deadline === 'object' ? checkTime(deadline, names, `the deadline of ${name}`) : [],
    ),
  ]
}

function checkTime(
  { limit, shorter }: DeadlineRow,
  names: ReadonlySet<string>,
  title: string,
): string[] {
  const until = typeof limit === 'object' && 'until' in limit ? limit.until : undefined
  return [until, shorter?.field].flatMap((name) =>
    name === undefined ? [] : missing(names, name, title),
  )
}

type FormRow = Effects & { readonly title: string; readonly form: readonly FormField[] }

function formsOf(flow: FlowTable): FormRow[] {
  return [flow.report, ...rowsOf(flow)]
}

function rowsOf(flow: FlowTable): ActionRow[] {
  return Object.values(flow.statuses).flatMap(({ actions }) => Object.values(actions))
}

function checkForm(
  title: string,
  form: readonly FormField[],
  lists: ReadonlySet<string>,
): string[] {
  const twice = form.filter(({ name }, at) => form.findIndex((one) => one.name === name) !== at)
  return [
    ...twice.map(({ name }) => `${title} asks ${name} twice`),
    ...form.filter(isMistyped).map(({ name }) => `${title} uses ${name} for something else`),
    ...form
      .filter(({ max }) => !(max > 0))
      .map(({ name }) => `${title} leaves no room for ${name}`),
    ...form.filter(lacksChoices).map(({ name }) => `${title} has nothing to choose for ${name}`),
    ...form
      .filter(({ type, list }) => type === 'row' && !lists.has(list ?? ''))
      .map(({ name }) => `${title} chooses ${name} from a list that nothing fills`),
  ]
}

function isMistyped({ name, type }: FormField): boolean {
  const own = Object.entries(reserved).find(([own]) => own === name)?.[1]
  return own !== undefined && own !== type
}

function lacksChoices({ type, choices }: FormField): boolean {
  return type === 'choice' && (choices ?? []).length < 2
}

type Known = {
  readonly names: ReadonlySet<string>
  readonly lists: ReadonlySet<string>
  readonly rolls: ReadonlySet<string>
  readonly steps: ReadonlySet<string>
}

function checkReport({ report }: FlowTable, known: Known): string[] {
  const { title, form, needs = [], begins = [] } = report
  const when = [...needs, ...begins].flatMap((row) => row.when)
  const unasked = needs.filter(({ field }) => !form.some(({ name }) => name === field))
  const certain = needs.filter(({ when: conditions }) => conditions.length === 0)
  const compared = begins.flatMap((row) => row.when).filter(isSeenBefore)
  return [
    ...unasked.map(({ field }) => `${title} does not ask for ${field}`),
    ...certain.map(({ field }) => `${title} needs ${field} always, which is required`),
    ...compared.map(({ seenBefore }) => `${title} begins by others' ${seenBefore}, unknown there`),
    ...when.flatMap((condition) => checkCondition(condition, title, known)),
    ...when
      .filter(isSeenBefore)
      .filter(({ seenBefore }) => !isRememberedText(form, seenBefore))
      .map(({ seenBefore }) => `${title} compares ${seenBefore}, which is no text that is kept`),
  ]
}

type SeenBefore = Extract<Condition, { readonly seenBefore: string }>

function isSeenBefore(condition: Condition): condition is SeenBefore {
  return typeof condition === 'object' && 'seenBefore' in condition
}

function isRememberedText(form: readonly FormField[], name: string): boolean {
  return form.some((field) => field.name === name && field.type === 'text' && field.keeps)
}

/** Only a report is compared with others: nobody looks for them when a button is drawn. */
function comparesLate({ title, when = [] }: ActionRow): string[] {
  return when
    .filter(isSeenBefore)
    .map(({ seenBefore }) => `${title} compares ${seenBefore}, which only a report may`)
}

function checkRow(row: ActionRow, known: Known): string[] {
  const { names, lists } = known
  const { title, form } = row
  const asks = (name: string) => form.some((field) => field.name === name)
  const needs = (name: string | undefined) =>
    name === undefined || asks(name) ? [] : [`${title} does not ask for ${name}`]
  return [
    ...(row.ticks ? missing(lists, row.ticks.list, title) : []),
    ...(row.ticks && row.ticks.title === undefined ? needs('row') : []),
    ...(row.adds && 'field' in row.adds ? needs(row.adds.field) : []),
    ...(row.enters ? [...needs(row.enters.by), ...needs(row.enters.counts)] : []),
    ...(row.merges ? needs('into') : []),
    ...(row.rates ? needs('owner') : []),
    ...(typeof row.rates === 'object' ? needs(row.rates.by) : []),
    ...(row.calls ? needs('owners') : []),
    ...(row.replaces
      ? [
          ...needs('photos'),
          ...missing(names, row.replaces.photo, title),
          ...missing(names, row.replaces.because, title),
        ]
      : []),
    ...(row.settles ? missing(names, row.settles.until, title) : []),
    ...(row.invites ? [...needs(row.invites.people), ...needs(row.invites.until)] : []),
    ...(typeof row.relation === 'object' ? missing(names, row.relation.named, title) : []),
    ...(row.pays && typeof row.pays.to === 'object'
      ? missing(names, row.pays.to.named, title)
      : []),
    ...comparesLate(row),
    ...(row.when ?? []).flatMap((condition) => checkCondition(condition, title, known)),
  ]
}

function checkCondition(condition: Condition, title: string, known: Known): string[] {
  if (typeof condition === 'string' || 'kinds' in condition) return []
  if ('field' in condition) return missing(known.names, condition.field, title)
  if ('seenBefore' in condition) return missing(known.names, condition.seenBefore, title)
  if ('outsideHours' in condition) return checkHours(condition.outsideHours, title)
  if ('list' in condition) return missing(known.lists, condition.list, title)
  if ('calledStep' in condition) return missing(known.steps, condition.calledStep, title)
  const limit = 'reaches' in condition ? condition.reaches : condition.below
  return [
    ...missing(known.rolls, condition.roll, title),
    ...(typeof limit === 'string' ? missing(known.names, limit, title) : []),
  ]
}

function checkHours([from, to]: readonly [number, number], title: string): string[] {
  const ofADay =
    from >= 0 && from < to && to <= 24 && Number.isInteger(from) && Number.isInteger(to)
  return ofADay ? [] : [`${title} speaks of ${from} to ${to} o'clock, which is no part of a day`]
}

function missing(known: ReadonlySet<string>, name: string, title: string): string[] {
  return known.has(name) ? [] : [`${title} speaks of ${name}, which nothing fills`]
}
