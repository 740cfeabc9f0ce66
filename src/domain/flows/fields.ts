import type { Choice, FormField } from '../form/formField'
import { photoRules, textRules } from '../photo/photoRules'

/** The fields that forms of many flows are made of. Each says its limit, so that no form is without one. */

const { noteMax } = textRules
const NAME_MAX = 60
/** Two years: as far ahead as anybody plans. */
const DAYS_AHEAD_MAX = 730
const PEOPLE_MAX = 20

export function note(title: string): FormField {
  return { name: 'note', title, type: 'text', required: false, max: noteMax }
}

export function reason(templates: readonly string[]): FormField {
  return { name: 'reason', title: '原因', type: 'text', required: true, max: noteMax, templates }
}

/** What was done or answered: the reporter reads it. */
export function result(title: string, templates: readonly string[]): FormField {
  return {
    name: 'result',
    title,
    type: 'text',
    required: true,
    shownToReporter: true,
    max: noteMax,
    templates,
  }
}

export function photos(title: string, isRequired: boolean): FormField {
  return {
    name: 'photos',
    title,
    type: 'photos',
    required: isRequired,
    max: photoRules.photosPerMatterMax,
  }
}

export function text(name: string, title: string, max: number = noteMax): FormField {
  return { name, title, type: 'text', required: true, max, keeps: true }
}

/** A name, an address, a number of a paper: one line. */
export function line(name: string, title: string): FormField {
  return text(name, title, NAME_MAX)
}

export function phone(name: string, title: string): FormField {
  return { name, title, type: 'phone', required: true, max: 20, keeps: true }
}

export function choice(name: string, title: string, choices: Record<string, string>): FormField {
  const all: Choice[] = Object.entries(choices).map(([value, words]) => ({ value, title: words }))
  return { name, title, type: 'choice', required: true, max: 1, choices: all, keeps: true }
}

export function yesNo(name: string, title: string): FormField {
  return { name, title, type: 'yesNo', required: true, max: 1, keeps: true }
}

/** 知情同意: what one agrees to is written above the box. */
export function consent(name: string, title: string, words: string): FormField {
  return { name, title, type: 'consent', required: true, max: 1, words, keeps: true }
}

export function count(name: string, title: string, unit: string, max: number): FormField {
  return { name, title, type: 'number', required: true, max, unit, keeps: true }
}

/** Integer fen. */
export function money(name: string, title: string): FormField {
  return {
    name,
    title,
    type: 'money',
    required: true,
    max: 100_000_000_000,
    unit: '元',
    keeps: true,
  }
}

export function day(name: string, title: string): FormField {
  return { name, title, type: 'day', required: true, max: DAYS_AHEAD_MAX, keeps: true }
}

export function moment(name: string, title: string): FormField {
  return { name, title, type: 'moment', required: true, max: DAYS_AHEAD_MAX, keeps: true }
}

export function person(name: string, title: string): FormField {
  return { name, title, type: 'person', required: true, max: 60, keeps: true }
}

export function people(name: string, title: string): FormField {
  return { name, title, type: 'people', required: true, max: PEOPLE_MAX, keeps: true }
}

export function area(name: string, title: string): FormField {
  return { name, title, type: 'area', required: true, max: 15, keeps: true }
}

export function signature(title: string): FormField {
  return { name: 'signature', title, type: 'signature', required: true, max: 60 }
}

/** Where somebody stands, asked only where safety requires it; it stays in the history and is not remembered. */
export function place(name: string, title: string): FormField {
  return { name, title, type: 'place', required: true, max: 60 }
}

export function rows(name: string, title: string): FormField {
  return { name, title, type: 'rows', required: true, max: 50 }
}

export function row(title: string, list: string): FormField {
  return { name: 'row', title, type: 'row', required: true, max: 20, list }
}

export const owner: FormField = {
  name: 'owner',
  title: '派给',
  type: 'owner',
  required: true,
  max: 1,
}

export function owners(title: string): FormField {
  return { name: 'owners', title, type: 'owners', required: true, max: PEOPLE_MAX }
}

export function optional(field: FormField): FormField {
  return { ...field, required: false }
}

export function required(field: FormField): FormField {
  return { ...field, required: true }
}

/** Said once and kept in the history; the next one does not write over it. */
export function unkept({ keeps: _keeps, ...field }: FormField): FormField {
  return field
}

export function toReporter(field: FormField): FormField {
  return { ...field, shownToReporter: true }
}

export function toAll(field: FormField): FormField {
  return { ...field, shownToReporter: true, shownToAll: true }
}

/** 评价: solved, and how it was done, are two questions; who does not answer is neither. */
export const rating: readonly FormField[] = [
  yesNo('solved', '解决了吗'),
  choice('satisfaction', '办得怎么样', {
    satisfied: '满意',
    fair: '基本满意',
    unsatisfied: '不满意',
  }),
  note('还想说的'),
]
