import type { ActionRow, MarkRow } from '../flow/flowTable'
import {
  choice,
  day,
  line,
  note,
  optional,
  owner,
  owners,
  person,
  phone,
  photos,
  reason,
  required,
  result,
  row,
  rows,
  text,
  toReporter,
} from './fields'
import { answerCall, rate, sign } from './rows'

/** The steps of a petition; when each may be taken stands in `petition.ts`. */

export const REPRESENTATIVES_MAX = 5

export const earlierNumber = optional(line('earlierNumber', '以前为这件事信访过？上次的编号'))

/** 首办: whoever receives it first stays its face, whoever works on it later. */
export const receive: ActionRow = {
  title: '首接登记',
  event: 'received',
  to: 'received',
  permission: 'matter.accept',
  form: [person('firstReceiver', '首办人'), earlierNumber, toReporter(note('告诉信访人的话'))],
  forwarded: true,
  tells: ['reporter', { named: 'firstReceiver' }],
  primary: true,
}

const leader = person('leader', '包案领导')

export const accept: ActionRow = {
  title: '受理',
  event: 'accepted',
  to: 'accepted',
  permission: 'petition.decide',
  form: [
    owner,
    optional(owners('协办')),
    optional(leader),
    toReporter(required(note('受理告知'))),
    photos('盖章的受理告知书', false),
  ],
  task: 'open',
  calls: true,
  forwarded: true,
  tells: ['reporter', 'taskOwner', 'called', { named: 'leader' }],
  measure: 'accepted',
  primary: true,
}

/** 容缺受理: the sixty days run; the papers follow, and one contact answers for all of them. */
export const acceptLacking: ActionRow = {
  title: '容缺受理',
  event: 'accepted-lacking',
  to: 'accepted',
  permission: 'petition.decide',
  form: [
    rows('papers', '还缺的材料、哪天前补'),
    line('contactName', '材料交给谁'),
    phone('contactPhone', '联系电话'),
    ...accept.form,
  ],
  adds: { list: 'papers', field: 'papers' },
  task: 'open',
  calls: true,
  forwarded: true,
  tells: accept.tells,
  measure: 'accepted',
}

export const decline: ActionRow = {
  title: '不予受理',
  event: 'declined',
  to: 'declined',
  permission: 'petition.decide',
  form: [
    toReporter(
      reason([
        '属于检举控告，请直接向纪检监察机关提出，我们不转给被反映的人和单位',
        '已经或者应当通过诉讼、仲裁、行政复议解决',
        '已经复核终结，同一事实和理由不再受理',
      ]),
    ),
    toReporter(
      choice('channel', '该向哪里提出', {
        discipline: '检举控告：向纪检监察机关提出，不告知被反映人',
        court: '涉法涉诉：到法院、检察院',
        arbitration: '仲裁、行政复议、行政裁决',
        organ: '其他机关、单位',
        ended: '已经三级终结',
      }),
    ),
  ],
  forwarded: true,
  tells: ['reporter'],
}

export const transfer: ActionRow = {
  title: '转送',
  event: 'transferred',
  to: 'transferred',
  permission: 'petition.decide',
  form: [owner, toReporter(reason(['属于这个单位职责，已转送，由它告诉您受理不受理']))],
  task: 'open',
  deadline: 'stop',
  forwarded: true,
  tells: ['reporter', 'taskOwner'],
  measure: 'dispatched',
}

/** The unit it was sent to takes it on, or says within five working days why it is not theirs. */
export const takeOn: ActionRow = {
  title: '受理，由我单位办',
  event: 'accepted',
  to: 'handling',
  permission: 'task.claim',
  relation: 'taskOwner',
  form: [toReporter(required(note('受理告知'))), photos('盖章的受理告知书', false)],
  task: 'claim',
  deadline: { restart: 1 },
  forwarded: true,
  tells: ['reporter', 'hub'],
  measure: 'accepted',
  primary: true,
}

export const object: ActionRow = {
  title: '不属于我单位，提出异议',
  event: 'objected',
  to: 'received',
  permission: 'task.claim',
  relation: 'taskOwner',
  atMost: 1,
  form: [reason(['不在我单位职责内，依据：'])],
  task: 'drop',
  deadline: 'resume',
  forwarded: true,
  tells: ['hub', 'inCharge'],
}

export const takeBack: ActionRow = {
  title: '收回转送',
  event: 'transfer-taken-back',
  to: 'received',
  permission: 'petition.decide',
  form: [toReporter(reason(['转错了单位，我们重新办理']))],
  task: 'drop',
  deadline: 'resume',
  forwarded: true,
  tells: ['reporter', 'hub'],
}

export const dispatch: ActionRow = {
  title: '换承办单位',
  event: 'dispatched',
  to: 'accepted',
  permission: 'petition.decide',
  form: [owner, optional(owners('协办')), note('给承办单位的话')],
  task: 'open',
  calls: true,
  deadline: 'keep',
  forwarded: true,
  tells: ['reporter', 'taskOwner', 'called'],
  measure: 'dispatched',
}

