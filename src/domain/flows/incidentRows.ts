import type { ActionRow } from '../flow/flowTable'
import { line, note, optional, owners, reason, text, toReporter, unkept } from './fields'
import { spawn } from './rows'

/** What an incident begins beside itself: a whistle, or a number at the civil clinic. */

const whistleWords = {
  '1301': { title: '吹日常哨', event: 'whistle-blown' },
  '1302': { title: '吹攻坚哨', event: 'hard-whistle-blown' },
  '1303': { title: '吹应急哨', event: 'emergency-whistle-blown' },
} as const

/** 吹哨: the departments are named here, and each has its task in the whistle. */
function whistle(status: string, kind: keyof typeof whistleWords): ActionRow {
  return {
    ...spawn(
      status,
      whistleWords[kind],
      { flow: 'whistle', kind, fields: { owners: 'owners' }, text: 'whistleFor' },
      [owners('吹给哪些单位'), text('whistleFor', '要他们做什么')],
    ),
    permission: kind === '1302' ? 'whistle.blowHard' : 'whistle.blow',
    tells: ['assignee'],
  }
}

export function whistles(status: string): Record<string, ActionRow> {
  return {
    whistleDaily: whistle(status, '1301'),
    whistleHard: whistle(status, '1302'),
    whistleEmergency: whistle(status, '1303'),
  }
}

/** A quarrel that two people can sit down over. */
export function toClinic(status: string): ActionRow {
  return {
    ...spawn(
      status,
      { title: '挂民事诊所', event: 'clinic-registered' },
      {
        flow: 'civilClinic',
        kind: '2105',
        fields: { onBehalf: 'onBehalf', oneSide: 'oneSide', otherSide: 'otherSide' },
      },
      [optional(line('oneSide', '一方')), optional(line('otherSide', '另一方'))],
    ),
    permission: 'matter.accept',
    when: [{ kinds: ['01'] }],
    sets: { onBehalf: 'worker' },
    tells: ['reporter'],
  }
}

/** 我也看到: somebody reports what was reported before, and says so; their photo goes to the one that is there. */
export const alsoSeen: ActionRow = {
  title: '和别人报的是同一件',
  event: 'also-seen',
  to: 'joined',
  permission: 'matter.report',
  relation: 'reporter',
  form: [{ name: 'into', title: '哪一件', type: 'matter', required: true, max: 60 }],
  merges: true,
  forwarded: true,
  tells: [],
  unlisted: true,
}

/** 问镇里: whoever handles it asks how, in one step; the answer comes to them, and is none of the reporter's. */
export function askHub(status: string): ActionRow {
  return {
    ...spawn(
      status,
      { title: '问镇里', event: 'hub-asked' },
      { flow: 'question', kind: '0705', text: 'question', speaksOfIt: true, amongWorkers: true },
      [
        {
          ...unkept(text('question', '想问什么')),
          templates: ['这件事该找哪个部门？', '村里没有钱办，怎么办？', '当事人不同意，怎么办？'],
        },
      ],
    ),
    permission: 'matter.handle',
    relation: 'assignee',
  }
}

/**
 * 查实虚报: proved invention takes the points back, by new postings; an honest mistake costs nothing. Its reporter may
 * appeal once within a week, and somebody else decides.
 */
export function falseReport(status: string): Record<string, ActionRow> {
  return {
    proveFalse: {
      title: '查实是编的',
      event: 'proved-false',
      to: status,
      permission: 'matter.rule',
      relation: 'uninvolved',
      when: ['confirmed', { field: 'provedFalse', isNot: true }],
      atMost: 1,
      form: [toReporter(reason(['现场没有这回事', '照片是网上找的', '自己摆拍的']))],
      sets: { provedFalse: true },
      reverses: true,
      forwarded: false,
      tells: ['reporter'],
    },
    appealFalse: {
      title: '我没有编',
      event: 'reversal-appealed',
      to: status,
      permission: 'matter.report',
      relation: 'reporter',
      when: [{ field: 'provedFalse', is: true }],
      atMost: 1,
      form: [reason(['当时确实有，后来被清走了', '请到现场再看一次'])],
      sets: { reversalAppealed: true },
      forwarded: false,
      tells: ['county'],
      primary: true,
    },
    restorePoints: {
      title: '申诉成立，还给积分',
      event: 'points-restored',
      to: status,
      permission: 'matter.supervise',
      relation: 'uninvolved',
      when: [
        { field: 'reversalAppealed', is: true },
        { field: 'provedFalse', is: true },
      ],
      form: [toReporter(note('告诉上报人的话'))],
      sets: { provedFalse: false },
      reverses: true,
      forwarded: false,
      tells: ['reporter', 'hub'],
    },
  }
}
