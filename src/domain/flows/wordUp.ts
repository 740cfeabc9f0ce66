import type { FlowTable } from '../flow/flowTable'
import { answerBy, askAgain, passOn, takeOn, whileAnswering } from './answering'
import { note } from './fields'
import { workingDays } from './limits'
import { rate, withdraw } from './rows'

/**
 * 社情民意一传到顶: the head of some ten joint households (双联户) sends up what they say, and is answered, by the village
 * or by the township (12345 by-laws of Jinan and Weifang: five working days). It is the households' word, so it says
 * nothing of a neighbour and earns nobody points.
 */
export const wordUpFlow = {
  name: 'wordUp',
  version: 1,
  title: '社情民意',
  purpose: '联户里的事、大家的话，替他们说上去',
  initial: 'sent',
  kinds: [
    {
      code: '1901',
      name: '双联户社情民意',
      urgency: 'U3',
      accept: workingDays(2),
      handle: workingDays(5),
      sensitivity: 'S1',
      basePoints: 0,
    },
  ],
  report: {
    title: '说上去',
    permission: 'unit.speak',
    at: 'village',
    form: [],
    forwarded: true,
    tells: ['area', 'hub'],
  },
  statuses: {
    sent: {
      title: '已传到村里',
      sentence: '村里收到了，{due}前答复，村里定不了的传到镇里',
      deadline: { limit: 'kind.accept', warns: 'notice.issue' },
      stage: 'accept',
      actions: {
        answer: answerBy('notice.issue'),
        passUp: {
          title: '传到镇里',
          event: 'passed-up',
          to: 'raised',
          permission: 'notice.issue',
          form: [note('村里的意见')],
          forwarded: true,
          tells: ['reporter', 'hub'],
        },
        withdraw: { ...withdraw, permission: 'unit.speak' },
      },
    },
    raised: {
      title: '已传到镇里',
      sentence: '镇里收到了，{due}前答复',
      deadline: { limit: 'kind.handle', warns: 'matter.accept' },
      stage: 'handle',
      actions: { answer: answerBy('matter.accept'), passOn },
    },
    passed: {
      title: '已转办',
      sentence: '已转给{owner}，{due}前答复',
      deadline: { limit: 'kind.handle', warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        takeOn,
        passOn: { ...passOn, title: '改派' },
        answer: { ...answerBy('matter.accept'), title: '镇里直接答' },
      },
    },
    answering: {
      title: '正在了解',
      sentence: '{handler}在了解情况，{due}前答复',
      deadline: 'continues',
      stage: 'handle',
      actions: whileAnswering('raised'),
    },
    answered: {
      title: '已答复',
      sentence: '答复在下面，请转告联户里的人',
      ended: true,
      actions: { rate: { ...rate, to: 'answered' }, askAgain: askAgain('raised') },
    },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
