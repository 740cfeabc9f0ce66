import type { ActionRow } from '../flow/flowTable'
import { note, owner, photos, reason, result, toReporter } from './fields'
import { claim } from './rows'

/** Steps of something asked that is answered in words: at once, or by whoever it is passed on to. */

const answer = {
  title: '答复',
  event: 'answered',
  to: 'answered',
  form: [
    result('答复', ['可以办，请带上身份证和户口本到镇便民服务中心', '已问清楚，答复如下：']),
    photos('要带走的图片、表格', false),
  ],
  forwarded: true,
  tells: ['reporter'],
  measure: 'closed',
  primary: true,
} as const satisfies Partial<ActionRow>

export function answerBy(permission: ActionRow['permission']): ActionRow {
  return { ...answer, permission }
}

export const answerAsOwner: ActionRow = {
  ...answer,
  permission: 'matter.handle',
  relation: 'assignee',
  task: 'finish',
}

/** 转给部门、村里或一个人来答. A new owner gets the time anew. */
export const passOn: ActionRow = {
  title: '转给别人答',
  event: 'dispatched',
  to: 'passed',
  permission: 'matter.dispatch',
  form: [owner, note('给答复人的话')],
  task: 'open',
  forwarded: true,
  tells: ['reporter', 'taskOwner'],
  measure: 'dispatched',
}

export const takeOn: ActionRow = { ...claim, title: '我来答', to: 'answering' }

/** What may be done while somebody finds out; given back, it stands in `back` again. */
export function whileAnswering(back: string): Record<string, ActionRow> {
  return {
    answerAsOwner,
    giveBack: giveBack(back),
    passOn: { ...passOn, title: '改派' },
    answer: { ...answerBy('matter.accept'), title: '镇里直接答' },
  }
}

export function giveBack(to: string): ActionRow {
  return {
    title: '交回',
    event: 'handed-back',
    to,
    permission: 'matter.handle',
    relation: 'assignee',
    form: [reason(['不归我答', '要别的部门来答'])],
    task: 'drop',
    forwarded: true,
    tells: ['hub'],
  }
}

/** 再问一次: once, and nobody has it any more, so that it is looked at anew. */
export function askAgain(to: string): ActionRow {
  return {
    title: '再问一句',
    event: 'asked-again',
    to,
    permission: 'matter.report',
    relation: 'reporter',
    atMost: 1,
    withinDays: 15,
    form: [toReporter(reason(['没有看懂，请再说一遍', '我的情况不一样：', '照着去办，没办成']))],
    task: 'drop',
    forwarded: true,
    tells: ['inCharge'],
    measure: 'reopened',
  }
}
