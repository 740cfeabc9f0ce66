import type { FormField } from '../form/formField'
import type { Sensitivity, TimeLimit, Urgency } from '../kind/kind'

/**
 * 县的设置: what a county has made different from the product, as data. Only differences are written down, so that
 * what the county left alone follows the product.
 */
export type CountySettings = {
  /** By the flow's name. */
  readonly flows: Readonly<Record<string, FlowSettings>>
  /** By the kind's code. */
  readonly kinds: Readonly<Record<string, KindSettings>>
  /** 县里自己加的类别. */
  readonly ownKinds: readonly OwnKind[]
}

export const noSettings: CountySettings = { flows: {}, kinds: {}, ownKinds: [] }

export type FlowSettings = {
  /** Nobody begins one any more; open ones go on. */
  readonly off?: true | undefined
  /** By status. */
  readonly limits?: Readonly<Record<string, LimitSettings>> | undefined
  /** By action; `report` is the form of the report itself. */
  readonly forms?: Readonly<Record<string, FormSettings>> | undefined
  /** By the rule's name in the ledger. */
  readonly points?: Readonly<Record<string, number>> | undefined
}

/** One for all, or one for each urgency. */
export type LimitSettings = TimeLimit | Readonly<Record<Urgency, TimeLimit>>

export function isForAll(limit: LimitSettings): limit is TimeLimit {
  return 'clock' in limit
}

export type FormSettings = {
  /** By the name of a field that the product asks. */
  readonly changes?: Readonly<Record<string, FieldSettings>> | undefined
  readonly adds?: readonly AddedField[] | undefined
}

export type FieldSettings = {
  /** No longer asked. */
  readonly off?: true | undefined
  readonly title?: string | undefined
  readonly required?: boolean | undefined
  readonly max?: number | undefined
  readonly templates?: readonly string[] | undefined
  readonly choices?: FormField['choices'] | undefined
}

export const addedFieldTypes = ['text', 'choice', 'number', 'yesNo', 'day'] as const

/** A field of the county's own; what is filled in is remembered on the matter and shown with it. */
export type AddedField = {
  readonly name: string
  readonly title: string
  readonly type: (typeof addedFieldTypes)[number]
  readonly required: boolean
  readonly max: number
  readonly unit?: string | undefined
  readonly templates?: readonly string[] | undefined
  readonly choices?: FormField['choices'] | undefined
  readonly shownToReporter?: true | undefined
}

export type KindSettings = {
  readonly off?: true | undefined
  readonly name?: string | undefined
  readonly urgency?: Urgency | undefined
  readonly accept?: TimeLimit | undefined
  readonly handle?: TimeLimit | undefined
  readonly basePoints?: number | undefined
  readonly selfClose?: boolean | undefined
  readonly sensitivity?: Sensitivity | undefined
  readonly owner?: string | undefined
}

export type OwnKind = {
  /** In the range left for it: category and 91 to 99, as in 0191. */
  readonly code: string
  readonly name: string
  readonly urgency: Urgency
  readonly accept: TimeLimit
  readonly handle: TimeLimit
  readonly basePoints: number
  readonly selfClose: boolean
  readonly sensitivity: Sensitivity
  readonly owner: string
  /** Pinyin initials for the search. */
  readonly initials?: string | undefined
  readonly off?: true | undefined
}

/** The form of the report, among the actions' own. */
export const REPORT_FORM = 'report'
