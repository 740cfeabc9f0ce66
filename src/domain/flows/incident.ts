import type { ActionRow, FlowTable, FormField } from '../flow/flowTable'
import { photoRules, textRules } from '../photo/photoRules'

const { noteMax } = textRules
const reason = (templates: readonly string[]): FormField => ({
  name: 'reason',
  title: '原因',
  type: 'text',
  required: true,
  max: noteMax,
  templates,
})
const note = (title: string): FormField => ({
  name: 'note',
  title,
  type: 'text',
  required: false,
  max: noteMax,
})
const toReporter = (field: FormField): FormField => ({ ...field, shownToReporter: true })
const photos = (title: string, required: boolean): FormField => ({
  name: 'photos',
  title,
  type: 'photos',
  required,
  max: photoRules.photosPerMatterMax,
})
const result = (title: string, templates: readonly string[]): FormField => ({
  name: 'result',
  title,
  type: 'text',
  required: true,
  shownToReporter: true,
  max: noteMax,
  templates,
})

const withdraw: ActionRow = {
  title: '撤回',
  event: 'withdrawn',
  to: 'withdrawn',
  permission: 'matter.report',
  relation: 'reporter',
  form: [note('为什么撤回')],
  forwarded: true,
  tells: ['hub'],
}

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
  condition: 'kind.selfClose',
  form: [result('怎么办好的', ['当场处理好了']), photos('办好后的照片', false)],
  task: 'finish',
  confirms: true,
  forwarded: true,
  tells: ['reporter', 'hub'],
}

const redispatch: ActionRow = {
  title: '改派',
  event: 'dispatched',
  to: 'dispatched',
  permission: 'matter.dispatch',
  form: [
    { name: 'owner', title: '派给', type: 'owner', required: true, max: 1 },
    note('给办理人的话'),
  ],
  task: 'open',
  forwarded: true,
  tells: ['reporter', 'taskOwner'],
}

const dispatch: ActionRow = { ...redispatch, title: '派遣', primary: true }

const accept: ActionRow = {
  title: '受理',
  event: 'accepted',
  to: 'accepted',
  permission: 'matter.accept',
  form: [toReporter(note('给上报人的话'))],
  forwarded: true,
  tells: ['reporter'],
  primary: true,
}

const sendBack: ActionRow = {
  title: '退回补充',
  event: 'sent-back',
  to: 'sentBack',
  permission: 'matter.accept',
  form: [
    toReporter(reason(['照片太暗，请重新拍一张', '地点不清楚，请说明在哪里', '请说明发生了什么'])),
  ],
  forwarded: true,
  tells: ['reporter'],
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

/**
 * 事件: an incident from report to close (`docs/flows/incident.md`). Limits without a kind's own figure follow the
 * precedents of Taiyuan, Gulou and GB/T 30428.
 */
export const incidentFlow = {
  name: 'incident',
  version: 1,
  title: '事件',
  initial: 'reported',
  report: { title: '上报', permission: 'matter.report', forwarded: true, tells: ['hub'] },
  statuses: {
    reported: {
      title: '已上报',
      sentence: '已送到镇里，等值班员受理',
      deadline: { limit: 'kind.accept', warns: 'matter.accept' },
      actions: {
        accept,
        sendBack,
        decline,
        closeOnSpot,
        withdraw,
      },
    },
    sentBack: {
      title: '待补充',
      sentence: '镇里退回来了，请看原因，补充后再送',
      deadline: {
        limit: {
          U1: { hours: 1, clock: 'elapsed' },
          U2: { hours: 24, clock: 'elapsed' },
          U3: { hours: 72, clock: 'elapsed' },
          U4: { hours: 168, clock: 'elapsed' },
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
          form: [toReporter({ ...note('补充说明'), required: true }), photos('补充的照片', false)],
          forwarded: true,
          tells: ['hub'],
          primary: true,
        },
        accept: { ...accept, title: '不等补充，先受理' },
        decline,
        withdraw,
      },
    },
    accepted: {
      title: '已受理',
      sentence: '镇里已受理，正在安排人去办',
      deadline: {
        limit: {
          U1: { hours: 5 / 60, clock: 'elapsed' },
          U2: { hours: 0.5, clock: 'elapsed' },
          U3: { hours: 4, clock: 'working' },
          U4: { hours: 8, clock: 'working' },
        },
        warns: 'matter.dispatch',
      },
      actions: { dispatch, confirmReport: confirmReport('accepted'), closeOnSpot },
    },
    dispatched: {
      title: '已派遣',
      sentence: '已派给{owner}，等人接手',
      deadline: {
        limit: {
          U1: { hours: 10 / 60, clock: 'elapsed' },
          U2: { hours: 1, clock: 'elapsed' },
          U3: { hours: 4, clock: 'working' },
          U4: { hours: 8, clock: 'working' },
        },
        warns: 'matter.dispatch',
      },
      actions: {
        claim: {
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
        },
        dispatch: redispatch,
        confirmReport: confirmReport('dispatched'),
      },
    },
    handling: {
      title: '处置中',
      sentence: '{handler}在办，{due}前办完',
      deadline: { limit: 'kind.handle', warns: 'matter.dispatch' },
      actions: {
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
        dispatch: redispatch,
        confirmReport: confirmReport('handling'),
      },
    },
    handled: {
      title: '待核查',
      sentence: '办好了，镇里正在核查',
      deadline: {
        limit: {
          U1: { hours: 2, clock: 'elapsed' },
          U2: { hours: 24, clock: 'elapsed' },
          U3: { hours: 16, clock: 'working' },
          U4: { hours: 24, clock: 'working' },
        },
        warns: 'matter.inspect',
      },
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
          deadlineShare: 0.5,
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
          U1: { hours: 4, clock: 'elapsed' },
          U2: { hours: 8, clock: 'working' },
          U3: { hours: 8, clock: 'working' },
          U4: { hours: 8, clock: 'working' },
        },
        warns: 'matter.close',
      },
      actions: {
        close: {
          title: '结案',
          event: 'closed',
          to: 'closed',
          permission: 'matter.close',
          form: [result('告诉上报人的话', ['您反映的事已经办好，谢谢您'])],
          forwarded: true,
          tells: ['reporter', 'assignee'],
          primary: true,
        },
      },
    },
    closed: { title: '已结案', sentence: '办结了', ended: true, actions: {} },
    declined: { title: '不予受理', sentence: '没有受理，请看原因', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
