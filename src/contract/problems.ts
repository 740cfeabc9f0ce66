import { accountProblems } from './accountProblems'
import type { ProblemRow, Retry } from './problemRow'

/**
 * Every refusal and fault that crosses a wire, as RFC 9457 problem+json. Codes are stable and never reused. The phone
 * decides from `retry`, never from the words; `title` says what happened, that nothing is lost, and the next step.
 */
export const problems = {
  'request.malformed-json': { status: 400, retry: 'never', title: '请求内容不完整，请重新发送' },
  'request.invalid': { status: 400, retry: 'after-edit', title: '有内容填得不对，请按提示修改' },
  'request.unknown-name': { status: 404, retry: 'never', title: '没有这个功能，请更新后再试' },
  'request.too-large': { status: 413, retry: 'after-edit', title: '内容太大了，请减少后再送' },
  'request.wrong-media-type': {
    status: 415,
    retry: 'never',
    title: '内容格式不对，请用 JSON 发送',
  },
  'request.too-many': { status: 429, retry: 'later', title: '发得太快了，请稍等再送，内容都还在' },
  'command.id-reused': {
    status: 409,
    retry: 'never',
    title: '这个编号已经用于另一份内容，请重新提交',
  },

  ...accountProblems,
  'access.not-signed-in': {
    status: 401,
    retry: 'after-edit',
    title: '请先登录，未送出的内容都还在',
  },
  'access.session-ended': {
    status: 401,
    retry: 'after-edit',
    title: '登录已过期，请重新登录，未送出的内容都还在',
  },
  'access.not-permitted': {
    status: 403,
    retry: 'never',
    title: '您没有权限做这件事，如有需要请联系镇综治中心',
  },
  'access.outside-jurisdiction': {
    status: 403,
    retry: 'never',
    title: '这件事不在您的辖区内，只有相关的人能看',
  },
  'access.demo-disabled': { status: 403, retry: 'never', title: '正式系统不能用演示身份登录' },
  'access.wrong-password': {
    status: 401,
    retry: 'after-edit',
    title: '账号或密码不对，请重新输入',
  },
  'access.locked': {
    status: 423,
    retry: 'later',
    title: '连续输错五次，账号锁定 15 分钟，请稍后再试',
  },
  'access.disabled': {
    status: 403,
    retry: 'never',
    title: '这个账号已经停用，如有疑问请联系镇综治中心',
  },
  'access.wechat-code-used': {
    status: 401,
    retry: 'later',
    title: '微信登录已失效，请再点一次登录',
  },
  'access.wechat-blocked': {
    status: 403,
    retry: 'never',
    title: '微信提示此账号有风险，暂时不能登录',
  },
  'access.wechat-busy': { status: 503, retry: 'later', title: '微信暂时没有回应，请稍后再试' },
  'access.wechat-not-configured': {
    status: 503,
    retry: 'never',
    title: '还没有接通微信登录，请联系管理员',
  },

  'person.not-found': {
    status: 404,
    retry: 'after-edit',
    title: '没有找到这个账号，或者这个人不归您管理',
  },
  'person.is-oneself': {
    status: 409,
    retry: 'never',
    title: '不能停用自己的账号，请让另一位管理员来做',
  },
  'password.too-weak': {
    status: 422,
    retry: 'after-edit',
    title: '密码太简单：至少十个字符，不能和账号一样，不能是同一个字符，也不能是常见的密码',
  },
  'password.no-console-post': {
    status: 422,
    retry: 'never',
    title: '这个账号没有控制台岗位，用不着密码，请发绑定码让本人用微信绑定',
  },
  'person.managed-by-county': {
    status: 409,
    retry: 'never',
    title: '工作账号由县里管理，要改要停请联系镇综治中心',
  },
  'person.confirm-close': {
    status: 422,
    retry: 'after-edit',
    title: '注销以后不能恢复，请先确认',
  },
  'consent.withdrawn': {
    status: 403,
    retry: 'after-edit',
    title: '您撤回了同意，现在只能看。要上报请到“我的信息”里再同意一次',
  },
  'consent.wrong-version': {
    status: 409,
    retry: 'after-edit',
    title: '隐私说明已经更新，请看过新的再同意',
  },
  'follow.unknown': {
    status: 404,
    retry: 'after-edit',
    title: '没有查到。请核对查询码，或者扫一下二维码',
  },
  'follow.too-many-attempts': {
    status: 423,
    retry: 'later',
    title: '查询码输错太多次，请 15 分钟后再试',
  },
  'binding.needs-wechat': { status: 409, retry: 'never', title: '请先用微信登录，再输入绑定码' },
  'binding.code-unknown': {
    status: 422,
    retry: 'after-edit',
    title: '没有这个绑定码，请核对后再输入',
  },
  'binding.code-used': {
    status: 409,
    retry: 'after-edit',
    title: '这个绑定码已经用过了，请向镇综治中心要一个新的',
  },
  'binding.code-expired': {
    status: 409,
    retry: 'after-edit',
    title: '这个绑定码已经失效，请向镇综治中心要一个新的',
  },
  'binding.too-many-attempts': {
    status: 423,
    retry: 'later',
    title: '绑定码输错太多次，请 15 分钟后再试',
  },

  'matter.not-found': { status: 404, retry: 'never', title: '没有找到这件事' },
  'matter.unknown-kind': { status: 422, retry: 'after-edit', title: '没有这个类别，请重新选择' },
  'matter.place-missing': {
    status: 422,
    retry: 'after-edit',
    title: '不知道在哪里，请定位或选择网格',
  },
  'matter.place-outside-county': {
    status: 422,
    retry: 'after-edit',
    title: '这个地点不在本县范围内，请改正地点或选择网格',
  },
  'matter.unknown-grid': { status: 422, retry: 'after-edit', title: '没有这个网格，请重新选择' },
  'matter.clock-off': { status: 422, retry: 'after-edit', title: '手机时间不对，请校准时间后再送' },
  'matter.text-too-long': { status: 422, retry: 'after-edit', title: '文字太长了，请缩短后再送' },
  'matter.too-many-photos': {
    status: 422,
    retry: 'after-edit',
    title: '照片太多了，请去掉几张再送',
  },
  'matter.too-many-voices': {
    status: 422,
    retry: 'after-edit',
    title: '语音太多了，请去掉几段再送',
  },
  'matter.id-taken': { status: 409, retry: 'never', title: '这个编号已有另一件事，请重新提交' },
  'matter.unknown-action': { status: 422, retry: 'never', title: '没有这个操作，请更新后再试' },
  'matter.action-not-allowed': {
    status: 409,
    retry: 'never',
    title: '这件事的状态已经变了，现在不能这样办，请刷新看看',
  },
  'matter.form-incomplete': { status: 422, retry: 'after-edit', title: '还有必填的内容没填' },
  'matter.form-too-small': { status: 422, retry: 'after-edit', title: '填的数太小，请改一下' },
  'matter.form-wrong-value': {
    status: 422,
    retry: 'after-edit',
    title: '有一栏填得不对，请按提示改',
  },
  'matter.changed-meanwhile': {
    status: 409,
    retry: 'after-edit',
    title: '这件事刚被别人动过，请看过再办，您填的还在',
  },
  'shift.not-found': { status: 404, retry: 'never', title: '没有找到这份交班记录' },
  'shift.own-note': { status: 409, retry: 'never', title: '自己写的交班记录由接班的人签收' },
  'filter.too-many': {
    status: 409,
    retry: 'after-edit',
    title: '筛选最多存 20 个，请先删掉不用的',
  },
  'matter.taken': {
    status: 409,
    retry: 'after-edit',
    title: '同事已经接手这件事，请先说一声；要换手请点“换我来办”',
  },
  'matter.taken-by-you': { status: 409, retry: 'never', title: '这件事已经是您接手的' },
  'matter.not-taken': { status: 409, retry: 'never', title: '这件事现在不在您手上' },
  'matter.merging': {
    status: 409,
    retry: 'later',
    title: '这件事正要并到另一件，一分钟后再看；要办它请先撤销并案',
  },
  'matter.undo-too-late': {
    status: 409,
    retry: 'never',
    title: '已过一分钟，或已经撤销，现在不能撤销并案了',
  },
  'matter.entered-before': {
    status: 409,
    retry: 'never',
    title: '已经记过一次，不用再来一次',
  },
  'matter.row-done': { status: 409, retry: 'never', title: '这一项已经办过了' },
  'matter.list-full': { status: 422, retry: 'after-edit', title: '清单太长了，请分成几件办' },
  'matter.cannot-join': {
    status: 409,
    retry: 'after-edit',
    title: '不能并到这一件，请另选一件同类、还没办结的',
  },
  'matter.unknown-person': {
    status: 422,
    retry: 'after-edit',
    title: '没有找到这个人，请重新选',
  },
  'matter.unknown-area': { status: 422, retry: 'after-edit', title: '没有这个地方，请重新选' },
  'matter.flow-off': {
    status: 409,
    retry: 'never',
    title: '本县没有开办这一项，请直接联系镇综治中心',
  },
  'settings.not-sound': {
    status: 422,
    retry: 'after-edit',
    title: '有的设置不行，请按标出的地方修改，什么都还没有变',
  },
  'settings.changed-meanwhile': {
    status: 409,
    retry: 'after-edit',
    title: '刚才有人先改了设置，请看过新的再改，您填的还在',
  },
  'settings.version-unknown': { status: 404, retry: 'never', title: '没有这个版本的设置' },
  'secret.closed': {
    status: 403,
    retry: 'never',
    title: '查看的时间已过，如还需要请联系镇综治中心',
  },
  'matter.form-too-long': {
    status: 422,
    retry: 'after-edit',
    title: '填写的内容超出了限制，请缩短',
  },
  'matter.form-unknown-field': {
    status: 422,
    retry: 'never',
    title: '表单里有不认识的内容，请更新后再试',
  },
  'matter.owner-too-wide': {
    status: 422,
    retry: 'after-edit',
    title: '这类事要保护当事人，只能派给一个人或一个部门',
  },
  'matter.unknown-owner': {
    status: 422,
    retry: 'after-edit',
    title: '要派给的人或部门不存在，或不在本镇，请重新选择',
  },

  'task.not-found': { status: 404, retry: 'never', title: '没有找到这项任务' },
  'task.already-claimed': { status: 409, retry: 'never', title: '这件事已经有人接手了' },

  'file.not-found': { status: 404, retry: 'never', title: '没有找到这张照片' },
  'file.not-a-photo': {
    status: 422,
    retry: 'after-edit',
    title: '这个文件不是能打开的照片，请重新拍一张',
  },
  'file.too-large': { status: 413, retry: 'after-edit', title: '照片太大了，请重新拍或压缩后再送' },
  'file.hash-mismatch': { status: 422, retry: 'later', title: '照片在路上损坏了，会重新传送' },
  'file.wrong-offset': { status: 409, retry: 'later', title: '照片会从断开的地方接着传' },
  'file.id-reused': {
    status: 409,
    retry: 'never',
    title: '这个照片编号已用于另一张照片，请重新拍',
  },
  'file.link-expired': { status: 403, retry: 'later', title: '照片链接已过期，请刷新' },

  'hub.endpoint-not-found': { status: 404, retry: 'never', title: '没有找到这个接收地址' },
  'hub.address-not-allowed': {
    status: 422,
    retry: 'after-edit',
    title: '这个地址不能用作接收地址，请换一个',
  },
  'hub.subscription-changed': {
    status: 409,
    retry: 'after-edit',
    title: '别人刚改过这个接收地址要收的类别，请看一下再改',
  },
  'hub.nothing-to-send-to': {
    status: 422,
    retry: 'never',
    title: '这个接收方自己来取，没有地址可以送',
  },
  'hub.delivery-not-found': { status: 404, retry: 'never', title: '没有找到这次投递' },
  'hub.cursor-invalid': {
    status: 422,
    retry: 'after-edit',
    title: '游标不对，请从上次确认的位置继续',
  },

  'import.rejected': {
    status: 422,
    retry: 'after-edit',
    title: '导入的文件有错误，一行都没有写入，请按清单改正',
  },

  'server.busy': { status: 503, retry: 'later', title: '现在人多，请稍等再送，内容都还在' },
  'server.stopping': { status: 503, retry: 'later', title: '系统正在重启，请稍等再送，内容都还在' },
  'server.fault': {
    status: 500,
    retry: 'later',
    title: '系统出了问题，已经记下，请稍后再试，内容都还在',
  },
} as const satisfies Record<string, ProblemRow>

export type ProblemCode = keyof typeof problems

/** The wire form. `instance` is the request's id, for whoever looks it up in the log. */
export type Problem = {
  readonly type: string
  readonly code: ProblemCode
  readonly title: string
  readonly status: number
  readonly retry: Retry
  readonly details?: Readonly<Record<string, unknown>>
  readonly instance?: string
}

export function problem(code: ProblemCode, details?: Readonly<Record<string, unknown>>): Problem {
  const { status, title, retry } = problems[code]
  return {
    type: `/docs/problems#${code}`,
    code,
    title,
    status,
    retry,
    ...(details ? { details } : {}),
  }
}

export function isProblemCode(code: string): code is ProblemCode {
  return code in problems
}
