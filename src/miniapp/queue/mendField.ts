import type { Problem, ProblemCode } from '@contract/problems'

/** Parts of a report that are no field of a form, by the refusal that is about them. */
const partOf: { readonly [Code in ProblemCode]?: string } = {
  'matter.unknown-kind': 'kind',
  'matter.flow-off': 'kind',
  'matter.place-missing': 'place',
  'matter.place-outside-county': 'place',
  'matter.unknown-grid': 'place',
  'matter.text-too-long': 'text',
  'request.too-large': 'text',
  'matter.too-many-photos': 'photos',
  'matter.too-many-voices': 'voices',
  'matter.unknown-owner': 'owner',
  'matter.owner-too-wide': 'owner',
  'matter.cannot-join': 'into',
}

/** 要改的那一栏: where somebody's eyes must go; nothing where the whole is refused. */
export function mendField({ code, details }: Problem): string | undefined {
  const field = details?.field
  return typeof field === 'string' ? field : partOf[code]
}
