import { roles } from '@domain/access/permissions'
import { describeRoll, keptFields, listTitle } from '@domain/flow/describeFlow'
import type { FlowTable } from '@domain/flow/flowTable'
import { isOwner, numberOf, type FieldValue, type FormField } from '@domain/form/formField'
import type { Matter, TaskOwner } from '@domain/matter/matter'
import type { Reading } from '@domain/matter/mayRead'
import type { ChecklistView, FilledFieldView, RollView } from '@contract/views'
import type { Context } from '../context'
import type { PersonRow } from '../store/peopleStore'
import { isoTime } from './isoTime'

type People = ReadonlyMap<string, PersonRow>

/** What was filled in and is remembered, in words, as far as the reader may read. Secrets are opened one by one. */
export function drawFields(
  context: Context,
  flow: FlowTable,
  matter: Matter,
  reading: Reading,
  people: People,
): FilledFieldView[] {
  return [...keptFields(flow).values()].reverse().flatMap((field) => {
    const value = matter.fields?.[field.name]
    // A photo that is asked for again is marked where it stands.
    if (value === undefined || field.secretHours !== undefined || field.type === 'photo') return []
    if (!isShown(flow, field, reading)) return []
    const { name, title, type } = field
    return [{ name, title, type, words: wordsOf(context, field, value, people) }]
  })
}

function isShown({ report }: FlowTable, field: FormField, reading: Reading): boolean {
  if (reading === 'insider' || field.shownToAll) return true
  if (reading === 'concerned') return field.shownToReporter === true
  if (reading !== 'reporter') return false
  return field.shownToReporter === true || report.form.some(({ name }) => name === field.name)
}

/** A value as people say it. */
export function wordsOf(
  context: Context,
  field: FormField,
  value: FieldValue,
  people: People,
): string {
  switch (field.type) {
    case 'choice':
      return field.choices?.find((choice) => choice.value === value)?.title ?? plain(value)
    case 'yesNo':
      return value === true ? '是' : '否'
    case 'consent':
      return value === true ? '已同意' : '没有同意'
    case 'money':
      return `${(Number(value) / 100).toFixed(2)} 元`
    case 'number':
      return `${plain(value)}${field.unit ?? ''}`
    case 'moment':
      return spokenMoment.format(Date.parse(plain(value)))
    case 'area':
      return context.reference.areaName(plain(value))
    case 'person':
    case 'people':
      return namesOf(value, people)
    case 'owner':
    case 'owners':
      return ownerNames(context, value, people)
    case 'text':
    case 'phone':
    case 'day':
    case 'place':
    case 'matter':
    case 'row':
    case 'rows':
    case 'photos':
    case 'photo':
    case 'signature':
      return Array.isArray(value) ? `${value.length} 项` : plain(value)
  }
}

function plain(value: FieldValue): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function namesOf(value: FieldValue, people: People): string {
  return [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' ? [people.get(one)?.name ?? ''] : []))
    .join('、')
}

function ownerNames(context: Context, value: FieldValue, people: People): string {
  return [value]
    .flat()
    .filter(isOwner)
    .map((owner) => ownerName(context, owner, people))
    .join('、')
}

const spokenMoment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

export function ownerName({ reference }: Context, owner: TaskOwner, people: People): string {
  switch (owner.kind) {
    case 'person':
      return people.get(owner.personId)?.name ?? ''
    case 'post':
      return `${reference.areaName(owner.areaCode)}${roles[owner.role].title}`
    case 'area':
      return `${reference.areaName(owner.areaCode)}的网格员`
    case 'department':
      return reference.findDepartment(owner.departmentCode)?.name ?? owner.departmentCode
  }
}

/** The area reads the lists that concern it; whoever is only asked whether they know somebody reads none. */
export function drawLists(
  flow: FlowTable,
  matter: Matter,
  reading: Reading,
  people: People,
): ChecklistView[] {
  const shown = Object.entries(matter.lists ?? {}).filter(
    ([list]) =>
      reading === 'insider' ||
      reading === 'reporter' ||
      (reading === 'open' && flow.openLists?.includes(list)),
  )
  return shown.map(([list, rows]) => ({
    list,
    title: listTitle(flow, list),
    rows: rows.map(({ key, title, dueAt, overdue, doneAt, doneBy, note }) => ({
      key,
      title,
      overdue: overdue === true && doneAt === undefined,
      ...(dueAt === undefined ? {} : { dueAt: isoTime(dueAt) }),
      ...(doneAt === undefined ? {} : { doneAt: isoTime(doneAt) }),
      ...(doneBy === undefined ? {} : { doneBy: people.get(doneBy)?.name ?? '' }),
      ...(note === undefined ? {} : { note }),
    })),
  }))
}

export function drawRolls(flow: FlowTable, matter: Matter): RollView[] {
  return Object.entries(matter.rolls ?? {}).map(([roll, { count, byValue }]) => {
    const { title, values, wanted } = describeRoll(flow, roll)
    const number = typeof wanted === 'string' ? numberOf(matter.fields, wanted) : wanted
    return {
      roll,
      title,
      count,
      values: values.map(({ value, title: words }) => ({
        title: words,
        count: byValue[value] ?? 0,
      })),
      ...(number === undefined ? {} : { wanted: number }),
    }
  })
}
