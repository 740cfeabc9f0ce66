import type { FlowTable } from '../flow/flowTable'
import { choice, line, note, optional, phone, reason, required, toReporter } from './fields'
import { days, hours, workingDays, workingHours } from './limits'
import {
  adjust,
  byTeam,
  callDepartments,
  damages,
  guide,
  meet,
  meetAgain,
  meetAt,
  meetSoon,
  notDamages,
  notSettled,
  onTheDay,
  prescribe,
  rebook,
  revisit,
  settle,
  tickStep,
  toMediation,
  triage,
} from './civilClinicRows'
import { answerCall, rate, reopen, sign, withdraw } from './rows'

/** The panel has no main task that would go back to somebody. */
const { task: _task, ...afresh } = reopen('met')

const kind = { urgency: 'U3', accept: workingHours(4), sensitivity: 'S1' } as const

/**
 * 民事诊所: a quarrel is registered, triaged, talked over by a panel, given a written prescription, and visited again
 * (挂号、分诊、会诊、开方、回访). After the clinic of Lijin in Chongzuo; limits after 高台“四级七天”, and for damages the
 * first meeting within 24 hours. Nobody outside the team and the hub sees it.
 */
export const civilClinicFlow = {
  name: 'civilClinic',
  version: 1,
  title: '民事诊所',
  purpose: '家里、邻里、干活、赔钱的纠纷，挂个号，我们请人一起坐下来谈',
  initial: 'registered',
  keptTo: ['matter.readSensitive'],
  kinds: [
    { ...kind, code: '2101', name: '邻里家庭', handle: workingHours(56), sensitivity: 'S2' },
    { ...kind, code: '2102', name: '土地山林', accept: workingHours(8), handle: days(30) },
    { ...kind, code: '2103', name: '劳动报酬', handle: workingHours(80) },
    {
      code: damages,
      name: '损害赔偿',
      urgency: 'U2',
      accept: hours(1),
      handle: days(30),
      sensitivity: 'S2',
    },
    { ...kind, code: '2105', name: '其他', handle: workingHours(56) },
  ],
  report: {
    title: '挂号',
    permission: 'matter.report',
    at: 'village',
    form: [
      choice('onBehalf', '谁来挂号', {
        self: '当事人自己',
        family: '家里人代挂',
        worker: '网格员、干部代挂',
      }),
      optional(line('oneSide', '一方')),
      optional(line('otherSide', '另一方')),
      optional(phone('contact', '联系电话')),
    ],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    registered: {
      title: '已挂号',
      sentence: '挂上号了，镇里正在定时间、请人',
      deadline: { limit: 'kind.accept', warns: 'matter.accept' },
      stage: 'accept',
      actions: {
        triage: triage(meetAt, notDamages),
        triageSoon: triage(meetSoon, [damages]),
        decline: {
          title: '不在诊所谈',
          event: 'declined',
          to: 'declined',
          permission: 'matter.accept',
          form: [
            toReporter(
              reason([
                '涉嫌犯罪，请拨 110',
                '检举控告请向纪检监察机关提出',
                '已经在法院办，请听法院的',
              ]),
            ),
          ],
          forwarded: true,
          tells: ['reporter'],
        },
        withdraw,
      },
    },
    booked: {
      title: '已约好',
      sentence: '约好了，{due}见面谈',
      deadline: { limit: { until: 'meetAt' }, warns: 'matter.accept', marks: onTheDay },
      stage: 'dispatch',
      actions: {
        meet,
        meetByTeam: byTeam(meet),
        callDepartments: callDepartments('booked'),
        signCall: sign('booked'),
        answerCall: answerCall('booked'),
        rebook,
        // The 24 hours of the first meeting are not pushed away by another appointment.
        rebookSoon: {
          ...rebook,
          when: [{ kinds: [damages] }],
          form: [meetSoon, toReporter(note('告诉当事人的话'))],
          deadline: 'keep',
        },
        notSettled,
        withdraw,
      },
    },
    met: {
      title: '已会诊',
      sentence: '谈过了，正在写谁做什么、哪天前做',
      deadline: { limit: workingDays(2), warns: 'matter.accept' },
      stage: 'handle',
      actions: {
        prescribe,
        prescribeByTeam: byTeam(prescribe),
        meetAgain: { ...meetAgain, when: [] },
        callDepartments: callDepartments('met'),
        signCall: sign('met'),
        answerCall: answerCall('met'),
        notSettled,
        notSettledByTeam: byTeam(notSettled),
      },
    },
    prescribed: {
      title: '已开方',
      sentence: '说好了，照方子上写的做；满 7 天我们来看看',
      deadline: { limit: days(7), warns: 'matter.accept', marks: onTheDay },
      stage: 'inspect',
      actions: {
        revisit,
        revisitByTeam: byTeam(revisit),
        tickStep: tickStep('prescribed'),
        tickStepByTeam: byTeam(tickStep('prescribed')),
        adjust,
        signCall: sign('prescribed'),
        answerCall: answerCall('prescribed'),
        notSettled,
      },
    },
    followed: {
      title: '已回访一次',
      sentence: '看过一次了，{due}再来看看',
      deadline: { limit: days(30), warns: 'matter.accept', marks: onTheDay },
      stage: 'inspect',
      actions: {
        settle,
        settleByTeam: byTeam(settle),
        tickStep: tickStep('followed'),
        tickStepByTeam: byTeam(tickStep('followed')),
        adjust: { ...adjust, to: 'followed' },
        notSettled,
      },
    },
    unsettled: {
      title: '没有谈成',
      sentence: '这次没有谈成，正在看下一步走哪条路',
      deadline: { limit: workingDays(2), warns: 'matter.accept' },
      stage: 'close',
      actions: {
        toMediation,
        guide,
        meetAgain: { ...meetAgain, when: [] },
      },
    },
    settled: {
      title: '化解了',
      sentence: '化解了，以后有事还可以来挂号',
      ended: true,
      actions: {
        rate: { ...rate, to: 'settled' },
        reopen: { ...afresh, form: [toReporter(required(note('又出了什么事')))] },
      },
    },
    handedOn: {
      title: '转人民调解',
      sentence: '请人民调解员接着谈了，不收费',
      ended: true,
      actions: {},
    },
    guided: { title: '已指路', sentence: '没有谈成，该走哪条路见下', ended: true, actions: {} },
    declined: { title: '不在诊所谈', sentence: '没有受理，请看原因', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
