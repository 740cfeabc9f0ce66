import type { ActionRow, SpawnRow } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import {
  choice,
  day,
  note,
  optional,
  owner,
  owners,
  photos,
  rating,
  reason,
  text,
  toReporter,
} from './fields'

/** Steps that many flows share, each as one row of a table. */

export const withdraw: ActionRow = {
  title: '撤回',
  event: 'withdrawn',
  to: 'withdrawn',
  permission: 'matter.report',
  relation: 'reporter',
  form: [note('为什么撤回')],
  forwarded: true,
  tells: ['hub'],
}

export const accept: ActionRow = {
  title: '受理',
  event: 'accepted',
  to: 'accepted',
  permission: 'matter.accept',
  form: [toReporter(note('给上报人的话'))],
  forwarded: true,
  tells: ['reporter'],
  measure: 'accepted',
}

/** 评价, once; who does not answer is counted apart. */
export const rate: ActionRow = {
  title: '评价',
  event: 'rated',
  to: 'closed',
  permission: 'matter.report',
  relation: 'reporter',
  atMost: 1,
  withinDays: 7,
  form: rating,
  forwarded: false,
  tells: ['inCharge'],
  measure: 'rated',
}

/** 没有解决: once within 15 days, and it goes back to whoever had it. */
export function reopen(to: string): ActionRow {
  return {
    title: '没有解决',
    event: 'reopened',
    to,
    permission: 'matter.report',
    relation: 'reporter',
    atMost: 1,
    withinDays: 15,
    form: [
      toReporter(reason(['还是老样子', '只办了一半', '过两天又坏了'])),
      photos('现在的样子', false),
    ],
    task: 'resume',
    deadline: { restart: 0.5 },
    forwarded: true,
    tells: ['assignee', 'hub'],
    measure: 'reopened',
  }
}

export const claim: ActionRow = {
  title: '我来办',
  event: 'claimed',
  to: 'handling',
  permission: 'task.claim',
  relation: 'taskOwner',
  form: [],
  task: 'claim',
  forwarded: true,
  tells: ['reporter', 'hub'],
  primary: true,
}

/** 改派 */
export const redispatch: ActionRow = {
  title: '改派',
  event: 'dispatched',
  to: 'dispatched',
  permission: 'matter.dispatch',
  form: [owner, optional(owners('协办')), note('给办理人的话')],
  task: 'open',
  calls: true,
  forwarded: true,
  tells: ['reporter', 'taskOwner', 'called'],
  measure: 'dispatched',
}

export const dispatch: ActionRow = { ...redispatch, title: '派遣', primary: true }

/** 协办签收 */
export function sign(status: string, title = '签收'): ActionRow {
  return {
    title,
    event: 'signed',
    to: status,
    permission: 'task.claim',
    relation: 'called',
    form: [],
    task: 'claim',
    forwarded: true,
    tells: ['hub'],
    primary: true,
  }
}

/** 协办反馈 */
export function answerCall(status: string, title = '反馈结果'): ActionRow {
  return {
    title,
    event: 'call-answered',
    to: status,
    permission: 'task.claim',
    relation: 'answering',
    form: [
      {
        name: 'result',
        title: '办得怎么样',
        type: 'text',
        required: true,
        max: 500,
        templates: ['已到场处理', '已办好我单位负责的部分'],
      },
      photos('照片', false),
    ],
    task: 'finish',
    forwarded: true,
    tells: ['assignee', 'hub'],
    primary: true,
  }
}

/** 延期: asked by whoever handles it, granted by the head of the hub, twice at most, each half of the limit. */
export function extension(status: string): Record<string, ActionRow> {
  const asked = { field: 'extensionAsked', is: true } as const
  return {
    askExtension: {
      title: '申请延期',
      event: 'extension-asked',
      to: status,
      permission: 'matter.handle',
      relation: 'assignee',
      when: [{ field: 'extensionAsked', isNot: true }],
      form: [reason(['等材料', '等天气', '要几个部门一起办'])],
      sets: { extensionAsked: true },
      forwarded: false,
      tells: ['inCharge'],
    },
    grantExtension: {
      title: '同意延期',
      event: 'extended',
      to: status,
      permission: 'matter.rule',
      relation: 'notHandler',
      when: [asked],
      atMost: 2,
      form: [toReporter(note('告诉上报人的话'))],
      sets: { extensionAsked: null },
      deadline: { extend: 0.5 },
      forwarded: true,
      tells: ['reporter', 'assignee'],
    },
    refuseExtension: {
      title: '不同意延期',
      event: 'extension-refused',
      to: status,
      permission: 'matter.rule',
      when: [asked],
      form: [reason(['请按期办完'])],
      sets: { extensionAsked: null },
      forwarded: false,
      tells: ['assignee'],
    },
  }
}

