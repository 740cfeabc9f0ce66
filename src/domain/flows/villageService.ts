import type { ActionRow, FlowTable } from '../flow/flowTable'
import {
  choice,
  count,
  day,
  line,
  moment,
  note,
  reason,
  result,
  text,
  toAll,
  unkept,
} from './fields'
import { days, workingHours } from './limits'

/**
 * 送服务下乡: neighbouring villages collect sign-ups, and when enough have come together the session is held near them by
 * itself (兴仁 送考下乡): everybody is told the day and the place, reminded the day before, and attendance is taken. A
 * number that is not reached in time ends it with words, and nobody is at fault.
 */

const PLACES_MAX = 500
/** 报名的人: as the village officer knows them, who has no phone of their own. */
const NAME_MAX = 30

const signedUp = { roll: 'signUps' } as const

const plannedAt = toAll(moment('plannedAt', '哪天几点'))
const where = toAll(line('where', '在哪里办'))

const signUp: ActionRow = {
  title: '我要报名',
  event: 'signed-up',
  to: 'collecting',
  permission: 'matter.participate',
  relation: 'neighbour',
  form: [note('想说的')],
  enters: signedUp,
  forwarded: false,
  tells: [],
  primary: true,
}

/** 代人报名: told on by whoever signed them up. */
const signUpFor: ActionRow = {
  ...signUp,
  title: '替人报名',
  permission: 'service.organise',
  form: [{ name: 'who', title: '哪个组、叫什么', type: 'text', required: true, max: NAME_MAX }],
  enters: { ...signedUp, by: 'who' },
}

const hasRoom = [{ ...signedUp, below: 'places' }] as const

function late(row: ActionRow, status: string): ActionRow {
  const { primary: _primary, ...rest } = row
  return { ...rest, to: status, when: hasRoom }
}

/** 确认: somebody who cannot come after all says so. */
function confirm(status: string): ActionRow {
  return {
    title: '去不去',
    event: 'confirmed',
    to: status,
    permission: 'matter.participate',
    relation: 'neighbour',
    form: [unkept(choice('coming', '报了名的请说一声', { yes: '去', no: '去不了了' }))],
    enters: { roll: 'confirmations', counts: 'coming' },
    forwarded: false,
    tells: [],
    primary: true,
  }
}

/** 到场: one by one, each once, at the place. */
function attend(status: string): ActionRow {
  return {
    title: '到场一人',
    event: 'attended',
    to: status,
    permission: 'service.organise',
    relation: 'neighbour',
    form: [
      {
        name: 'attendee',
        title: '谁到了',
        type: 'person',
        required: true,
        max: 60,
        fromRoll: 'signUps',
      },
    ],
    enters: { roll: 'attendance', by: 'attendee' },
    forwarded: false,
    tells: [],
  }
}

const hold: ActionRow = {
  title: '办完了',
  event: 'held',
  to: 'held',
  permission: 'service.organise',
  relation: 'neighbour',
  form: [
    count('attended', '到了多少人', '人', PLACES_MAX),
    count('succeeded', '办成多少人', '人', PLACES_MAX),
    toAll(result('告诉大家的话', ['都办好了，证件当天发', '没有通过的可以报下一次'])),
  ],
  forwarded: true,
  tells: ['reporter', signedUp],
  measure: 'closed',
}

const reschedule: ActionRow = {
  title: '改时间地点',
  event: 'rescheduled',
  to: 'scheduled',
  permission: 'service.organise',
  form: [toAll(reason(['天气原因', '办事的人来不了'])), plannedAt, where],
  deadline: { restart: 1 },
  forwarded: true,
  tells: [signedUp, 'reporter'],
}

const cancel: ActionRow = {
  title: '不办了',
  event: 'cancelled',
  to: 'cancelled',
  permission: 'service.organise',
  form: [toAll(reason(['人数不够', '办事的单位来不了', '天气原因']))],
  forwarded: true,
  tells: [signedUp, 'reporter'],
}

const kinds = [
  { code: '2201', name: '送考下乡' },
  { code: '2202', name: '健康体检' },
  { code: '2203', name: '法律服务' },
  { code: '2204', name: '疫苗接种' },
].map((kind) => ({
  ...kind,
  urgency: 'U4' as const,
  accept: workingHours(8),
  handle: days(30),
  sensitivity: 'S0' as const,
}))

