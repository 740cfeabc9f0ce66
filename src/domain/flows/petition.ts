import type { FlowTable } from '../flow/flowTable'
import { consent, count, text } from './fields'
import { days, workingDays } from './limits'
import {
  accept,
  acceptLacking,
  alongside,
  answer,
  ask,
  decline,
  dispatch,
  earlierNumber,
  extend,
  firstDay,
  object,
  orderAgain,
  rateAt,
  receive,
  REPRESENTATIVES_MAX,
  reviewed,
  takeBack,
  takeOn,
  transfer,
  unitFirst,
} from './petitionRows'
import { claim, supervise, withdraw } from './rows'

const kind = { urgency: 'U3', accept: days(15), handle: days(60), sensitivity: 'S2' } as const

/**
 * 信访事项 by the law of 2022 (信访工作条例): fifteen days to accept and tell, five working days to object to a
 * transfer, sixty to answer and once thirty more, thirty to ask for a review and thirty to answer it, twice, and then
 * it is ended. The limits stand here and not with the kinds: a county may promise less time, never take more. One
 * becomes a petition only by the person's own word, and no list of petitioners is kept.
 */
export const petitionFlow = {
  name: 'petition',
  version: 1,
  title: '信访事项',
  purpose: '您自己决定作为信访事项提出：依法登记、书面答复，不会悄悄变成内部工单',
  initial: 'filed',
  sensitivity: 'S2',
  limitsByLaw: true,
  keptTo: ['matter.readSensitive', 'petition.decide', 'matter.supervise'],
  kinds: [
    { ...kind, code: '1201', name: '初次信访' },
    { ...kind, code: '1202', name: '重复信访' },
  ],
  report: {
    title: '作为信访事项提出',
    permission: 'matter.report',
    at: 'township',
    form: [
      consent(
        'chosen',
        '我选择信访',
        '我选择把这件事作为信访事项提出。镇里 15 日内告诉我受理不受理，受理后 60 日内书面答复。检举控告干部的，请向纪检监察机关提出。',
      ),
      text('demand', '请求解决什么'),
      { ...count('representatives', '来几位代表（最多 5 位）', '位', REPRESENTATIVES_MAX), min: 1 },
      earlierNumber,
    ],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    filed: {
      title: '已提出',
      sentence: '已登记为信访事项，{due}前告诉您受理不受理',
      deadline: { limit: days(15), warns: 'petition.decide', marks: firstDay },
      stage: 'accept',
      actions: { receive, withdraw, supervise: supervise('filed') },
    },
    received: {
      title: '已首接',
      sentence: '首办人已接下，{due}前告诉您受理不受理',
      deadline: 'continues',
      stage: 'accept',
      actions: {
        accept,
        acceptLacking,
        transfer,
        decline,
        withdraw,
        supervise: supervise('received'),
      },
    },
    transferred: {
      title: '已转送',
      sentence: '已转给有权处理的单位，由它告诉您受理不受理',
      deadline: { limit: workingDays(5), warns: 'petition.decide', marks: unitFirst },
      stage: 'dispatch',
      actions: {
        takeOn,
        object,
        takeBack,
        // Five working days without a word: it is theirs, and what is left of their fifteen days runs.
        transferStands: {
          title: '未提出异议',
          event: 'transfer-stands',
          to: 'entrusted',
          permission: 'petition.decide',
          automatic: { share: 1 },
          form: [],
          forwarded: true,
          tells: ['taskOwner', 'hub'],
        },
        supervise: supervise('transferred'),
      },
    },
    entrusted: {
      title: '待受理',
      sentence: '已转给有权处理的单位，{due}前由它告诉您受理不受理',
      deadline: { limit: days(8), warns: 'petition.decide', marks: unitFirst },
      stage: 'accept',
      actions: { takeOn, takeBack, supervise: supervise('entrusted') },
    },
    accepted: {
      title: '已受理',
      sentence: '受理了，{due}前书面答复您；首办人一直是您的联系人',
      deadline: { limit: days(60), warns: 'petition.decide' },
      stage: 'dispatch',
      actions: {
        claim: { ...claim, deadline: 'keep' },
        dispatch,
        ...alongside('accepted'),
        withdraw,
        supervise: supervise('accepted'),
      },
    },
    handling: {
      title: '办理中',
      sentence: '{handler}在办，{due}前书面答复您；首办人一直是您的联系人',
      deadline: { limit: days(60), warns: 'petition.decide' },
      stage: 'handle',
      actions: {
        answer,
        ...alongside('handling'),
        extend,
        dispatch,
        withdraw,
        supervise: supervise('handling'),
      },
    },
    answered: {
      title: '已答复',
      sentence: '已书面答复；不服的，30 日内可以申请复查，过了期就以这次答复为准',
      ended: true,
      actions: { askReview: ask('申请复查', 'review-asked', 'review'), rate: rateAt('answered') },
    },
    review: {
      title: '复查中',
      sentence: '上一级正在复查，{due}前答复您',
      deadline: { limit: days(30), warns: 'matter.supervise' },
      stage: 'inspect',
      actions: {
        answerReview: reviewed('答复复查', 'reviewed', 'reviewed'),
        orderAgain,
        supervise: supervise('review'),
      },
    },
    reviewed: {
      title: '已复查',
      sentence: '复查意见已答复；不服的，30 日内可以申请复核，过了期就以复查意见为准',
      ended: true,
      actions: {
        askSecondReview: ask('申请复核', 'second-review-asked', 'secondReview'),
        rate: rateAt('reviewed'),
      },
    },
    secondReview: {
      title: '复核中',
      sentence: '再上一级正在复核，{due}前答复您',
      deadline: { limit: days(30), warns: 'matter.supervise' },
      stage: 'inspect',
      actions: {
        answerSecondReview: reviewed('答复复核', 'second-reviewed', 'final'),
        orderAgain,
        supervise: supervise('secondReview'),
      },
    },
    final: {
      title: '已终结',
      sentence: '答复、复查、复核都走完了，这件事到此终结，各级不再受理；有新的事实可以另外提出',
      ended: true,
      actions: {},
    },
    declined: {
      title: '不予受理',
      sentence: '这件事不走信访，原因和该去的地方见下',
      ended: true,
      actions: {},
    },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
