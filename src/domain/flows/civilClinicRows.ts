import type { ActionRow, MarkRow } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import {
  choice,
  consent,
  line,
  moment,
  money,
  note,
  optional,
  owners,
  people,
  photos,
  reason,
  result,
  row,
  rows,
  signature,
  text,
  toReporter,
} from './fields'
import { spawn } from './rows'

/** The steps of the civil clinic; when each may be taken stands in `civilClinic.ts`. */

export const damages = '2104'
export const notDamages = ['2101', '2102', '2103', '2105']

/** A day less the hour of triage: together they are the 24 hours. */
const SOON_DAYS = 23 / 24

export const meetAt = moment('meetAt', '见面时间')
export const meetSoon: FormField = { ...meetAt, title: '见面时间（24 小时内）', max: SOON_DAYS }

const team = people('team', '会诊小组')

/** 分诊 */
export const triage = (at: FormField, kinds: readonly string[]): ActionRow => ({
  title: '分诊',
  event: 'triaged',
  to: 'booked',
  permission: 'matter.accept',
  when: [{ kinds }],
  form: [
    choice('table', '分到哪张诊台', {
      family: '家事诊台',
      land: '土地山林诊台',
      labour: '劳动诊台',
      damages: '赔偿诊台',
      general: '综合诊台',
    }),
    at,
    team,
    toReporter(note('告诉当事人的话')),
  ],
  forwarded: true,
  tells: ['reporter', { named: 'team' }],
  measure: 'accepted',
  primary: true,
})

export const rebook: ActionRow = {
  title: '改约',
  event: 'rebooked',
  to: 'booked',
  permission: 'matter.accept',
  when: [{ kinds: notDamages }],
  form: [meetAt, toReporter(note('告诉当事人的话'))],
  deadline: { restart: 1 },
  forwarded: false,
  tells: ['reporter', 'called', { named: 'team' }],
}

export const meetAgain: ActionRow = {
  ...rebook,
  title: '再约一次会诊',
  form: [meetAt, optional(people('team', '会诊小组')), toReporter(note('告诉当事人的话'))],
}

/** 联席会诊: each department called has a task, with receipt and answer. */
export const callDepartments = (to: string): ActionRow => ({
  title: '请部门一起会诊',
  event: 'called',
  to,
  permission: 'matter.accept',
  form: [owners('请哪些单位'), note('请他们带什么、做什么')],
  calls: true,
  forwarded: true,
  tells: ['called'],
})

export const meet: ActionRow = {
  title: '记会诊',
  event: 'met',
  to: 'met',
  permission: 'matter.accept',
  form: [
    text('attendance', '到场的人'),
    text('minutes', '会诊记录', 1000),
    photos('会诊照片', false),
  ],
  forwarded: true,
  tells: ['reporter', { named: 'team' }],
  primary: true,
}

/** 开方: who does what by when, and the agreement. */
export const prescribe: ActionRow = {
  title: '开方',
  event: 'prescribed',
  to: 'prescribed',
  permission: 'matter.accept',
  form: [
    rows('steps', '谁、做什么、哪天前'),
    optional(text('agreement', '协议内容', 1000)),
    optional(money('amount', '赔付金额')),
    photos('签了字的协议', false),
    optional(signature('当事人签名')),
    toReporter(note('告诉当事人的话')),
  ],
  adds: { list: 'steps', field: 'steps' },
  forwarded: true,
  tells: ['reporter', 'called', { named: 'team' }],
  measure: 'handled',
  primary: true,
}

export const adjust: ActionRow = {
  title: '调方',
  event: 'prescription-adjusted',
  to: 'prescribed',
  permission: 'matter.accept',
  form: [rows('steps', '再加谁、做什么、哪天前'), toReporter(note('告诉当事人的话'))],
  adds: { list: 'steps', field: 'steps' },
  forwarded: false,
  tells: ['reporter', { named: 'team' }],
}

export const tickStep = (to: string): ActionRow => ({
  title: '这一条做到了',
  event: 'step-done',
  to,
  permission: 'matter.accept',
  form: [row('哪一条', 'steps'), note('说明'), photos('照片', false)],
  ticks: { list: 'steps' },
  forwarded: false,
  tells: [{ named: 'team' }],
})

/** 疗效回访 after a week; the second one is due thirty days after the prescription, whenever the first was made. */
export const revisit: ActionRow = {
  title: '回访（第 7 天）',
  event: 'revisited',
  to: 'followed',
  permission: 'matter.accept',
  form: [
    choice('effect', '两边现在怎么样', {
      better: '好转',
      same: '没有变化',
      relapsed: '又吵起来了',
    }),
    note('回访记录'),
  ],
  deadline: { extend: 23 / 7 },
  forwarded: false,
  tells: ['hub'],
  primary: true,
}

export const settle: ActionRow = {
  title: '回访（第 30 天），化解了',
  event: 'settled',
  to: 'settled',
  permission: 'matter.accept',
  form: [result('现在怎么样', ['双方都照协议做了，没有再起争执'])],
  forwarded: true,
  tells: ['reporter', { named: 'team' }],
  measure: 'closed',
  primary: true,
}

export const notSettled: ActionRow = {
  title: '没有谈成',
  event: 'not-settled',
  to: 'unsettled',
  permission: 'matter.accept',
  form: [reason(['双方差距太大', '一方不愿意再谈', '一方没有照协议做'])],
  forwarded: true,
  tells: ['reporter', { named: 'team' }],
}

export const toMediation: ActionRow = {
  ...spawn(
    'handedOn',
    { title: '转人民调解', event: 'handed-to-mediation' },
    {
      flow: 'mediation',
      kind: '1101',
      fields: {
        oneSide: 'oneSide',
        otherSide: 'otherSide',
        agrees: 'agrees',
        otherAgrees: 'otherAgrees',
      },
    },
    [
      line('oneSide', '一方'),
      line('otherSide', '另一方'),
      consent('agrees', '一方自愿', '一方愿意请人民调解员调解，调解不收费，随时可以不调了'),
      consent('otherAgrees', '另一方自愿', '另一方也愿意请人民调解员调解'),
    ],
  ),
  permission: 'matter.accept',
  tells: ['reporter'],
  primary: true,
}

export const guide: ActionRow = {
  title: '指路',
  event: 'guided',
  to: 'guided',
  permission: 'matter.accept',
  form: [
    result('告诉当事人怎么走', ['请带身份证和这些材料，到']),
    toReporter(
      choice('channel', '该走哪条路', {
        court: '到法院起诉',
        arbitration: '劳动仲裁',
        land: '申请土地山林确权',
        petition: '作为信访事项提出',
        legalAid: '申请法律援助',
      }),
    ),
  ],
  forwarded: true,
  tells: ['reporter'],
}

/** A member of the team does what the hub may do. */
export function byTeam({ primary: _first, ...action }: ActionRow): ActionRow {
  return { ...action, permission: 'matter.handle', relation: { named: 'team' } }
}

/** The hub is warned on the day. */
export const onTheDay: readonly MarkRow[] = [
  { share: 0.8, tells: [{ named: 'team' }] },
  { share: 1, tells: ['inCharge', { named: 'team' }] },
  { share: 1.5, tells: ['inCharge', 'county'] },
]
