import type { FormField } from '../form/formField'
import type { ActionRow, FlowTable } from './flowTable'

/** A list or a roll of a flow, as people call it. */
export type NamedRoll = {
  readonly roll: string
  readonly title: string
  /** The answers, in the table's order, where they are counted. */
  readonly values: readonly { readonly value: string; readonly title: string }[]
  /** So many are wanted, or the field that says it. */
  readonly wanted?: number | string
}

function rowsOf(flow: FlowTable): ActionRow[] {
  return Object.values(flow.statuses).flatMap(({ actions }) => Object.values(actions))
}

/** Every field that is remembered, by name, in the order people meet them. */
export function keptFields(flow: FlowTable): ReadonlyMap<string, FormField> {
  const forms = [flow.report.form, ...rowsOf(flow).map(({ form }) => form)]
  const kept = forms.flat().filter(({ keeps }) => keeps)
  return new Map(kept.reverse().map((field) => [field.name, field]))
}

/** 清单的名称: that of the field which fills it, or of the fixed rows. */
export function listTitle(flow: FlowTable, list: string): string {
  const titles = [flow.report, ...rowsOf(flow)].flatMap(({ adds, form }): string[] => {
    if (adds?.list !== list) return []
    return 'titles' in adds ? [adds.title] : titlesOf(form, adds.field)
  })
  return titles[0] ?? list
}

function titlesOf(form: readonly FormField[], name: string): string[] {
  return form.filter((field) => field.name === name).map(({ title }) => title)
}

export function describeRoll(flow: FlowTable, roll: string): NamedRoll {
  const row = rowsOf(flow).find(({ enters }) => enters?.roll === roll)
  const counted = row?.form.find(({ name }) => name === row.enters?.counts)
  const conditions = rowsOf(flow).flatMap(({ when }) => when ?? [])
  const wanted = conditions.find(
    (one) => typeof one === 'object' && 'reaches' in one && one.roll === roll,
  )
  return {
    roll,
    title: row?.title ?? roll,
    values: counted?.choices ?? [],
    ...(typeof wanted === 'object' && 'reaches' in wanted ? { wanted: wanted.reaches } : {}),
  }
}
