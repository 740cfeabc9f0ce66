import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AccountSchema, text } from '../shapes'
import { PersonView } from '../views'

export const demoUsers = [
  'officer',
  'gridWorker',
  'resident',
  'hubOperator',
  'countyAdmin',
] as const
export type DemoUser = (typeof demoUsers)[number]

/** A session that has just begun. */
export const SessionView = v.object({
  token: v.string(),
  expiresAt: v.string(),
  person: PersonView,
})

/**
 * demo: only where the server was started as a demo. wechat: the code of `wx.login`, valid 5 minutes and once.
 * signOn: comes back from another system with a code. password: the hub console; five failures from one address lock the account there for 15 minutes.
 */
export const signIn = defineOperation({
  name: 'signIn',
  summary: '登录：演示身份、微信登录凭证，或账号密码',
  open: true,
  request: v.variant('method', [
    v.object({ method: v.literal('demo'), user: v.picklist(demoUsers) }),
    v.object({ method: v.literal('wechat'), code: v.pipe(text(200), v.minLength(1)) }),
    v.object({
      method: v.literal('password'),
      account: AccountSchema,
      password: v.pipe(text(200), v.minLength(1)),
    }),
    v.object({
      method: v.literal('signOn'),
      code: v.pipe(text(2000), v.minLength(1)),
      state: v.pipe(text(200), v.minLength(1)),
      issuer: v.optional(text(500)),
    }),
  ]),
  response: SessionView,
  problems: [
    'access.demo-disabled',
    'access.wrong-password',
    'access.locked',
    'access.disabled',
    'access.wechat-code-used',
    'access.wechat-blocked',
    'access.wechat-busy',
    'access.wechat-not-configured',
    'sign-on.not-configured',
    'sign-on.unreachable',
    'sign-on.failed',
    'sign-on.unknown-person',
  ],
})

/** The address of the other system, and what the browser holds against what it comes back with. */
export const beginSignOn = defineOperation({
  name: 'beginSignOn',
  summary: '统一登录：去那边登录的地址，十分钟内有效，一次',
  open: true,
  request: v.object({}),
  response: v.object({ url: v.string(), state: v.string() }),
  problems: ['sign-on.not-configured', 'sign-on.unreachable'],
})
