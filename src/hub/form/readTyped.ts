import type { FieldType, FieldValue } from '@domain/form/formField'

/** What was typed as the value it means. What cannot be read stays as it is, so that the check names it. */
export function readTyped(type: FieldType, typed: string): FieldValue {
  return readers[type]?.(typed) ?? typed
}

const readers: { readonly [Type in FieldType]?: (typed: string) => FieldValue | undefined } = {
  number: (typed) => (/^-?\d{1,15}$/.test(typed) ? Number(typed) : undefined),
  money: readFen,
  moment: withChinaOffset,
  place: (typed) => typed.replace(/，/g, ',').replace(/\s/g, ''),
}

/** People write yuan, with commas if they like; fen are whole, and no fraction of a float comes near them. */
function readFen(typed: string): number | undefined {
  const plain = typed.replace(/[,，\s]/g, '')
  const [, yuan, cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
}

/** The field of the browser knows no offset: the time that was meant is the township's. */
function withChinaOffset(typed: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(typed) ? `${typed}:00+08:00` : typed
}
