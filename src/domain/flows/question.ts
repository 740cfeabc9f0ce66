import type { ActionRow, FlowTable } from '../flow/flowTable'
import { answerBy, askAgain, passOn, takeOn, whileAnswering } from './answering'
import { askAndWait, waitForPhoto } from './betterPhoto'
import { consent, reason, text, toReporter } from './fields'
import { onBehalf } from './onBehalf'
import { rate, withdraw } from './rows'

/** What cannot be answered here is never kept as a question: the reason says where it belongs. */
const decline: ActionRow = {
  title: '告诉他该找谁',
  event: 'declined',
  to: 'declined',
  permission: 'matter.accept',
  form: [
    toReporter(
      reason([
        '这是信访事项，请到镇信访接待窗口或网上信访提出',
        '检举控告请向纪检监察机关提出',
        '这件事请拨 12345 问',
        '有危险请马上拨 110',
      ]),
    ),
  ],
  forwarded: true,
  tells: ['reporter'],
}

/** 常见问题: in words written for everybody, never a copy of what somebody asked (PIPL Art. 25). */
const publishAnswer: ActionRow = {
  title: '整理成常见问题',
  event: 'answer-published',
  to: 'answered',
  permission: 'matter.accept',
  atMost: 1,
  form: [
    { ...text('faq', '问与答'), templates: ['问：\n答：'] },
    consent(
      'deidentified',
      '已去掉个人信息',
      '上面的问与答里没有姓名、电话、住址、证件号，也看不出是谁家的事',
    ),
  ],
  publishes: { title: '常见问题', words: 'faq', to: 'township' },
  forwarded: false,
  tells: [],
}

/**
 * 咨询: a question that is answered (政策咨询 0705, 社保医保救助补贴疑问 0707). The hub answers within five working
 * hours or passes it on; departments have the kind's limit (Zhuhai: advice in two days; Jinan, Weifang 12345: five
 * working days). A petition is never kept as a question: it is told its own channel.
 */
export const questionFlow = {
  name: 'question',
  version: 1,
  title: '咨询',
  purpose: '政策、补贴、办事，问一句，镇里答复您',
  begunBy: ['0705', '0707'],
  initial: 'asked',
  sensitivity: 'S1',
  report: {
    title: '问一问',
    permission: 'matter.report',
    at: 'village',
    form: onBehalf,
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    asked: {
      title: '等答复',
      sentence: '镇里收到了，5 个工作小时内答复，或转给懂的人来答',
      deadline: { limit: { hours: 5, clock: 'working' }, warns: 'matter.accept' },
      stage: 'accept',
      actions: {
        answer: answerBy('matter.accept'),
        passOn,
        askPhoto: askAndWait('awaitingPhoto'),
        decline,
        withdraw,
      },
    },
    awaitingPhoto: waitForPhoto('asked', {
      answer: { ...answerBy('matter.accept'), title: '不等照片，先答复' },
      decline,
      withdraw,
    }),
    passed: {
      title: '已转办',
      sentence: '已转给{owner}，{due}前答复您',
      deadline: { limit: 'kind.handle', warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        takeOn,
        passOn: { ...passOn, title: '改派' },
        answer: { ...answerBy('matter.accept'), title: '镇里直接答' },
        withdraw,
      },
    },
    answering: {
      title: '正在答复',
      sentence: '{handler}在了解情况，{due}前答复您',
      deadline: 'continues',
      stage: 'handle',
      actions: whileAnswering('asked'),
    },
    answered: {
      title: '已答复',
      sentence: '答复在下面。没弄明白可以再问一句',
      ended: true,
      actions: { rate: { ...rate, to: 'answered' }, askAgain: askAgain('asked'), publishAnswer },
    },
    declined: {
      title: '请找别处',
      sentence: '这件事要找别处，去处在下面',
      ended: true,
      actions: {},
    },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
