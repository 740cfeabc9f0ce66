import type { ActionRow, FlowTable } from '../flow/flowTable'
import { note, photos, reason, required, result, toReporter } from './fields'
import { alsoSeen, askHub, falseReport, toClinic, whistles } from './incidentRows'
import { askAndWait, askMeanwhile, waitForPhoto } from './betterPhoto'
import { days, hours, minutes, workingHours } from './limits'
import { onBehalf } from './onBehalf'
import {
  accept as plainAccept,
  answerCall,
  claim,
  dispatch,
  extension,
  rate,
  redispatch,
  reopen,
  resume,
  sign,
  supervise,
  suspend,
  timeoutAppeal,
  withdraw,
} from './rows'

const confirmReport = (to: string): ActionRow => ({
  title: '核实属实',
  event: 'report-confirmed',
  to,
  permission: 'matter.confirm',
  relation: 'uninvolved',
  form: [note('内部说明')],
  confirms: true,
  forwarded: false,
  tells: ['reporter'],
})

const closeOnSpot: ActionRow = {
  title: '就地办结',
  event: 'closed-on-spot',
  to: 'closed',
  permission: 'matter.closeOnSpot',
  when: ['kind.selfClose'],
  form: [result('怎么办好的', ['当场处理好了']), photos('办好后的照片', false)],
  task: 'finish',
  confirms: true,
  forwarded: true,
  tells: ['reporter', 'hub'],
  measure: 'closedOnSpot',
}

const accept: ActionRow = { ...plainAccept, primary: true }

const sendBack: ActionRow = {
  title: '退回补充',
  event: 'sent-back',
  to: 'sentBack',
  permission: 'matter.accept',
  form: [toReporter(reason(['地点不清楚，请说明在哪里', '请说明发生了什么']))],
  forwarded: true,
  tells: ['reporter'],
  measure: 'returned',
}

const decline: ActionRow = {
  title: '不予受理',
  event: 'declined',
  to: 'declined',
  permission: 'matter.accept',
  form: [
    toReporter(
      reason(['检举控告请向纪检信访部门提出', '已有同样的事在办', '不属于上报范围，请拨 12345']),
    ),
  ],
  forwarded: true,
  tells: ['reporter'],
}

/** 并案: the same thing was reported before. Both reporters hear of it from then on. */
const join: ActionRow = {
  title: '并到另一件',
  event: 'joined',
  to: 'joined',
  permission: 'matter.accept',
  form: [
    { name: 'into', title: '并到哪一件', type: 'matter', required: true, max: 60 },
    toReporter(note('告诉上报人的话')),
  ],
  merges: true,
  forwarded: true,
  tells: ['reporter'],
}

/** 异议: not mine, once, with a basis; the head of the hub rules, and that holds. */
const object: ActionRow = {
  title: '不归我办',
  event: 'objected',
  to: 'objected',
  permission: 'task.claim',
  relation: 'taskOwner',
  atMost: 1,
  form: [reason(['不在我单位职责内，依据：', '不在我网格内'])],
  forwarded: true,
  tells: ['hub'],
}

/**
 * 事件: an incident from report to close (`docs/flows/incident.md`). Limits without a kind's own figure follow the
 * precedents of Taiyuan, Gulou and GB/T 30428.
 */
