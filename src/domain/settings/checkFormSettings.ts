import type { FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { photoRules, textRules } from '../photo/photoRules'
import {
  REPORT_FORM,
  type AddedField,
  type FieldSettings,
  type FormSettings,
} from './countySettings'
import { namesFed, neededFields } from './neededFields'
import { checkWords, settingsRules, trouble, type SettingsProblem } from './settingsProblem'

type FormOfFlow = {
  readonly flow: FlowTable
  readonly tables: readonly FlowTable[]
  readonly action: string
}

/** What a county makes of one form. */
export function checkFormSettings(
  at: FormOfFlow,
  set: FormSettings,
  path: string,
): SettingsProblem[] {
  const form = fieldsOf(at)
  if (!form) return [trouble(path, 'unknown-action', `这个流程没有“${at.action}”这一步`)]
  if (isClosed(at)) return [trouble(path, 'form-closed', '这一步一点就办或自动办，不能加改栏目')]
  return [
    ...Object.entries(set.changes ?? {}).flatMap(([name, change]) => {
      const field = form.find((one) => one.name === name)
      const here = `${path}.changes.${name}`
      return field
        ? checkChange(at, field, change, here)
        : [trouble(here, 'unknown-field', `这一步没有“${name}”这一栏`)]
    }),
    ...checkAdds(at, set.adds ?? [], `${path}.adds`),
  ]
}

/** The fields of every row of that name; undefined when there is no such action. */
function fieldsOf({ flow, action }: FormOfFlow): readonly FormField[] | undefined {
  if (action === REPORT_FORM) return flow.report.form
  const rows = rowsNamed(flow, action)
  return rows.length === 0 ? undefined : rows.flatMap(({ form }) => form)
}

function rowsNamed(flow: FlowTable, action: string) {
  return Object.values(flow.statuses).flatMap(({ actions }) =>
    Object.entries(actions).flatMap(([name, row]) => (name === action ? [row] : [])),
  )
}

/** 接手 is one tap in a list, and what is automatic is filled in by nobody. */
function isClosed({ flow, action }: FormOfFlow): boolean {
  if (action === REPORT_FORM) return false
  return (
    action === 'claim' || rowsNamed(flow, action).every(({ automatic }) => automatic !== undefined)
  )
}

function checkChange(
  at: FormOfFlow,
  field: FormField,
  change: FieldSettings,
  path: string,
): SettingsProblem[] {
  const needed = neededFields(at.flow, at.tables).has(field.name)
  const weakened = change.off || (field.required && change.required === false)
  const words = change.off
    ? `别的步骤要用“${field.title}”，不能去掉`
    : `别的步骤要用“${field.title}”，不能改成选填`
  return [
    ...(needed && weakened ? [trouble(path, 'field-needed', words)] : []),
    ...(change.title === undefined
      ? []
      : checkWords(`${path}.title`, change.title, settingsRules.titleMax)),
    ...checkMax(at, field, change, path),
    ...checkTemplates(change.templates, `${path}.templates`),
    ...checkChanged(field, change, `${path}.choices`, needed),
    ...(change.required ? checkFed(at, { ...field, required: true }, path) : []),
  ]
}

function checkMax(
  { flow, tables, action }: FormOfFlow,
  field: FormField,
  { max }: FieldSettings,
  path: string,
): SettingsProblem[] {
  if (max === undefined || max === field.max) return []
  const most = field.type === 'text' ? Math.max(field.max, textRules.noteMax) : mostOf(field)
  const fed = action === REPORT_FORM && namesFed(flow, tables).includes(field.name)
  const least = fed ? field.max : Math.max(1, field.min ?? 1)
  return Number.isInteger(max) && max >= least && max <= most
    ? []
    : [trouble(`${path}.max`, 'field-max', `“${field.title}”的上限只能在 ${least} 到 ${most} 之间`)]
}

function mostOf({ type, max }: FormField): number {
  return type === 'photos' ? photoRules.photosPerMatterMax : max
}

function checkTemplates(templates: readonly string[] | undefined, path: string): SettingsProblem[] {
  if (!templates) return []
  const { templatesMax, templateMax } = settingsRules
  if (templates.length > templatesMax)
    return [trouble(path, 'too-many', `常用语最多 ${templatesMax} 条`)]
  return templates.flatMap((words, index) => checkWords(`${path}.${index}`, words, templateMax))
}

/** Values are what rows and figures speak of: of a field that is needed all of them stay, under whatever title. */
function checkChanged(
  field: FormField,
  { choices }: FieldSettings,
  path: string,
  needed: boolean,
): SettingsProblem[] {
  if (!choices) return []
  const gone = (field.choices ?? []).find(
    ({ value }) => !choices.some((choice) => choice.value === value),
  )
  return [
    ...(field.type === 'choice' ? checkChoices(choices, path) : []),
    ...(needed && gone
      ? [trouble(path, 'choice-needed', `别的步骤要用“${gone.title}”这一项，可以改名，不能去掉`)]
      : []),
  ]
}

function checkChoices(choices: NonNullable<FormField['choices']>, path: string): SettingsProblem[] {
  const { choicesMax, titleMax } = settingsRules
  const values = new Set(choices.map(({ value }) => value))
  if (values.size < 2 || values.size < choices.length)
    return [trouble(path, 'choices-missing', '至少要有两个不同的选项')]
  if (choices.length > choicesMax) return [trouble(path, 'too-many', `选项最多 ${choicesMax} 个`)]
  return choices.flatMap(({ value, title }, index) => [
    ...checkWords(`${path}.${index}.value`, value, titleMax),
    ...checkWords(`${path}.${index}.title`, title, titleMax),
  ])
}

function checkAdds(at: FormOfFlow, adds: readonly AddedField[], path: string): SettingsProblem[] {
  const { addedFieldsMax } = settingsRules
  if (adds.length > addedFieldsMax)
    return [trouble(path, 'too-many', `一张表最多加 ${addedFieldsMax} 栏`)]
  return adds.flatMap((field, index) => checkAdded(at, field, `${path}.${index}`))
}

const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,39}$/

