import type { ProblemRow } from './problemRow'

/** Of accounts, posts, sessions and second factors; part of `problems`. */
export const accountProblems = {
  'password.used-before': {
    status: 422,
    retry: 'after-edit',
    title: '这个密码最近用过，请换一个',
  },
  'account.taken': { status: 409, retry: 'after-edit', title: '这个账号已经有人用了，请换一个' },
  'account.set-apart': {
    status: 409,
    retry: 'never',
    title: '系统、安全、审计管理员的账号由本人管理，别人不能改密码、发绑定码或停用',
  },
  'post.of-oneself': { status: 409, retry: 'never', title: '自己的岗位要由另一位安全管理员来改' },
  'post.wrong-place': {
    status: 422,
    retry: 'after-edit',
    title: '这个岗位不能设在这个地方，或者部门没有选对',
  },
  'post.not-apart': {
    status: 409,
    retry: 'after-edit',
    title: '系统、安全、审计管理员由三个人分别担任，也不能再办别的事',
  },
  'session.not-found': {
    status: 404,
    retry: 'after-edit',
    title: '没有找到这次登录，可能已经结束',
  },
  'factor.needed': {
    status: 403,
    retry: 'after-edit',
    title: '看敏感内容和导出要先输入动态口令，填的内容都还在',
  },
  'factor.wrong-code': {
    status: 422,
    retry: 'after-edit',
    title: '动态口令不对，或者已经用过，请等下一个再输入',
  },
  'factor.locked': {
    status: 423,
    retry: 'later',
    title: '动态口令连续输错五次，请 15 分钟后再试',
  },
  'factor.exists': {
    status: 409,
    retry: 'never',
    title: '已经启用了动态口令，要换手机请让安全管理员重置',
  },
  'factor.not-begun': { status: 409, retry: 'after-edit', title: '请先扫码添加动态口令' },
  'sign-on.not-configured': {
    status: 503,
    retry: 'never',
    title: '没有接通统一登录，请用账号密码',
  },
  'sign-on.unreachable': {
    status: 503,
    retry: 'later',
    title: '统一登录暂时没有回应，请稍后再试，或用账号密码',
  },
  'sign-on.failed': {
    status: 401,
    retry: 'after-edit',
    title: '统一登录没有成功，请重新登录',
  },
  'sign-on.unknown-person': {
    status: 403,
    retry: 'never',
    title: '统一登录的这个人在本系统没有账号，请联系系统管理员',
  },
} as const satisfies Record<string, ProblemRow>
