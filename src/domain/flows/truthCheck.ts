import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import {
  choice,
  consent,
  line,
  note,
  optional,
  phone,
  result,
  text,
  toReporter,
  yesNo,
} from './fields'
import { hours } from './limits'
import { rate, spawn, withdraw } from './rows'

/** Four questions, none of them a must: a report is three taps. */
const questions: readonly FormField[] = [
  optional(choice('paid', '转钱了吗', { no: '没有', moving: '正在转', paid: '已经转了' })),
  optional(yesNo('link', '让点链接、下载、共享屏幕吗')),
  optional(line('claims', '对方说自己是谁')),
  optional(yesNo('asked', '要钱、要验证码吗')),
]

/** Whom a worker asks for; without a phone of their own the answer comes by mouth. */
const onBehalf: readonly FormField[] = [
  optional(line('villager', '替谁问')),
  optional(phone('villagerPhone', '他的电话')),
]

const judge: ActionRow = {
  title: '下结论',
  event: 'judged',
  to: 'judged',
  permission: 'fraud.assess',
  relation: 'uninvolved',
  form: [
    toReporter(
      choice('verdict', '结论', {
        scam: '是骗局',
        likely: '很可能是骗局',
        clear: '未见异常，但请勿转账',
        genuine: '已核实属实',
      }),
    ),
    result('怎么做', [
      '不要转账，不要点链接，不要给验证码，把对方拉黑',
      '已经转了钱：马上拨 110 或 96110，记下对方账号',
      '先不要转账，当面或打原来的号码问本人',
      '是真的，可以照办',
    ]),
    optional(
      choice('checked', '怎么核实的', {
        knownNumber: '打了原来就有的号码',
        police: '问了反诈民警',
        pattern: '和已知的骗术一样',
      }),
    ),
    note('内部说明'),
  ],
  confirms: true,
  forwarded: true,
  tells: ['reporter', 'area'],
  measure: 'accepted',
  primary: true,
}

/** 更正: the villager has to be told anew. The report was confirmed by the first verdict. */
const judgeAgain: ActionRow = {
  title: '更正结论',
  event: 'verdict-corrected',
  to: 'judged',
  permission: 'fraud.assess',
  relation: 'uninvolved',
  form: judge.form,
  deadline: { restart: 1 },
  forwarded: true,
  tells: ['reporter', 'area'],
}

const stopForm: readonly FormField[] = [
  choice('scam', '像哪种骗局', {
    acquaintance: '冒充领导熟人',
    authority: '冒充公检法',
    rebate: '刷单返利',
    service: '冒充客服',
    loan: '网上贷款',
    investment: '投资理财',
    other: '其他',
  }),
  { ...phone('phone', '他的电话（只给去劝的人看）'), secretHours: 2 },
]

/** 派人去劝: the warning goes to one person, who is met; this check goes on and is answered as well. */
function dissuade(status: string): ActionRow {
  return {
    ...spawn(
      status,
      { title: '派人去劝住', event: 'dissuasion-begun' },
      {
        flow: 'fraudDissuasion',
        kind: '1501',
        fields: { source: 'source', scam: 'scam', phone: 'phone' },
      },
      stopForm,
    ),
    permission: 'fraud.assess',
    when: [{ field: 'paid', isNot: 'moving' }],
    atMost: 1,
    sets: { source: 'village' },
    tells: ['reporter', 'area'],
  }
}

/** 正在转账: before any verdict, somebody has to reach them. */
function stopTransfer(status: string): ActionRow {
  return {
    ...dissuade(status),
    title: '正在转账，先派人劝住',
    when: [{ field: 'paid', is: 'moving' }],
    primary: true,
  }
}

/** 当面告诉: a villager who does not read the phone is told by a person. */
const tell: ActionRow = {
  title: '已当面告诉本人',
  event: 'villager-told',
  to: 'told',
  permission: 'matter.closeOnSpot',
  form: [
    optional(choice('outcome', '钱转了吗', { kept: '没有转', lost: '已经转了' })),
    note('他怎么说'),
  ],
  forwarded: true,
  tells: ['hub'],
  measure: 'closed',
  primary: true,
}

