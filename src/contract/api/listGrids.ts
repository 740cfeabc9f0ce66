import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode } from '../shapes'
import { GridView } from '../views'

/** Rings of [longitude, latitude] in the named datum, GeoJSON order. */
const MultiPolygon = v.array(v.array(v.array(v.tuple([v.number(), v.number()]))))

export const listGrids = defineOperation({
  name: 'listGrids',
  summary: '一个辖区里的网格；地图需要时带上边界',
  request: v.object({ areaCode: AreaCode, withGeometry: v.optional(v.boolean()) }),
  response: v.object({
    datum: v.picklist(['gcj02', 'wgs84']),
    items: v.array(v.object({ ...GridView.entries, geometry: v.optional(MultiPolygon) })),
  }),
  problems: [],
})
