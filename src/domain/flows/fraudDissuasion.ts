import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { choice, line, money, note, optional, owner, phone, reason, result, yesNo } from './fields'
import { hours, minutes } from './limits'

/**
 * 反诈劝阻 研判—指令—处警: a warning is assessed, one person is ordered, and whoever is about to be cheated is met in
 * time (反电信网络诈骗法 Art. 34; 余姚). Limits after 吴江: passed on within a minute, seven steps from 签收 to 反馈,
 * three tiers 短信 / 电话 / 上门. Address and phone are shown to that one person for two hours, and forgotten at the end.
 */

const SECRET_HOURS = 2

const visitSteps = ['签收', '电话', '研判', '上门', '核实', '见面宣防', '反馈'] as const
/** Nobody is met on the telephone. */
const phoneSteps = ['签收', '电话', '研判', '核实', '反馈'] as const

const secret = (field: FormField): FormField => ({ ...field, secretHours: SECRET_HOURS })

const risk = choice('risk', '有多危险', {
  happening: '正在被骗',
  high: '很可能被骗',
  medium: '有可能',
  low: '可能性不大',
})

const tier = choice('tier', '怎么劝', { visit: '上门', phone: '电话', sms: '短信' })

const onePerson: FormField = { ...owner, title: '派给哪一个人', ownerKinds: ['person'] }

const forgetsSecrets = { phone: null, address: null } as const

const assess: ActionRow = {
  title: '研判',
  event: 'assessed',
  to: 'assessed',
  permission: 'fraud.assess',
  form: [risk, tier, note('依据')],
  forwarded: true,
  tells: [],
  measure: 'accepted',
}

/** 误报 */
const dismiss: ActionRow = {
  title: '是误报',
  event: 'dismissed',
  to: 'closed',
  permission: 'fraud.assess',
  form: [reason(['核对过，是本人正常转账', '号码有误', '同一预警已经在办'])],
  sets: { outcome: 'falseAlarm', ...forgetsSecrets },
  forwarded: true,
  tells: ['taskOwner'],
}

const orderVisit: ActionRow = {
  title: '下指令：上门',
  event: 'ordered',
  to: 'ordered',
  permission: 'fraud.assess',
  when: [{ field: 'tier', is: 'visit' }],
  form: [onePerson, note('给他的话')],
  task: 'open',
  adds: { list: 'steps', title: '七步', titles: visitSteps },
  forwarded: true,
  tells: ['taskOwner'],
  measure: 'dispatched',
}

const orderPhone: ActionRow = {
  ...orderVisit,
  title: '下指令：电话',
  when: [{ field: 'tier', is: 'phone' }],
  adds: { list: 'steps', title: '五步', titles: phoneSteps },
}

/** Somebody else, or the same one once more. */
const ordersAnew: Record<string, ActionRow> = {
  orderVisit: { ...orderVisit, title: '换人上门' },
  orderPhone: { ...orderPhone, title: '换人打电话' },
}

/** 电话劝不住: the same steps, and the two of a visit among them. */
const raise: ActionRow = {
  title: '改为上门',
  event: 'raised',
  to: 'ordered',
  permission: 'fraud.assess',
  when: [{ field: 'tier', is: 'phone' }],
  form: [onePerson, note('给他的话')],
  task: 'open',
  adds: { list: 'steps', title: '七步', titles: visitSteps },
  sets: { tier: 'visit' },
  forwarded: true,
  tells: ['taskOwner'],
}

/** One of the seven, offered when it is the next. */
function step(
  title: string,
  event: string,
  form: readonly FormField[],
  to = 'dissuading',
): ActionRow {
  return {
    title,
    event,
    to,
    permission: 'matter.handle',
    relation: 'assignee',
    when: [{ list: 'steps', next: title }],
    form,
    ticks: { list: 'steps', title },
    forwarded: false,
    tells: [],
    primary: true,
  }
}

const feedback: ActionRow = {
  ...step(
    '反馈',
    'answered',
    [
      choice('outcome', '结果', {
        dissuaded: '劝阻成功',
        intercepted: '正在被骗，已拦下',
        transferred: '钱已转走（先打 110 止付）',
        falseAlarm: '误报',
        unreachable: '联系不上',
      }),
      optional(money('moneySaved', '保住多少钱')),
      result('经过', ['已劝住，没有转钱', '已陪同报警', '已提醒家人留意']),
    ],
    'answered',
  ),
  task: 'finish',
  forwarded: true,
  tells: ['hub'],
  measure: 'handled',
}

/** Whoever cannot be found need not be met first. */
const unreachable: ActionRow = {
  title: '联系不上',
  event: 'not-reached',
  to: 'answered',
  permission: 'matter.handle',
  relation: 'assignee',
  form: [reason(['电话不接，家里没人', '号码停机', '已搬走'])],
  sets: { outcome: 'unreachable' },
  task: 'finish',
  forwarded: true,
  tells: ['hub'],
}

const handBack: ActionRow = {
  title: '我去不了',
  event: 'handed-back',
  to: 'assessed',
  permission: 'task.claim',
  relation: 'taskOwner',
  form: [reason(['正在别处出警', '不在本地'])],
  task: 'drop',
  forwarded: true,
  tells: ['hub'],
}