export const villageServiceFlow = {
  name: 'villageService',
  version: 1,
  title: '送服务下乡',
  purpose: '凑够人数，把考试、体检、法律服务请到村里来',
  initial: 'collecting',
  kinds,
  openTo: 'matter.participate',
  report: {
    title: '发起报名',
    permission: 'service.organise',
    at: 'township',
    form: [
      toAll({ ...count('threshold', '满多少人就办', '人', PLACES_MAX), min: 1 }),
      toAll({ ...count('places', '一场最多多少人', '人', PLACES_MAX), min: 1 }),
      toAll(day('signUpUntil', '报名到哪天')),
      plannedAt,
      where,
      toAll(text('papers', '要带什么', 200)),
    ],
    forwarded: true,
    tells: ['area'],
  },
  statuses: {
    collecting: {
      title: '正在报名',
      sentence: '正在报名，人数够了就定下来',
      deadline: {
        limit: { until: 'signUpUntil' },
        warns: 'service.organise',
        marks: [{ share: 0.8, tells: ['reporter'], words: '报名快截止了，请看看人数' }],
      },
      stage: 'accept',
      actions: {
        signUp,
        signUpFor,
        schedule: {
          title: '人数够了，定下来了',
          event: 'scheduled',
          to: 'scheduled',
          permission: 'service.organise',
          automatic: 'onceTrue',
          when: [{ ...signedUp, reaches: 'threshold' }],
          form: [],
          forwarded: true,
          tells: [signedUp, 'reporter'],
          measure: 'dispatched',
        },
        fallShort: {
          title: '人数不够，这次不办了',
          event: 'fell-short',
          to: 'fellShort',
          permission: 'service.organise',
          automatic: { share: 1 },
          form: [],
          forwarded: true,
          tells: [signedUp, 'reporter'],
        },
        collectLonger: {
          title: '延长报名',
          event: 'sign-up-extended',
          to: 'collecting',
          permission: 'service.organise',
          form: [toAll(day('signUpUntil', '报名到哪天')), plannedAt],
          deadline: { restart: 1 },
          forwarded: false,
          tells: [signedUp],
        },
        cancel,
      },
    },
    scheduled: {
      title: '定下来了',
      sentence: '人数够了，时间地点定了，前一天再提醒',
      deadline: {
        limit: { until: 'plannedAt', hoursBefore: 24 },
        warns: 'service.organise',
        marks: [],
      },
      stage: 'handle',
      actions: {
        confirm: confirm('scheduled'),
        signUp: late(signUp, 'scheduled'),
        signUpFor: late(signUpFor, 'scheduled'),
        remind: {
          title: '明天就办，记得带材料',
          event: 'reminded',
          to: 'reminded',
          permission: 'service.organise',
          automatic: { share: 1 },
          form: [],
          forwarded: false,
          tells: [signedUp, 'reporter'],
        },
        reschedule,
        cancel,
      },
    },
    reminded: {
      title: '明天就办',
      sentence: '已提醒大家，到时候见',
      deadline: { limit: { until: 'plannedAt' }, warns: 'service.organise', marks: [] },
      stage: 'handle',
      actions: {
        confirm: confirm('reminded'),
        signUp: late(signUp, 'reminded'),
        signUpFor: late(signUpFor, 'reminded'),
        attend: attend('reminded'),
        begin: {
          title: '到时间了，开始办',
          event: 'begun',
          to: 'underway',
          permission: 'service.organise',
          automatic: { share: 1 },
          form: [],
          forwarded: false,
          tells: ['reporter'],
        },
        reschedule,
        cancel,
      },
    },
    underway: {
      title: '正在办',
      sentence: '正在办，办完告诉大家',
      deadline: { limit: days(2), warns: 'service.organise' },
      stage: 'close',
      actions: {
        attend: { ...attend('underway'), primary: true },
        hold,
        reschedule,
        cancel,
      },
    },
    held: { title: '办完了', sentence: '办完了', ended: true, actions: {} },
    fellShort: {
      title: '人数不够',
      sentence: '到期人数还不够，这次不办了，下次再约',
      ended: true,
      actions: {},
    },
    cancelled: { title: '不办了', sentence: '这次不办了，请看原因', ended: true, actions: {} },
  },
} as const satisfies FlowTable
