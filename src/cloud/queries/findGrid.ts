import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'

export const findGrid: Handler<'findGrid'> = (context, _actor, { place }) => {
  const { longitude, latitude, datum } = place
  const grid = context.reference.gridAt({ longitude, latitude, datum })
  return Promise.resolve(grid ? { grid } : refuse('matter.place-outside-county'))
}
