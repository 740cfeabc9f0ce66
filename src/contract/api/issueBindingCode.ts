import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AccountSchema, CommandIdSchema, Time } from '../shapes'

export const issueBindingCode = defineOperation({
  name: 'issueBindingCode',
  summary: '给辖区内的人发一次性绑定码（八个字符，七天有效），本人用微信登录后输入即绑定账号',
  request: v.object({ commandId: CommandIdSchema, account: AccountSchema }),
  response: v.object({ code: v.string(), account: v.string(), name: v.string(), expiresAt: Time }),
  problems: ['account.set-apart', 'command.id-reused', 'person.not-found', 'access.disabled'],
})
