import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { urgencies, type Kind, type Urgency } from '../kind/kind'
import { applyKindSettings, switchedOff } from './applyKindSettings'
import { applySettings } from './applySettings'
import type { Product } from './checkSettings'
import { isForAll, REPORT_FORM, type CountySettings, type LimitSettings } from './countySettings'
import { sayLimit } from './sayLimit'

type SwitchedWords = 'off' | 'on' | 'added' | 'removed'

type FlowDifference = {
  readonly flow: string
  readonly title: string
  readonly switched?: SwitchedWords
  readonly words: readonly string[]
}

type KindDifference = {
  readonly code: string
  readonly name: string
  readonly switched?: SwitchedWords
  readonly words: readonly string[]
}

/** What one version changes against another, as a person reads it before saving. */
export function compareSettings(
  { tables, kinds }: Product,
  before: CountySettings,
  after: CountySettings,
): { readonly flows: FlowDifference[]; readonly kinds: KindDifference[] } {
  const now = applySettings(tables, before)
  const then = applySettings(tables, after)
  const flows = then.flatMap((table, index) => {
    const old = now[index] ?? table
    const { name, title } = table
    const switched = turned(before.flows[name]?.off, after.flows[name]?.off)
    const words = [...limitWords(old, table), ...pointWords(old, table), ...formWords(old, table)]
    return differs(switched, words) ? [{ flow: name, title, ...switched, words }] : []
  })
  return { flows, kinds: compareKinds({ tables, kinds }, before, after) }
}

function turned(wasOff: boolean | undefined, isOff: boolean | undefined) {
  if (Boolean(wasOff) === Boolean(isOff)) return {}
  return { switched: isOff ? ('off' as const) : ('on' as const) }
}

function differs(switched: { switched?: SwitchedWords }, words: readonly string[]): boolean {
  return switched.switched !== undefined || words.length > 0
}

function limitWords(old: FlowTable, table: FlowTable): string[] {
  return Object.entries(table.statuses).flatMap(([name, { title, deadline }]) => {
    const was = old.statuses[name]?.deadline
    if (typeof deadline !== 'object' || typeof was !== 'object') return []
    return typeof deadline.limit === 'string' || typeof was.limit === 'string'
      ? []
      : changedLimit(title, was.limit, deadline.limit)
  })
}

type AnyLimit = LimitSettings | { readonly until: string }

function changedLimit(title: string, was: AnyLimit, is: AnyLimit): string[] {
  if ('until' in was || 'until' in is) return []
  const before = byUrgency(was)
  const after = byUrgency(is)
  const changed = (Object.keys(urgencies) as Urgency[]).filter(
    (urgency) => before[urgency] !== after[urgency],
  )
  const same = new Set([...changed.map((one) => `${before[one]} ${after[one]}`)]).size === 1
  if (same && changed.length === 4) return [`${title}：${before.U1}改为${after.U1}`]
  return changed.map(
    (urgency) => `${title}（${urgencies[urgency].title}）：${before[urgency]}改为${after[urgency]}`,
  )
}

function byUrgency(limit: LimitSettings): Record<Urgency, string> {
  if (isForAll(limit)) {
    const words = sayLimit(limit)
    return { U1: words, U2: words, U3: words, U4: words }
  }
  const { U1, U2, U3, U4 } = limit
  return { U1: sayLimit(U1), U2: sayLimit(U2), U3: sayLimit(U3), U4: sayLimit(U4) }
}

function pointWords(old: FlowTable, table: FlowTable): string[] {
  const before = paidOf(old)
  return [...paidOf(table)].flatMap(([rule, { title, points }]) => {
    const was = before.get(rule)?.points
    return was === points ? [] : [`${title}的积分：${sayPoints(was)}改为${sayPoints(points)}`]
  })
}

function paidOf(flow: FlowTable) {
  const rows = rowsOf(flow).flatMap(({ row }) => (row.pays ? [{ row, pays: row.pays }] : []))
  return new Map(
    rows.map(({ row, pays }) => [pays.rule, { title: row.title, points: pays.points }]),
  )
}