export const fraudDissuasionFlow = {
  name: 'fraudDissuasion',
  version: 1,
  title: '反诈劝阻',
  purpose: '有人正要被骗，马上派一个人去劝住',
  initial: 'warned',
  sensitivity: 'S2',
  kinds: [
    {
      code: '1501',
      name: '涉诈预警劝阻',
      urgency: 'U1',
      accept: minutes(1),
      handle: minutes(30),
      sensitivity: 'S2',
    },
  ],
  report: {
    title: '登记预警',
    permission: 'fraud.assess',
    at: 'village',
    photosMax: 0,
    form: [
      choice('source', '预警从哪来', {
        police: '公安预警',
        hotline: '96110',
        bank: '银行',
        village: '网格或群众',
      }),
      choice('scam', '像哪种骗局', {
        acquaintance: '冒充领导熟人',
        authority: '冒充公检法',
        rebate: '刷单返利',
        service: '冒充客服',
        loan: '网上贷款',
        investment: '投资理财',
        other: '其他',
      }),
      secret(phone('phone', '他的电话（只给去劝的人看两小时）')),
      optional(secret(line('address', '他的住址（只给去劝的人看两小时）'))),
    ],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    warned: {
      title: '已预警',
      sentence: '预警已收到，正在研判',
      deadline: {
        limit: 'kind.accept',
        warns: 'fraud.assess',
        marks: [
          { share: 1, tells: ['inCharge'], words: '预警一分钟了还没有研判' },
          { share: 5, tells: ['inCharge', 'county'] },
        ],
      },
      stage: 'accept',
      actions: { assess: { ...assess, primary: true }, dismiss },
    },
    assessed: {
      title: '已研判',
      sentence: '已研判，正在下指令',
      deadline: { limit: minutes(2), warns: 'fraud.assess' },
      stage: 'dispatch',
      actions: {
        orderVisit: { ...orderVisit, primary: true },
        orderPhone: { ...orderPhone, primary: true },
        sendSms: {
          title: '已发短信提醒',
          event: 'reminded-by-sms',
          to: 'closed',
          permission: 'fraud.assess',
          when: [{ field: 'tier', is: 'sms' }],
          form: [note('说明')],
          sets: { outcome: 'remindedBySms', ...forgetsSecrets },
          forwarded: true,
          tells: ['reporter'],
          measure: 'closed',
          primary: true,
        },
        reassess: { ...assess, title: '重新研判' },
        dismiss,
      },
    },
    ordered: {
      title: '已下指令',
      sentence: '已派{owner}，等他签收',
      deadline: { limit: minutes(5), warns: 'fraud.assess' },
      actions: {
        sign: {
          title: '签收',
          event: 'signed',
          to: 'dissuading',
          permission: 'task.claim',
          relation: 'taskOwner',
          form: [],
          task: 'claim',
          ticks: { list: 'steps', title: '签收', again: true },
          forwarded: true,
          tells: ['hub'],
          primary: true,
        },
        handBack,
        ...ordersAnew,
        dismiss,
      },
    },
    dissuading: {
      title: '劝阻中',
      sentence: '{handler}在劝，{due}前要见到人',
      deadline: { limit: 'kind.handle', warns: 'fraud.assess' },
      stage: 'handle',
      actions: {
        phoned: step('电话', 'phoned', [
          choice('reached', '电话打通了吗', {
            yes: '打通了',
            busy: '一直占线（可能正和骗子通话）',
            no: '没人接',
          }),
          note('说了什么'),
        ]),
        judged: step('研判', 'judged', [risk, note('依据')]),
        visited: step('上门', 'visited', [note('说明')]),
        verified: step('核实', 'verified', [
          yesNo('isThePerson', '是本人吗'),
          yesNo('hasPaid', '已经转钱了吗（转了先打 110）'),
        ]),
        met: { ...step('见面宣防', 'met', [note('讲了什么')], 'met'), forwarded: true },
        feedback,
        unreachable,
        handBack: { ...handBack, permission: 'matter.handle', relation: 'assignee' },
        raise,
        ...ordersAnew,
      },
    },
    met: {
      title: '见到人了',
      sentence: '{handler}已经见到人，等他反馈结果',
      deadline: { limit: hours(2), warns: 'fraud.assess' },
      stage: 'handle',
      actions: { feedback, ...ordersAnew },
    },
    answered: {
      title: '已反馈',
      sentence: '结果已反馈，等镇里看过',
      deadline: { limit: hours(4), warns: 'fraud.assess' },
      stage: 'close',
      actions: {
        close: {
          title: '办结',
          event: 'closed',
          to: 'closed',
          permission: 'fraud.assess',
          relation: 'notHandler',
          form: [note('说明')],
          sets: forgetsSecrets,
          forwarded: true,
          tells: ['reporter', 'assignee'],
          measure: 'closed',
          primary: true,
        },
        raise,
        ...ordersAnew,
      },
    },
    closed: { title: '已办结', sentence: '办结了，电话和住址已经抹去', ended: true, actions: {} },
  },
} as const satisfies FlowTable
