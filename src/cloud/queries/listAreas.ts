import type { Handler } from '../handler'

/** Divisions are public; grids are asked for by `listGrids`. */
export const listAreas: Handler<'listAreas'> = (context, _actor, { parentCode }) =>
  Promise.resolve({
    items: context.reference
      .areas(parentCode)
      .map(({ code }) => ({ code, name: context.reference.areaName(code) })),
  })
