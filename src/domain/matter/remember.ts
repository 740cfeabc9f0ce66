import type { Fields } from '../form/formField'
import type { MatterMoved } from './matterEvent'

/** Fields with what a step leaves to be remembered; what it sets to `null` is forgotten. */
export function remember(
  fields: Fields | undefined,
  remembered: NonNullable<MatterMoved['remembered']>,
): Fields {
  const all = Object.entries({ ...fields, ...remembered })
  return Object.fromEntries(all.filter(([, value]) => value !== null)) as Fields
}
