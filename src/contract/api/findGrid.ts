import * as v from 'valibot'
import { defineOperation } from '../operation'
import { PlaceSchema } from '../shapes'
import { GridView } from '../views'

export const findGrid = defineOperation({
  name: 'findGrid',
  summary: '一个点落在哪个网格',
  request: v.object({ place: PlaceSchema }),
  response: v.object({ grid: GridView }),
  problems: ['matter.place-outside-county'],
})
