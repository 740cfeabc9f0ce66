import type { ActionRow, FlowTable, StatusRow } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import {
  REPORT_FORM,
  type AddedField,
  type CountySettings,
  type FieldSettings,
  type FlowSettings,
  type FormSettings,
} from './countySettings'
import { flowOfCategory, USUAL_FLOW } from './ownKinds'

/**
 * The flow tables as a county has set them. What the settings name and a table no longer has is left alone, so that a
 * newer product still opens a county's older settings. A flow that is switched off stays a table: open matters go on.
 */
export function applySettings(
  tables: readonly FlowTable[],
  settings: CountySettings,
): readonly FlowTable[] {
  return tables.map((table) => {
    const own = ownKindsOf(table, tables, settings)
    const set = settings.flows[table.name]
    const claimed =
      own.length > 0 ? { ...table, begunBy: [...(table.begunBy ?? []), ...own] } : table
    return set ? applyFlow(claimed, set) : claimed
  })
}

function ownKindsOf(
  { name }: FlowTable,
  tables: readonly FlowTable[],
  { ownKinds }: CountySettings,
): string[] {
  if (name === USUAL_FLOW) return []
  return ownKinds.map(({ code }) => code).filter((code) => flowOfCategory(code, tables) === name)
}

function applyFlow(table: FlowTable, set: FlowSettings): FlowTable {
  const { report, statuses } = table
  const own = set.forms?.[REPORT_FORM]
  return {
    ...table,
    report: own ? { ...report, form: applyForm(report.form, own) } : report,
    statuses: Object.fromEntries(
      Object.entries(statuses).map(([name, status]) => [name, applyStatus(name, status, set)]),
    ),
  }
}

function applyStatus(name: string, status: StatusRow, set: FlowSettings): StatusRow {
  const limit = set.limits?.[name]
  const { deadline } = status
  const actions = Object.entries(status.actions).map(
    ([action, row]) => [action, applyAction(action, row, set)] as const,
  )
  return {
    ...status,
    ...(limit && typeof deadline === 'object' ? { deadline: { ...deadline, limit } } : {}),
    actions: Object.fromEntries(actions),
  }
}

function applyAction(action: string, row: ActionRow, { forms, points }: FlowSettings): ActionRow {
  const form = forms?.[action]
  const paid = row.pays && points?.[row.pays.rule]
  return {
    ...row,
    ...(form ? { form: applyForm(row.form, form) } : {}),
    ...(row.pays && paid !== undefined ? { pays: { ...row.pays, points: paid } } : {}),
  }
}

function applyForm(form: readonly FormField[], { changes, adds }: FormSettings): FormField[] {
  const kept = form.flatMap((field) => {
    const change = changes?.[field.name]
    if (change?.off) return []
    return change ? [changedField(field, change)] : [field]
  })
  return [...kept, ...(adds ?? []).map(addedField)]
}

function changedField(field: FormField, change: FieldSettings): FormField {
  const { title, required, max, templates, choices } = change
  return {
    ...field,
    ...(title === undefined ? {} : { title }),
    ...(required === undefined ? {} : { required }),
    ...(max === undefined ? {} : { max }),
    ...(templates === undefined ? {} : { templates }),
    ...(choices === undefined ? {} : { choices }),
  }
}

function addedField({ unit, templates, choices, ...field }: AddedField): FormField {
  const { shownToReporter, ...asked } = field
  return {
    ...asked,
    keeps: true,
    ofCounty: true,
    ...(unit === undefined ? {} : { unit }),
    ...(templates === undefined ? {} : { templates }),
    ...(choices === undefined ? {} : { choices }),
    ...(shownToReporter ? { shownToReporter } : {}),
  }
}