/** What goes on beside the work itself, wherever it stands. */
export function alongside(status: string): Record<string, ActionRow> {
  const stays = { to: status, forwarded: false } as const
  return {
    /** 包案 */
    nameLeader: {
      ...stays,
      title: '定包案领导',
      event: 'leader-named',
      permission: 'petition.decide',
      form: [leader],
      tells: ['reporter', 'assignee', { named: 'leader' }],
    },
    leaderWord: {
      ...stays,
      title: '包案记录',
      event: 'leader-acted',
      permission: 'matter.handle',
      relation: { named: 'leader' },
      form: [day('metOn', '哪天约见'), toReporter(text('leaderSays', '约见情况和意见', 1000))],
      tells: ['reporter', 'assignee', 'called'],
    },
    /** 联席会议: each department leaves with a task. */
    callMeeting: {
      ...stays,
      title: '开联席会',
      event: 'meeting-called',
      permission: 'petition.decide',
      form: [owners('请哪些单位'), text('agenda', '要定什么、各自准备什么')],
      calls: true,
      forwarded: true,
      tells: ['called', 'assignee', { named: 'leader' }],
    },
    recordMeeting: {
      ...stays,
      title: '联席会纪要',
      event: 'meeting-held',
      permission: 'petition.decide',
      when: [{ field: 'agenda', given: true }],
      form: [text('minutes', '纪要：各单位做什么、哪天前', 1000), photos('纪要照片', false)],
      tells: ['called', 'assignee', { named: 'leader' }],
    },
    signCall: sign(status),
    answerCall: answerCall(status),
    bringPaper: { ...paper(status), relation: 'reporter', permission: 'matter.report' },
    receivePaper: { ...paper(status), title: '收到这份材料', permission: 'matter.accept' },
    addPapers: {
      ...stays,
      title: '还要补材料',
      event: 'papers-asked',
      permission: 'petition.decide',
      form: [rows('papers', '还缺的材料、哪天前补'), toReporter(note('为什么还要'))],
      adds: { list: 'papers', field: 'papers' },
      tells: ['reporter'],
    },
  }
}

function paper(status: string): Omit<ActionRow, 'permission'> {
  return {
    title: '补上这份材料',
    event: 'paper-brought',
    to: status,
    when: [{ list: 'papers', done: false }],
    form: [row('哪份材料', 'papers'), photos('材料照片', false), note('说明')],
    ticks: { list: 'papers' },
    forwarded: false,
    tells: ['assignee', 'hub'],
  }
}

/** 延长办理期限: once, by thirty days of the sixty, told in writing. */
export const extend: ActionRow = {
  title: '延长 30 天',
  event: 'extended',
  to: 'handling',
  permission: 'petition.decide',
  relation: 'notHandler',
  atMost: 1,
  form: [toReporter(reason(['情况复杂，还要调查核实，延长 30 天'])), photos('延期告知书', false)],
  deadline: { extend: 0.5 },
  forwarded: true,
  tells: ['reporter', 'assignee'],
}

/** 书面答复, with a number and the way to go on. */
export const answer: ActionRow = {
  title: '书面答复',
  event: 'answered',
  to: 'answered',
  permission: 'matter.handle',
  relation: 'assignee',
  form: [
    line('answerNumber', '答复意见书编号'),
    result('答复内容', ['经查，', '依据，', '处理意见：']),
    photos('盖章的答复意见书', false),
  ],
  task: 'finish',
  forwarded: true,
  tells: ['reporter', 'hub', { named: 'leader' }],
  measure: 'handled',
  primary: true,
}

/** 复查、复核: within thirty days of the answer, once each. */
export function ask(title: string, event: string, to: string): ActionRow {
  return {
    title,
    event,
    to,
    permission: 'matter.report',
    relation: 'reporter',
    withinDays: 30,
    form: [toReporter(required(note('哪里不服'))), photos('材料照片', false)],
    forwarded: true,
    tells: ['hub', 'county'],
    primary: true,
  }
}

/** By the level above, and by nobody who had a hand in it. */
export function reviewed(title: string, event: string, to: string): ActionRow {
  return {
    title,
    event,
    to,
    permission: 'matter.supervise',
    relation: 'notHandler',
    form: [
      line('reviewNumber', '意见书编号'),
      result('意见', ['经审查，']),
      toReporter(choice('outcome', '结论', { upheld: '维持', changed: '变更' })),
      photos('盖章的意见书', false),
    ],
    task: 'finish',
    forwarded: true,
    tells: ['reporter', 'hub'],
    primary: true,
  }
}

/** 撤销: the answer does not stand, and is given anew in half the time. */
export const orderAgain: ActionRow = {
  title: '撤销，责令重新办理',
  event: 'ordered-again',
  to: 'handling',
  permission: 'matter.supervise',
  relation: 'notHandler',
  atMost: 1,
  form: [toReporter(reason(['事实没有查清，责令重新办理']))],
  task: 'resume',
  deadline: { restart: 0.5 },
  forwarded: true,
  tells: ['reporter', 'assignee', 'hub'],
}

export function rateAt(status: string): ActionRow {
  return { ...rate, to: status }
}

/** The unit it was sent to is asked first. */
export const unitFirst: readonly MarkRow[] = [
  { share: 0.5, tells: ['taskOwner'] },
  { share: 0.8, tells: ['taskOwner', 'inCharge'] },
  { share: 1, tells: ['taskOwner', 'inCharge'] },
  { share: 1.5, tells: ['inCharge', 'county'] },
]

/** The law gives fifteen days; nobody has written down who received it after one. */
export const firstDay: readonly MarkRow[] = [
  { share: 1 / 15, tells: ['inCharge'] },
  { share: 0.5, tells: ['inCharge'] },
  { share: 0.8, tells: ['inCharge'] },
  { share: 1, tells: ['inCharge', 'county'] },
  { share: 1.5, tells: ['inCharge', 'county'] },
]
