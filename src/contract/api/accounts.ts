import * as v from 'valibot'
import { defineOperation } from '../operation'
import {
  AccountSchema,
  Area,
  AreaCode,
  Next,
  Page,
  PersonIdSchema,
  RoleSchema,
  text,
  Time,
} from '../shapes'

const DepartmentCode = text(40)

export const PostView = v.object({
  role: RoleSchema,
  roleTitle: v.string(),
  area: Area,
  departmentCode: v.optional(v.string()),
})

export const AccountView = v.object({
  personId: PersonIdSchema,
  account: v.string(),
  name: v.string(),
  posts: v.array(PostView),
  disabledAt: v.nullable(Time),
  hasPassword: v.boolean(),
  /** A phone in WeChat opens it. */
  bound: v.boolean(),
  secondFactor: v.boolean(),
  lockedUntil: v.nullable(Time),
})
export type AccountView = v.InferOutput<typeof AccountView>

/** Residents only by their whole name or account: they do not lie in a list to be browsed. */
export const listAccounts = defineOperation({
  name: 'listAccounts',
  summary: '辖区内的人员和岗位，按账号排；居民要写全名或账号才找得到。查看记录在案',
  request: v.object({
    search: v.optional(text(60)),
    areaCode: v.optional(AreaCode),
    role: v.optional(RoleSchema),
    ...Page,
  }),
  response: v.object({ items: v.array(AccountView), next: Next }),
  problems: ['access.outside-jurisdiction'],
})

export const makeAccount = defineOperation({
  name: 'makeAccount',
  summary: '新建账号（系统管理员）；岗位由安全管理员另外授予',
  request: v.object({
    /** Minted by whoever asks: the same request again is the same person. */
    personId: PersonIdSchema,
    account: v.pipe(text(60), v.regex(/^[\p{L}\p{N}._@-]{1,60}$/u)),
    name: v.pipe(text(40), v.trim(), v.minLength(1)),
    phone: v.optional(v.pipe(text(20), v.regex(/^(\+?\d[\d -]{2,19})?$/))),
  }),
  response: v.object({ account: AccountView }),
  problems: ['account.taken', 'command.id-reused'],
})

const Post = v.object({
  account: AccountSchema,
  role: RoleSchema,
  areaCode: AreaCode,
  departmentCode: v.optional(DepartmentCode),
})

export const grantPost = defineOperation({
  name: 'grantPost',
  summary: '授予岗位（安全管理员）；自己的不能改，三员不能由一人兼任',
  request: Post,
  response: v.object({ account: AccountView }),
  problems: [
    'person.not-found',
    'post.of-oneself',
    'post.wrong-place',
    'post.not-apart',
    'access.disabled',
  ],
})

export const endPost = defineOperation({
  name: 'endPost',
  summary: '收回岗位（安全管理员）；已经收回的再收一次不变',
  request: Post,
  response: v.object({ account: AccountView }),
  problems: ['person.not-found', 'post.of-oneself'],
})

export const unlockAccount = defineOperation({
  name: 'unlockAccount',
  summary: '解除锁定（安全管理员）：密码和动态口令输错的次数清零',
  request: v.object({ account: AccountSchema }),
  response: v.object({ account: AccountView }),
  problems: ['person.not-found'],
})

export const SessionLine = v.object({
  sessionId: v.pipe(v.string(), v.uuid()),
  how: v.picklist(['demo', 'wechat', 'password', 'signOn', '']),
  address: v.string(),
  begunAt: Time,
  seenAt: Time,
  /** The one through which is asked. */
  own: v.boolean(),
})

export const listSessions = defineOperation({
  name: 'listSessions',
  summary: '还开着的登录：自己的；安全管理员也能看别人的',
  request: v.object({ account: v.optional(AccountSchema) }),
  response: v.object({ items: v.array(SessionLine) }),
  problems: ['person.not-found'],
})

export const endSession = defineOperation({
  name: 'endSession',
  summary: '结束一次登录：自己的；安全管理员也能结束别人的',
  request: v.object({ sessionId: v.pipe(v.string(), v.uuid()) }),
  response: v.object({ ended: v.boolean() }),
  problems: ['session.not-found'],
})
