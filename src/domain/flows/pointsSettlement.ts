import type { ActionRow, FlowTable } from '../flow/flowTable'
import { count, day, note, reason } from './fields'
import { workingDays } from './limits'
import { withdraw } from './rows'

/** Ten yuan for a point: beyond any rule that townships have published. */
const FEN_PER_POINT_MAX = 1000

const approve: ActionRow = {
  title: '复核同意',
  event: 'settlement-approved',
  to: 'approved',
  permission: 'points.approve',
  relation: 'uninvolved',
  form: [note('说明')],
  settles: { until: 'until' },
  forwarded: false,
  tells: ['reporter'],
  primary: true,
}

const reject: ActionRow = {
  title: '退回',
  event: 'settlement-rejected',
  to: 'rejected',
  permission: 'points.approve',
  form: [reason(['结算日期不对', '标准不对', '有举报还没有查清'])],
  forwarded: false,
  tells: ['reporter'],
}

/**
 * 月度积分结算: one prepares it, another approves it, and finance pays outside (the two-person rule of the field's points
 * systems, 国办函〔2026〕12号 kept: residents and volunteers only, no ranking). Points leave the accounts when it is
 * approved; what is found false later is reversed by new postings.
 */
export const pointsSettlementFlow = {
  name: 'pointsSettlement',
  version: 1,
  title: '积分结算',
  purpose: '月底把大家的积分结成奖励，一人经办、一人复核',
  initial: 'prepared',
  kinds: [
    {
      code: '2301',
      name: '月度积分结算',
      urgency: 'U4',
      accept: workingDays(3),
      handle: workingDays(5),
    },
  ],
  report: {
    title: '发起结算',
    permission: 'points.settle',
    at: 'township',
    photosMax: 0,
    form: [
      { ...day('until', '结算到哪一天'), max: 1 },
      count('fenPerPoint', '每分折多少', '分钱', FEN_PER_POINT_MAX),
    ],
    forwarded: false,
    tells: ['inCharge'],
  },
  statuses: {
    prepared: {
      title: '待复核',
      sentence: '已发起，等另一个人复核',
      deadline: { limit: 'kind.accept', warns: 'points.approve' },
      stage: 'accept',
      actions: { approve, reject, withdraw },
    },
    approved: {
      title: '待发放',
      sentence: '已复核，积分已结出，等财务发放',
      deadline: { limit: 'kind.handle', warns: 'points.settle' },
      stage: 'handle',
      actions: {
        pay: {
          title: '已发放',
          event: 'settlement-paid',
          to: 'closed',
          permission: 'points.settle',
          form: [note('怎么发的')],
          forwarded: false,
          tells: ['inCharge'],
          measure: 'closed',
          primary: true,
        },
      },
    },
    closed: { title: '已发放', sentence: '结算办完了', ended: true, actions: {} },
    rejected: { title: '已退回', sentence: '没有同意，请看原因', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
