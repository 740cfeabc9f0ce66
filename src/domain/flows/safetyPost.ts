import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { count, day, line, note, optional, people, reason, result, text, unkept } from './fields'
import { hours } from './limits'
import { spawn } from './rows'

/**
 * 交通安全劝导站: one post, one day (广西). Persuaders say themselves that they are there; nobody's place is taken and
 * nobody is marked absent (国办函〔2026〕12号 forbids forced check-in). What they stopped is a tally by kind: no plate, no
 * face, no photo. The shift ends with a word to the next one, or by itself when the day is over.
 */

const WARNINGS_MAX = 300

/** 当面劝住了多少: added to what was said before. */
function warnings(name: string, title: string): FormField {
  return { ...optional(count(name, title, '次', WARNINGS_MAX)), sums: true }
}

const onPost = { permission: 'duty.serve', relation: { named: 'persuaders' } } as const

function comeOn(primary: Pick<ActionRow, 'primary'>): ActionRow {
  return {
    title: '我到岗了',
    event: 'came-on-duty',
    to: 'onDuty',
    ...onPost,
    form: [],
    enters: { roll: 'onDuty' },
    forwarded: false,
    tells: [],
    ...primary,
  }
}

function changePeople(status: string): ActionRow {
  return {
    title: '换人',
    event: 'people-changed',
    to: status,
    permission: 'duty.plan',
    form: [people('persuaders', '谁来值')],
    forwarded: false,
    tells: [{ named: 'persuaders' }],
  }
}

/** 替他们收岗 */
const endForThem: ActionRow = {
  title: '替他们收岗',
  event: 'handed-over',
  to: 'closed',
  permission: 'duty.plan',
  form: [result('交给下一班的话', ['一切正常', '护栏坏了一处，已经上报', '放学时段车多'])],
  forwarded: true,
  tells: ['reporter'],
  measure: 'closed',
}

const handOver: ActionRow = { ...endForThem, title: '交班', ...onPost }

export const safetyPostFlow = {
  name: 'safetyPost',
  version: 1,
  title: '劝导站',
  purpose: '路口有人劝一声：戴头盔、不超员、不酒驾',
  initial: 'planned',
  kinds: [
    {
      code: '1801',
      name: '交通安全劝导',
      urgency: 'U4',
      accept: hours(24),
      handle: hours(24),
      sensitivity: 'S1',
    },
  ],
  report: {
    title: '排班',
    permission: 'duty.plan',
    at: 'village',
    photosMax: 0,
    form: [
      line('post', '哪个劝导站'),
      day('dutyDay', '哪一天'),
      people('persuaders', '谁来值'),
      note('交代的话'),
    ],
    forwarded: false,
    tells: [{ named: 'persuaders' }],
  },
  statuses: {
    planned: {
      title: '已排班',
      sentence: '已排班，等值班的人到岗',
      deadline: { limit: { until: 'dutyDay' }, warns: 'duty.plan', marks: [] },
      actions: {
        comeOn: comeOn({ primary: true }),
        changePeople: changePeople('planned'),
        cancel: {
          title: '这天不设岗',
          event: 'cancelled',
          to: 'cancelled',
          permission: 'duty.plan',
          form: [reason(['下雨', '人手不够', '改到别的日子'])],
          forwarded: false,
          tells: [{ named: 'persuaders' }],
        },
        lapse: {
          title: '这天没有开岗',
          event: 'lapsed',
          to: 'lapsed',
          permission: 'duty.plan',
          automatic: { share: 1 },
          form: [],
          forwarded: false,
          tells: ['reporter'],
        },
      },
    },
    onDuty: {
      title: '值班中',
      sentence: '有人在岗，劝住一次记一次',
      deadline: { limit: { until: 'dutyDay' }, warns: 'duty.plan', marks: [] },
      stage: 'handle',
      actions: {
        tally: {
          title: '劝住了',
          event: 'tallied',
          to: 'onDuty',
          ...onPost,
          form: [
            warnings('noHelmet', '没戴头盔'),
            warnings('noBelt', '没系安全带'),
            warnings('overloaded', '超员'),
            warnings('cargoWithPeople', '货车、三轮车载人'),
            warnings('drink', '喝了酒要开车'),
            warnings('otherWarning', '其他'),
          ],
          forwarded: false,
          tells: [],
          primary: true,
        },
        comeOn: comeOn({}),
        reportHazard: {
          ...spawn(
            'onDuty',
            { title: '路上有隐患', event: 'hazard-reported' },
            { flow: 'incident', kind: '0404', text: 'hazard' },
            [unkept(text('hazard', '什么隐患、在哪里', 200))],
          ),
          ...onPost,
        },
        handOver,
        changePeople: changePeople('onDuty'),
        endForThem,
        endOfDay: {
          title: '一天到头，自动收岗',
          event: 'day-ended',
          to: 'closed',
          permission: 'duty.plan',
          automatic: { share: 1 },
          form: [],
          forwarded: true,
          tells: [{ named: 'persuaders' }, 'reporter'],
          measure: 'closed',
        },
      },
    },
    closed: { title: '已收岗', sentence: '今天的劝导结束了，辛苦了', ended: true, actions: {} },
    lapsed: { title: '没有开岗', sentence: '这天没有人到岗', ended: true, actions: {} },
    cancelled: { title: '不设岗', sentence: '这天不设岗，请看原因', ended: true, actions: {} },
  },
} as const satisfies FlowTable