/** 挂账: the county lets the time stand still, once, for a year at most, with a reason the reporter reads. */
export const suspend: ActionRow = {
  title: '挂账',
  event: 'suspended',
  to: 'suspended',
  permission: 'matter.suspend',
  atMost: 1,
  form: [
    toReporter(reason(['要等资金到位', '要等工程完工', '要等上级批复'])),
    optional(day('resumeOn', '预计恢复')),
  ],
  deadline: 'stop',
  forwarded: true,
  tells: ['reporter', 'assignee', 'hub'],
}

export function resume(to: string): ActionRow {
  return {
    title: '恢复办理',
    event: 'resumed',
    to,
    permission: 'matter.dispatch',
    form: [note('说明')],
    task: 'resume',
    deadline: 'resume',
    forwarded: true,
    tells: ['reporter', 'assignee'],
    primary: true,
  }
}

/** 超期申诉: once, backed by the hub's head and ruled by the county; the fact of lateness stays. */
export function timeoutAppeal(status: string): Record<string, ActionRow> {
  return {
    appealTimeout: {
      title: '超期申诉',
      event: 'timeout-appealed',
      to: status,
      permission: 'matter.handle',
      relation: 'assignee',
      when: ['wasLate'],
      atMost: 1,
      form: [reason(['暴雨断路', '系统故障', '上报人联系不上'])],
      sets: { appeal: 'asked' },
      forwarded: false,
      tells: ['hub'],
    },
    backAppeal: {
      title: '申诉属实',
      event: 'appeal-backed',
      to: status,
      permission: 'matter.rule',
      relation: 'notHandler',
      when: [{ field: 'appeal', is: 'asked' }],
      form: [note('说明')],
      sets: { appeal: 'backed' },
      forwarded: false,
      tells: ['county'],
    },
    excuseTimeout: {
      title: '准予免计',
      event: 'timeout-excused',
      to: status,
      permission: 'matter.supervise',
      relation: 'notHandler',
      when: [{ field: 'appeal', is: 'backed' }],
      form: [note('说明')],
      sets: { appeal: 'granted' },
      excuses: true,
      forwarded: false,
      tells: ['assignee', 'hub'],
    },
    rejectAppeal: {
      title: '驳回申诉',
      event: 'appeal-rejected',
      to: status,
      permission: 'matter.supervise',
      when: [{ field: 'appeal', is: 'backed' }],
      form: [reason(['理由不成立'])],
      sets: { appeal: 'rejected' },
      forwarded: false,
      tells: ['assignee', 'hub'],
    },
  }
}

/** Begins a matter of another flow that belongs to this one; this one stays where it is. */
export function spawn(
  status: string,
  words: { readonly title: string; readonly event: string },
  spawns: SpawnRow,
  form: readonly FormField[],
): Pick<ActionRow, 'title' | 'event' | 'to' | 'form' | 'spawns' | 'forwarded' | 'tells'> {
  return { ...words, to: status, form, spawns, forwarded: false, tells: [] }
}

/** Why a matter stands still, for the ledger's own count. */
export const whyUnsolved = choice('whyUnsolved', '为什么没解决', {
  overdue: '超期没有办',
  noReply: '该答复没有答复',
  notDone: '答应了没有做',
  manyUnits: '几个单位都说不归自己',
  money: '缺钱',
  policy: '缺政策依据',
  parties: '当事人意见不一致',
})

/** 督查: an open matter goes on the ledger; its words are the supervisor's, since guests may read them. */
export function supervise(status: string): ActionRow {
  return {
    ...spawn(
      status,
      { title: '列入督查', event: 'supervised' },
      {
        flow: 'supervision',
        kind: '1401',
        fields: { whyUnsolved: 'whyUnsolved' },
        text: 'summary',
      },
      [whyUnsolved, text('summary', '督查什么（不写当事人姓名）')],
    ),
    permission: 'matter.supervise',
    tells: ['assignee', 'hub'],
  }
}
