import type { ActionRow, FlowTable } from '../flow/flowTable'
import { choice, day, line, moment, note, reason, result, text, toReporter } from './fields'
import { hours } from './limits'
import { withdraw } from './rows'

/**
 * 慧眼调阅: who may look at which camera, why, and for how long; each look is an entry of the register that the
 * 公共安全视频图像信息系统管理条例 (2025-04-01) demands. There is no video and no picture here, only the record. Whoever asks
 * never approves, and the permission ends by itself.
 */

const DAYS_MAX = 7

const approve: ActionRow = {
  title: '同意调阅',
  event: 'viewing-approved',
  to: 'approved',
  permission: 'camera.approve',
  relation: 'uninvolved',
  form: [{ ...toReporter(moment('viewUntil', '看到什么时候为止')), max: DAYS_MAX }, note('要求')],
  forwarded: false,
  tells: ['reporter'],
  measure: 'accepted',
  primary: true,
}

const view: ActionRow = {
  title: '登记一次调阅',
  event: 'viewed',
  to: 'approved',
  permission: 'camera.request',
  relation: 'reporter',
  form: [
    line('viewers', '谁看的（都写上）'),
    line('seenPart', '看了哪一段'),
    result('看到什么', ['没有看到有用的', '看到了，已另行取证', '画面不清']),
  ],
  forwarded: true,
  tells: [],
}

/** Looked at before the end, written down after it: still an entry. */
const viewedBefore: ActionRow = {
  ...view,
  title: '补登记一次调阅',
  to: 'expired',
  withinDays: 1,
}

export const cameraViewingFlow = {
  name: 'cameraViewing',
  version: 1,
  title: '慧眼调阅',
  purpose: '为一件具体的事看一段监控：先批准，看一次登记一次',
  initial: 'requested',
  sensitivity: 'S2',
  kinds: [
    {
      code: '2001',
      name: '监控调阅',
      urgency: 'U2',
      accept: hours(2),
      handle: hours(24),
      sensitivity: 'S2',
    },
  ],
  report: {
    title: '申请调阅',
    permission: 'camera.request',
    at: 'township',
    photosMax: 0,
    form: [
      choice('ground', '为哪一类事', {
        missing: '找走失的人',
        emergency: '突发事件',
        accident: '交通事故',
        case: '案件',
        dispute: '核实一件上报的事',
      }),
      line('matterNumber', '事项编号或案号'),
      text('why', '为什么要看', 200),
      line('camera', '哪个摄像头、在哪里'),
      day('footageDay', '哪天的画面'),
      line('footageHours', '几点到几点'),
    ],
    forwarded: false,
    tells: ['inCharge'],
  },
  statuses: {
    requested: {
      title: '已申请',
      sentence: '已送给主任，等批准',
      deadline: { limit: 'kind.accept', warns: 'camera.approve' },
      stage: 'accept',
      actions: {
        approve,
        refuse: {
          title: '不同意',
          event: 'viewing-refused',
          to: 'refused',
          permission: 'camera.approve',
          relation: 'uninvolved',
          form: [toReporter(reason(['理由不够具体', '范围太大', '应由公安机关调取']))],
          forwarded: false,
          tells: ['reporter'],
        },
        withdraw: { ...withdraw, permission: 'camera.request', forwarded: false },
      },
    },
    approved: {
      title: '可以看',
      sentence: '{due}前可以看，看一次登记一次',
      deadline: {
        limit: { until: 'viewUntil' },
        warns: 'camera.approve',
        marks: [{ share: 0.8, tells: ['reporter'], words: '可以看的时间快到了' }],
      },
      stage: 'handle',
      actions: {
        view: { ...view, primary: true },
        finish: {
          title: '看完了',
          event: 'viewing-finished',
          to: 'closed',
          permission: 'camera.request',
          relation: 'reporter',
          form: [note('说明')],
          forwarded: false,
          tells: ['inCharge'],
          measure: 'closed',
        },
        revoke: {
          title: '收回同意',
          event: 'viewing-revoked',
          to: 'refused',
          permission: 'camera.approve',
          relation: 'uninvolved',
          form: [toReporter(reason(['事情已经办完', '发现用作别的用途']))],
          forwarded: false,
          tells: ['reporter'],
        },
        expire: {
          title: '时间到了，自动停止',
          event: 'viewing-expired',
          to: 'expired',
          permission: 'camera.approve',
          automatic: { share: 1 },
          form: [],
          forwarded: false,
          tells: ['reporter'],
        },
      },
    },
    closed: {
      title: '看完了',
      sentence: '看完了，登记都在',
      ended: true,
      actions: { viewedBefore: { ...viewedBefore, to: 'closed' } },
    },
    expired: {
      title: '时间到了',
      sentence: '可以看的时间过了，还要看请再申请',
      ended: true,
      actions: { viewedBefore },
    },
    refused: { title: '不同意', sentence: '没有同意，请看原因', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