export const incidentFlow = {
  name: 'incident',
  version: 1,
  title: '事件',
  purpose: '看见的、遇到的，拍张照报给镇里',
  initial: 'reported',
  report: {
    title: '上报',
    permission: 'matter.report',
    at: 'grid',
    form: onBehalf,
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    reported: {
      title: '已上报',
      sentence: '已送到镇里，等值班员受理',
      deadline: { limit: 'kind.accept', warns: 'matter.accept' },
      stage: 'accept',
      actions: {
        accept,
        askPhoto: askAndWait('awaitingPhoto'),
        sendBack,
        decline,
        join,
        alsoSeen,
        closeOnSpot,
        withdraw,
        supervise: supervise('reported'),
      },
    },
    sentBack: {
      title: '待补充',
      sentence: '镇里退回来了，请看原因，补充后再送',
      deadline: {
        limit: {
          U1: hours(1),
          U2: hours(24),
          U3: hours(72),
          U4: hours(168),
        },
        warns: 'matter.accept',
      },
      actions: {
        supplement: {
          title: '补充后再送',
          event: 'supplemented',
          to: 'reported',
          permission: 'matter.report',
          relation: 'reporter',
          form: [toReporter(required(note('补充说明'))), photos('补充的照片', false)],
          forwarded: true,
          tells: ['hub'],
          primary: true,
        },
        accept: { ...accept, title: '不等补充，先受理' },
        decline,
        withdraw,
      },
    },
    awaitingPhoto: waitForPhoto('reported', {
      accept: { ...plainAccept, title: '不等照片，先受理' },
      decline,
      withdraw,
    }),
    accepted: {
      title: '已受理',
      sentence: '镇里已受理，正在安排人去办',
      deadline: {
        limit: {
          U1: minutes(5),
          U2: minutes(30),
          U3: workingHours(4),
          U4: workingHours(8),
        },
        warns: 'matter.dispatch',
      },
      stage: 'dispatch',
      actions: {
        dispatch,
        confirmReport: confirmReport('accepted'),
        ...askMeanwhile('accepted'),
        join,
        closeOnSpot,
        toClinic: toClinic('accepted'),
        ...whistles('accepted'),
        supervise: supervise('accepted'),
      },
    },
    dispatched: {
      title: '已派遣',
      sentence: '已派给{owner}，等人接手',
      deadline: {
        limit: {
          U1: minutes(10),
          U2: hours(1),
          U3: workingHours(4),
          U4: workingHours(8),
        },
        warns: 'matter.dispatch',
      },
      actions: {
        claim,
        object,
        dispatch: redispatch,
        confirmReport: confirmReport('dispatched'),
        ...askMeanwhile('dispatched'),
        signCall: sign('dispatched'),
        answerCall: answerCall('dispatched'),
        supervise: supervise('dispatched'),
      },
    },
    objected: {
      title: '待裁定',
      sentence: '镇里正在定由谁来办',
      deadline: {
        limit: {
          U1: minutes(10),
          U2: hours(2),
          U3: workingHours(4),
          U4: workingHours(8),
        },
        warns: 'matter.rule',
      },
      stage: 'dispatch',
      actions: {
        upholdObjection: {
          title: '异议成立',
          event: 'objection-upheld',
          to: 'accepted',
          permission: 'matter.rule',
          form: [note('说明')],
          task: 'drop',
          forwarded: true,
          tells: ['hub'],
          measure: 'objectionUpheld',
          primary: true,
        },
        overruleObjection: {
          title: '异议不成立',
          event: 'objection-overruled',
          to: 'dispatched',
          permission: 'matter.rule',
          form: [reason(['按职责清单，应由你单位办理'])],
          forwarded: true,
          tells: ['taskOwner'],
        },
      },
    },
    handling: {
      title: '处置中',
      sentence: '{handler}在办，{due}前办完',
      deadline: { limit: 'kind.handle', warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        // Whoever had it left, and it was handed to a pool, a post or a department.
        claim: { ...claim, when: ['taskOpen'], deadline: 'keep' },
        handle: {
          title: '办好了',
          event: 'handled',
          to: 'handled',
          permission: 'matter.handle',
          relation: 'assignee',
          form: [result('怎么办的', ['已处理好']), photos('办好后的照片', true)],
          task: 'finish',
          forwarded: true,
          tells: ['reporter', 'hub'],
          measure: 'handled',
          primary: true,
        },
        closeOnSpot: { ...closeOnSpot, relation: 'assignee' },
        handBack: {
          title: '交回',
          event: 'handed-back',
          to: 'accepted',
          permission: 'matter.handle',
          relation: 'assignee',
          form: [reason(['不归我办', '我现在去不了', '需要专业部门来办'])],
          task: 'drop',
          forwarded: true,
          tells: ['hub'],
        },
        askHub: askHub('handling'),
        signCall: sign('handling'),
        answerCall: answerCall('handling'),
        dispatch: redispatch,
        confirmReport: confirmReport('handling'),
        ...askMeanwhile('handling'),
        suspend,
        ...extension('handling'),
        ...whistles('handling'),
        supervise: supervise('handling'),
      },
    },
    suspended: {
      title: '挂账',
      sentence: '暂时办不了，原因见下，条件具备后继续办',
      deadline: {
        limit: days(365),
        warns: 'matter.suspend',
      },
      actions: { resume: resume('handling'), supervise: supervise('suspended') },
    },
    handled: {
      title: '待核查',
      sentence: '办好了，镇里正在核查',
      deadline: {
        limit: {
          U1: hours(2),
          U2: hours(24),
          U3: workingHours(16),
          U4: workingHours(24),
        },
        warns: 'matter.inspect',
      },
      stage: 'inspect',
      actions: {
        inspectResult: {
          title: '核查通过',
          event: 'inspected',
          to: 'inspected',
          permission: 'matter.inspect',
          relation: 'notHandler',
          form: [note('内部说明')],
          confirms: true,
          forwarded: true,
          tells: ['reporter'],
          primary: true,
        },
        rework: {
          title: '返工',
          event: 'rework-demanded',
          to: 'handling',
          permission: 'matter.inspect',
          relation: 'notHandler',
          form: [reason(['没有办好，请再去一次', '照片看不清办好没有'])],
          task: 'resume',
          deadline: { restart: 0.5 },
          forwarded: true,
          tells: ['assignee'],
        },
      },
    },
    inspected: {
      title: '待结案',
      sentence: '核查通过，等镇里结案',
      deadline: {
        limit: {
          U1: hours(4),
          U2: workingHours(8),
          U3: workingHours(8),
          U4: workingHours(8),
        },
        warns: 'matter.close',
      },
      stage: 'close',
      actions: {
        close: {
          title: '结案',
          event: 'closed',
          to: 'closed',
          permission: 'matter.close',
          form: [result('告诉上报人的话', ['您反映的事已经办好，谢谢您'])],
          forwarded: true,
          tells: ['reporter', 'assignee'],
          measure: 'closed',
          primary: true,
        },
      },
    },
    closed: {
      title: '已结案',
      sentence: '办结了',
      ended: true,
      actions: {
        rate,
        reopen: reopen('handling'),
        ...timeoutAppeal('closed'),
        ...falseReport('closed'),
      },
    },
    joined: { title: '已并案', sentence: '和另一件同样的事一起办', ended: true, actions: {} },
    declined: { title: '不予受理', sentence: '没有受理，请看原因', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