function checkAdded(at: FormOfFlow, field: AddedField, path: string): SettingsProblem[] {
  const { name, title, type } = field
  const most = type === 'text' ? textRules.noteMax : type === 'day' ? 730 : 1_000_000
  const isSized = type === 'text' || type === 'number' || type === 'day'
  return [
    ...(FIELD_NAME.test(name)
      ? []
      : [trouble(`${path}.name`, 'field-name', '栏目代号用小写字母开头的字母和数字')]),
    ...(namesOf(at.flow).has(name)
      ? [trouble(`${path}.name`, 'field-taken', `这个流程里已经有叫“${name}”的栏目`)]
      : []),
    ...checkWords(`${path}.title`, title, settingsRules.titleMax),
    ...(isSized && !(Number.isInteger(field.max) && field.max >= 1 && field.max <= most)
      ? [trouble(`${path}.max`, 'field-max', `上限只能在 1 到 ${most} 之间`)]
      : []),
    ...(type === 'choice' ? checkChoices(field.choices ?? [], `${path}.choices`) : []),
    ...checkTemplates(field.templates, `${path}.templates`),
  ]
}

/** Every name the product's own forms and rows use, in this flow. */
function namesOf(flow: FlowTable): ReadonlySet<string> {
  const rows = Object.values(flow.statuses).flatMap(({ actions }) => Object.values(actions))
  return new Set([
    ...[flow.report, ...rows].flatMap(({ form }) => form.map(({ name }) => name)),
    ...neededFields(flow, []),
    'note',
    'photos',
  ])
}

/** Another flow that begins one of these could not fill in what is newly demanded of it. */
function checkFed(
  { flow, tables, action }: FormOfFlow,
  { name, title, required }: Pick<FormField, 'name' | 'title' | 'required'>,
  path: string,
): SettingsProblem[] {
  if (action !== REPORT_FORM || !required) return []
  const spawning = tables.find(({ statuses }) =>
    Object.values(statuses)
      .flatMap(({ actions }) => Object.values(actions))
      .some(({ spawns }) => spawns?.flow === flow.name && !spawns.fields?.[name]),
  )
  const words = `“${spawning?.title}”会转来这一流程，转来时填不了“${title}”，请改成选填`
  return spawning ? [trouble(path, 'field-needed', words)] : []
}
