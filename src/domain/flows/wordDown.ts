import type { ActionRow, FlowTable } from '../flow/flowTable'
import { area, count, day, note, optional, reason, toAll, toReporter } from './fields'
import { days } from './limits'

const HEADS_MAX = 2000

const until = { ...toAll(day('until', '哪天以前告诉到')), max: 60 }

/** By mouth, since it is for those who do not read a phone. Said once by each head; who has not is a number only. */
const toldByMouth: ActionRow = {
  title: '已口头告知',
  event: 'told-by-mouth',
  to: 'passing',
  permission: 'unit.speak',
  relation: 'ring',
  form: [note('大家问了什么')],
  enters: { roll: 'told' },
  forwarded: false,
  tells: [],
  primary: true,
}

const remind: ActionRow = {
  title: '再提醒一次',
  event: 'reminded',
  to: 'passing',
  permission: 'notice.issue',
  relation: 'reporter',
  atMost: 1,
  form: [],
  forwarded: false,
  tells: ['ring'],
}

const lengthen: ActionRow = {
  title: '改日子',
  event: 'lengthened',
  to: 'passing',
  permission: 'notice.issue',
  relation: 'reporter',
  atMost: 2,
  form: [until],
  deadline: { restart: 1 },
  forwarded: false,
  tells: ['ring'],
}

const finish: ActionRow = {
  title: '结束传达',
  event: 'passing-finished',
  to: 'passed',
  permission: 'notice.issue',
  form: [note('说明，没告诉到的怎么办')],
  forwarded: true,
  tells: ['reporter'],
  measure: 'closed',
}

const takeBack: ActionRow = {
  title: '收回通知',
  event: 'taken-back',
  to: 'takenBack',
  permission: 'notice.issue',
  relation: 'reporter',
  form: [toReporter(toAll(reason(['内容有误，另发', '不用传了'])))],
  forwarded: true,
  tells: ['ring', { roll: 'told' }],
}

/**
 * 政策措施一通到底: a notice goes from the township or the village to the heads of the joint households (双联户) of an
 * area, and each says once that they told it by mouth, by a day. No head is ranked and no household is scored: the
 * table counts how many have told it and names nobody who has not.
 */
export const wordDownFlow = {
  name: 'wordDown',
  version: 1,
  title: '政策通知',
  purpose: '请双联户户长把这件事口头告诉每一户',
  initial: 'passing',
  ringIn: ['passing'],
  ringOf: 'unit.speak',
  kinds: [
    {
      code: '1902',
      name: '政策通知传达',
      urgency: 'U4',
      accept: days(1),
      handle: days(7),
      sensitivity: 'S0',
    },
  ],
  report: {
    title: '传下去',
    permission: 'notice.issue',
    at: 'township',
    form: [
      area('ring', '传到哪里的户长'),
      until,
      optional(count('heads', '那里有几位户长', '位', HEADS_MAX)),
    ],
    forwarded: true,
    tells: ['ring'],
  },
  statuses: {
    passing: {
      title: '正在传达',
      sentence: '户长们正在挨户告诉，{due}前告诉到',
      deadline: {
        limit: { until: 'until' },
        warns: 'notice.issue',
        marks: [
          { share: 0.8, tells: ['ring'], words: '快到日子了，还没告诉的请抓紧' },
          { share: 1, tells: ['reporter', 'inCharge'], words: '日子到了，看看还差几位' },
        ],
      },
      stage: 'handle',
      actions: {
        toldByMouth,
        remind,
        lengthen,
        finish,
        finishOwn: { ...finish, relation: 'reporter' },
        allTold: {
          ...finish,
          title: '都告诉到了',
          event: 'all-told',
          when: [{ roll: 'told', reaches: 'heads' }],
          automatic: 'onceTrue',
          form: [],
        },
        takeBack,
      },
    },
    passed: { title: '已传到', sentence: '传达结束了，数目在下面', ended: true, actions: {} },
    takenBack: { title: '已收回', sentence: '通知已收回，原因在下面', ended: true, actions: {} },
  },
} as const satisfies FlowTable