const tellByPhone: ActionRow = {
  ...tell,
  title: '已打电话告诉本人',
  permission: 'fraud.assess',
  tells: ['reporter', 'area'],
}

const understood: ActionRow = {
  ...tell,
  title: '知道了，本人已听到',
  permission: 'matter.report',
  relation: 'reporter',
}

/** 预警卡: the pattern, and nothing of who asked or who was named. */
function warnCard(status: string, to: 'village' | 'township'): ActionRow {
  const whom = to === 'village' ? '全村' : '全镇'
  return {
    title: `提醒${whom}`,
    event: 'pattern-published',
    to: status,
    permission: 'alert.issue',
    when: [
      { field: 'verdict', isNot: 'clear' },
      { field: 'verdict', isNot: 'genuine' },
    ],
    atMost: 1,
    form: [
      {
        ...text('pattern', '骗子怎么骗', 200),
        templates: ['有人冒充领导加微信，先套近乎，再借口要你转账。不要转，打本人电话问清楚。'],
      },
      consent('anonymous', '看不出是谁', '上面没有人名、电话、账号、村名，看不出是谁问的'),
    ],
    publishes: { title: '防骗提醒', words: 'pattern', to },
    forwarded: true,
    tells: [],
  }
}

function warnings(status: string): Record<string, ActionRow> {
  return { warnVillage: warnCard(status, 'village'), warnTownship: warnCard(status, 'township') }
}

/**
 * 求证 "这是骗局吗": answered within ten minutes of any hour, to the villager and to the worker who asked for them, and
 * told by mouth. A leader's office is called by a number known before, never by the one in the message. Nothing
 * found wrong is not "safe": it says so. Law: 反电信网络诈骗法 Art. 34.
 */
export const truthCheckFlow = {
  name: 'truthCheck',
  version: 1,
  title: '求证',
  purpose: '这是骗局吗？问一下，10 分钟内答复。正在转账的先拨 110 或 96110',
  begunBy: ['0901'],
  initial: 'asked',
  sensitivity: 'S1',
  report: {
    title: '这是骗局吗',
    permission: 'matter.report',
    at: 'grid',
    form: [...questions, ...onBehalf],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    asked: {
      title: '正在核实',
      sentence: '镇里在核实，10 分钟内答复。先不要转账；正在转的马上停，拨 110 或 96110',
      deadline: {
        limit: hours(10 / 60),
        shorter: { field: 'paid', is: 'moving', share: 0.1 },
        warns: 'fraud.assess',
        marks: [
          { share: 0.5, tells: ['inCharge'] },
          { share: 1, tells: ['inCharge', 'county'] },
        ],
      },
      stage: 'accept',
      actions: {
        stopTransfer: stopTransfer('asked'),
        judge,
        dissuade: dissuade('asked'),
        withdraw,
      },
    },
    judged: {
      title: '已有结论',
      sentence: '结论在下面。没弄清以前不要转账；已经转了的马上拨 110 或 96110',
      deadline: {
        limit: hours(0.5),
        warns: 'fraud.assess',
        marks: [
          { share: 0.5, tells: ['area'], words: '结论出来了，请当面告诉本人' },
          { share: 1, tells: ['area', 'inCharge'], words: '还没有人告诉本人，请打电话或上门' },
        ],
      },
      stage: 'handle',
      actions: {
        tell,
        understood,
        tellByPhone,
        dissuade: { ...dissuade('judged'), when: [] },
        judgeAgain,
        ...warnings('judged'),
      },
    },
    told: {
      title: '已告诉本人',
      sentence: '已告诉本人。有新情况再问一次，不嫌麻烦',
      ended: true,
      actions: { rate: { ...rate, to: 'told' }, ...warnings('told') },
    },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
