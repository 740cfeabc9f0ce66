import type { FieldType, FieldValue } from '@domain/form/formField'
import type { FormFieldView } from '@contract/views'

/** Why a field cannot go as it is, said to whoever fills it in: which one, and what to do. */
export function troubleWords(
  field: FormFieldView,
  refused: string,
  value: FieldValue | undefined,
): string {
  const name = `「${field.title}」`
  if (refused === 'matter.form-incomplete') return missingWords[field.type](name)
  if (refused === 'matter.form-too-long') return tooLongWords(field, name)
  if (refused === 'matter.form-too-small') return `${name}至少 ${amount(field, field.min ?? 0)}`
  return wrongWords(field.type, name, value)
}

const fill = (name: string) => `请填写${name}`
const choose = (name: string) => `请选择${name}`

const missingWords: Readonly<Record<FieldType, (name: string) => string>> = {
  text: fill,
  phone: fill,
  number: fill,
  money: fill,
  day: fill,
  moment: fill,
  place: fill,
  choice: choose,
  yesNo: choose,
  owner: choose,
  owners: choose,
  person: choose,
  people: choose,
  area: choose,
  matter: choose,
  row: choose,
  photo: choose,
  photos: (name) => `请添加${name}`,
  signature: (name) => `请拍下${name}`,
  rows: (name) => `${name}至少写一行`,
  consent: (name) => `${name}要先同意，才能往下办`,
}

/** What `max` counts, and in which words. */
const tooMany: { readonly [Type in FieldType]?: (field: FormFieldView) => string } = {
  photos: ({ max }) => `最多 ${max} 张`,
  number: (field) => `最多 ${amount(field, field.max)}`,
  money: (field) => `最多 ${amount(field, field.max)}`,
  day: ({ max }) => `太远了，最多 ${max} 天以后`,
  moment: ({ max }) => `太远了，最多 ${max} 天以后`,
  people: ({ max }) => `最多选 ${max} 个`,
  owners: ({ max }) => `最多选 ${max} 个`,
  rows: ({ max }) => `最多 ${max} 行`,
}

function tooLongWords(field: FormFieldView, name: string): string {
  return `${name}${tooMany[field.type]?.(field) ?? `最多 ${field.max} 个字`}`
}

function amount({ type, unit = '' }: FormFieldView, value: number): string {
  return type === 'money' ? `${value / 100} 元` : `${value} ${unit}`.trim()
}

const wrong: { readonly [Type in FieldType]?: string } = {
  phone: '只写数字，例如 13800000000',
  number: '请填整数，例如 3',
  money: '请填金额，最多两位小数，例如 1280.50',
  day: '请填完整的日期',
  moment: '请填完整的日期和时间',
  place: '请写成“经度,纬度”，例如 112.3801,24.7852',
  rows: '每行都要写内容，不超过 60 个字',
}

function wrongWords(type: FieldType, name: string, value: FieldValue | undefined): string {
  if (type === 'moment' && isTime(value)) return `${name}已经过去了，请填以后的时间`
  return `${name}${wrong[type] ?? '请重新选一次'}`
}

function isTime(value: FieldValue | undefined): boolean {
  return typeof value === 'string' && !isNaN(Date.parse(value))
}