function sayPoints(points: number | 'kind.base' | undefined): string {
  return typeof points === 'number' ? `${points} 分` : '按类别的分'
}

function formWords(old: FlowTable, table: FlowTable): string[] {
  const words = formsOf(table).flatMap(({ key, title, form }) => {
    const before = formsOf(old).find((one) => one.key === key)?.form ?? []
    return [
      ...form
        .filter(({ name }) => !named(before, name))
        .map((field) => `${title}：加了${ask(field)}`),
      ...before
        .filter(({ name }) => !named(form, name))
        .map((field) => `${title}：不再问“${field.title}”`),
      ...form.flatMap((field) => changedWords(title, named(before, field.name), field)),
    ]
  })
  return [...new Set(words)]
}

function ask({ title, required }: FormField): string {
  return `“${title}”（${required ? '必填' : '选填'}）`
}

function changedWords(title: string, was: FormField | undefined, field: FormField): string[] {
  if (!was || was === field) return []
  const renamed = was.title === field.title ? [] : [`${title}：“${was.title}”改叫“${field.title}”`]
  const demanded =
    was.required === field.required
      ? []
      : [`${title}：“${field.title}”改为${field.required ? '必填' : '选填'}`]
  const sized = was.max === field.max ? [] : [`${title}：“${field.title}”的上限改为 ${field.max}`]
  const offered =
    JSON.stringify([was.templates, was.choices]) ===
    JSON.stringify([field.templates, field.choices])
      ? []
      : [`${title}：“${field.title}”的选项或常用语改了`]
  return [...renamed, ...demanded, ...sized, ...offered]
}

function named(form: readonly FormField[], name: string): FormField | undefined {
  return form.find((field) => field.name === name)
}

function formsOf(flow: FlowTable) {
  const { report } = flow
  const forms = rowsOf(flow).map(({ key, row }) => ({ key, title: row.title, form: row.form }))
  return [{ key: REPORT_FORM, title: report.title, form: report.form }, ...forms]
}

function rowsOf(flow: FlowTable): { readonly key: string; readonly row: ActionRow }[] {
  return Object.entries(flow.statuses).flatMap(([status, { actions }]) =>
    Object.entries(actions).map(([action, row]) => ({ key: `${status}.${action}`, row })),
  )
}

function compareKinds(
  { tables, kinds }: Product,
  before: CountySettings,
  after: CountySettings,
): KindDifference[] {
  const was = new Map(applyKindSettings(kinds, before, tables).map((kind) => [kind.code, kind]))
  const is = new Map(applyKindSettings(kinds, after, tables).map((kind) => [kind.code, kind]))
  const offBefore = switchedOff(before)
  const offAfter = switchedOff(after)
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((code): KindDifference[] => {
    const old = was.get(code)
    const kind = is.get(code)
    if (!kind) return [{ code, name: old?.name ?? code, switched: 'removed', words: [] }]
    if (!old) return [{ code, name: kind.name, switched: 'added', words: [] }]
    const switched = turned(offBefore.has(code), offAfter.has(code))
    const words = kindWords(old, kind)
    return differs(switched, words) ? [{ code, name: kind.name, ...switched, words }] : []
  })
}

function kindWords(old: Kind, kind: Kind): string[] {
  const said: [string, (one: Kind) => string][] = [
    ['名称', ({ name }) => name],
    ['紧急程度', ({ urgency }) => urgencies[urgency].title],
    ['受理时限', ({ accept }) => sayLimit(accept)],
    ['办理时限', ({ handle }) => sayLimit(handle)],
    ['积分', ({ basePoints }) => `${basePoints} 分`],
    ['就地办结', ({ selfClose }) => (selfClose ? '可以' : '不可以')],
    ['敏感级别', ({ sensitivity }) => sensitivity],
    ['默认承办', ({ owner }) => owner],
  ]
  return said.flatMap(([title, say]) =>
    say(old) === say(kind) ? [] : [`${title}：${say(old)}改为${say(kind)}`],
  )
}
