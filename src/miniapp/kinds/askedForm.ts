import { meetsReport, type ReportCondition } from '@domain/flow/condition'
import type { Fields, FormField } from '@domain/form/formField'
import type { KindView } from '@contract/views'
import type { ReportDraft } from '../draft/reportDraft'

export type LastWith = (field: string) => number | undefined

export type AskedForm = {
  readonly form: readonly FormField[]
  /** Why a field must be filled in now, by its name. */
  readonly hints: Readonly<Record<string, string>>
}

/**
 * The kind's form as this draft needs it: what is asked only sometimes is not shown until then, and is demanded then.
 * The server holds the report against the same conditions.
 */
export function askedForm(
  kind: KindView | undefined,
  draft: ReportDraft,
  lastWith: LastWith,
): AskedForm {
  const form = (kind?.form ?? []) as readonly FormField[]
  const needs = kind?.needs ?? []
  const written = { fields: writtenIn(draft), photos: draft.photos.filter(({ field }) => !field) }
  const around = { now: Date.parse(draft.discoveredAt), lastWith }
  const needed = needs.filter(({ when }) =>
    when.every((condition) => meetsReport(condition as ReportCondition, written, around)),
  )
  const hints = Object.fromEntries(needed.map(({ field, words }) => [field, words]))
  const asked = form.filter(
    ({ name }) =>
      name in hints ||
      written.fields[name] !== undefined ||
      !needs.some(({ field }) => field === name),
  )
  return {
    form: asked.map((field) => (field.name in hints ? { ...field, required: true } : field)),
    hints,
  }
}

function writtenIn({ texts, values }: ReportDraft): Fields {
  const typed = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  return { ...Object.fromEntries(typed), ...values }
}

export function lastOf(items: readonly { readonly field: string; readonly at: string }[]) {
  return (field: string): number | undefined => {
    const times = items.filter((one) => one.field === field).map(({ at }) => Date.parse(at))
    return times.length > 0 ? Math.max(...times) : undefined
  }
}
