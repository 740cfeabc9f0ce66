import type { ActionRow } from '../flow/flowTable'
import { line, optional, owners, text } from './fields'
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
