import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, AreaCode } from '../shapes'

export const listAreas = defineOperation({
  name: 'listAreas',
  summary: '下一级区划：县的镇，镇的村（社区）',
  request: v.object({ parentCode: AreaCode }),
  response: v.object({ items: v.array(Area) }),
  problems: [],
})
