import * as v from 'valibot'
import { defineOperation } from '../operation'
import { Area, Time } from '../shapes'
import { PersonView } from '../views'

export const whoAmI = defineOperation({
  name: 'whoAmI',
  summary: '我是谁、在哪里、有哪些岗位；服务器时间用来校准手机时钟',
  request: v.object({}),
  response: v.object({ person: PersonView, county: Area, serverTime: Time }),
  problems: [],
})
