import type { Handler } from '../handler'

/** Grids are posted publicly (网格公示), so any signed-in person may ask. */
export const listGrids: Handler<'listGrids'> = (context, _actor, { areaCode, withGeometry }) =>
  Promise.resolve({
    datum: context.reference.gridDatum(),
    items: context.reference
      .grids(areaCode)
      .map(({ view, geometry }) => (withGeometry ? { ...view, geometry } : view)),
  })
