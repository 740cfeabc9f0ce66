import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AccountSchema, text, Time } from '../shapes'

const Code = v.pipe(text(20), v.trim(), v.minLength(6))

export const beginSecondFactor = defineOperation({
  name: 'beginSecondFactor',
  summary: '添加动态口令：给出二维码里的地址；要再输入一次自己的密码，还没验证之前不起作用',
  request: v.object({ password: v.optional(text(200)) }),
  response: v.object({ uri: v.string(), secret: v.string() }),
  problems: ['factor.exists', 'access.wrong-password', 'access.locked'],
})

export const confirmSecondFactor = defineOperation({
  name: 'confirmSecondFactor',
  summary: '输入手机上的动态口令，从此启用；给出十个一次性恢复码，只显示这一次',
  request: v.object({ code: Code }),
  response: v.object({ recoveryCodes: v.array(v.string()), provenUntil: v.nullable(Time) }),
  problems: ['factor.exists', 'factor.not-begun', 'factor.wrong-code', 'factor.locked'],
})

export const proveSecondFactor = defineOperation({
  name: 'proveSecondFactor',
  summary: '输入动态口令或恢复码，这次登录在一段时间内可以看敏感内容和导出',
  request: v.object({ code: Code }),
  response: v.object({ provenUntil: Time, recoveryCodesLeft: v.number() }),
  problems: ['factor.not-begun', 'factor.wrong-code', 'factor.locked'],
})

export const readSecondFactor = defineOperation({
  name: 'readSecondFactor',
  summary: '自己的动态口令启用了没有，恢复码还剩几个',
  request: v.object({}),
  response: v.object({
    enrolled: v.boolean(),
    /** What beginning asks for: whoever signed on through another system has no password here. */
    needsPassword: v.boolean(),
    recoveryCodesLeft: v.number(),
  }),
  problems: [],
})

export const resetSecondFactor = defineOperation({
  name: 'resetSecondFactor',
  summary: '重置别人的动态口令（安全管理员）：手机丢了的人可以重新添加',
  request: v.object({ account: AccountSchema }),
  response: v.object({ reset: v.boolean() }),
  problems: ['person.not-found', 'post.of-oneself'],
})
