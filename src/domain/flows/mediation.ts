import type { ActionRow, FlowTable } from '../flow/flowTable'
import {
  choice,
  consent,
  day,
  line,
  money,
  note,
  optional,
  owner,
  phone,
  photos,
  reason,
  result,
  signature,
  text,
  toReporter,
} from './fields'
import { days, workingDays } from './limits'
import { claim, rate, withdraw } from './rows'

const freeAndVoluntary = '调解不收费，双方自愿；随时可以不调了，不影响到法院起诉'

const channel = toReporter(
  choice('channel', '下一步可以', {
    court: '到法院起诉',
    arbitration: '申请仲裁',
    administration: '请主管部门处理',
    legalAid: '申请法律援助',
  }),
)

const otherAgrees = consent('otherAgrees', '另一方自愿', `另一方也愿意调解。${freeAndVoluntary}`)

/** Named, or a pool: the post of mediator of an area, from which one claims it. */
const accept: ActionRow = {
  title: '受理，请调解员',
  event: 'accepted',
  to: 'assigned',
  permission: 'matter.accept',
  when: [{ kinds: ['1101'] }],
  form: [otherAgrees, owner, note('给调解员的话')],
  task: 'open',
  forwarded: true,
  tells: ['reporter', 'taskOwner'],
  measure: 'accepted',
  primary: true,
}

/** 警调对接: both sides have agreed before the police, or it may not be taken. */
const acceptReferral: ActionRow = {
  ...accept,
  when: [{ kinds: ['1102'] }, { field: 'otherAgrees', is: true }],
  form: [owner, note('给调解员的话')],
}

/** 一方不同意: nobody is mediated against their will. */
const mayNot: ActionRow = {
  title: '有一方不愿意',
  event: 'not-mediated',
  to: 'notMediated',
  permission: 'matter.accept',
  form: [toReporter(reason(['另一方不愿意调解，请看下一步可以怎么走'])), channel],
  forwarded: true,
  tells: ['reporter'],
}

const appoint: ActionRow = {
  title: '换调解员',
  event: 'appointed',
  to: 'assigned',
  permission: 'matter.accept',
  form: [owner, note('给调解员的话')],
  task: 'open',
  deadline: 'keep',
  forwarded: false,
  tells: ['reporter', 'taskOwner'],
  measure: 'dispatched',
}

/** 回避: kin of a side, or else not neutral. The thirty days run on. */
const recuse: ActionRow = {
  title: '我要回避',
  event: 'recused',
  to: 'assigned',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [reason(['和一方是亲戚', '和这件事有利害关系'])],
  task: 'drop',
  deadline: 'keep',
  forwarded: false,
  tells: ['hub'],
}

const noMore: ActionRow = {
  ...withdraw,
  title: '我不调了',
  event: 'stopped',
  to: 'notMediated',
  form: [note('为什么不调了')],
  tells: ['assignee', 'hub'],
}

const session: ActionRow = {
  title: '记一次调解',
  event: 'session-held',
  to: 'mediating',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [day('heldOn', '哪天谈的'), text('minutes', '谈了什么', 1000)],
  forwarded: false,
  tells: ['hub'],
}

const agree: ActionRow = {
  title: '谈成了，签协议',
  event: 'agreed',
  to: 'agreed',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [
    text('agreement', '协议内容', 1000),
    optional(money('amount', '赔付金额')),
    day('performBy', '哪天前做完'),
    photos('签了字的协议', false),
    optional(signature('当事人签名')),
    toReporter(note('告诉当事人的话')),
  ],
  task: 'finish',
  forwarded: true,
  tells: ['reporter', 'hub'],
  measure: 'handled',
  primary: true,
}

const fail: ActionRow = {
  title: '调解不成',
  event: 'failed',
  to: 'failed',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [toReporter(reason(['双方没有谈拢', '一方不愿意再谈'])), channel],
  task: 'finish',
  forwarded: true,
  tells: ['reporter', 'hub'],
}

/** 司法确认: asked for by both sides together, within thirty days of the agreement. */
const confirmed: ActionRow = {
  title: '已司法确认',
  event: 'judicially-confirmed',
  to: 'performing',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [line('rulingNumber', '法院裁定书编号')],
  forwarded: true,
  tells: ['reporter', 'hub'],
}

const performed: ActionRow = {
  title: '做到了',
  event: 'performed',
  to: 'performed',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [result('做到了什么', ['协议上写的都做到了'])],
  forwarded: true,
  tells: ['reporter', 'hub'],
  measure: 'closed',
  primary: true,
}

const broken: ActionRow = {
  title: '没有做到',
  event: 'broken',
  to: 'broken',
  permission: 'mediation.conduct',
  relation: 'assignee',
  form: [toReporter(reason(['对方没有照协议做，经司法确认的可以申请强制执行'])), channel],
  forwarded: true,
  tells: ['reporter', 'hub'],
}

/** The mediator fell ill: the hub looks after the agreement. */
function byHub({ relation: _mediator, primary: _first, ...action }: ActionRow): ActionRow {
  return { ...action, permission: 'matter.accept' }
}

const kind = {
  urgency: 'U3',
  accept: workingDays(3),
  handle: days(30),
  sensitivity: 'S2',
} as const

/**
 * 人民调解: asked for by a side, or handed over by the police (警调对接), with the consent of both and free of charge
 * (人民调解法). Thirty days as in Shenzhen and Ningbo; the agreement may be confirmed by the court if both ask within
 * thirty days (第三十三条), and whether it is kept is looked after.
 */
export const mediationFlow = {
  name: 'mediation',
  version: 1,
  title: '人民调解',
  purpose: '请人民调解员坐下来谈，不收费，双方自愿',
  initial: 'applied',
  keptTo: ['matter.readSensitive', 'parentReporter'],
  kinds: [
    { ...kind, code: '1101', name: '当事人申请' },
    { ...kind, code: '1102', name: '警调对接', permission: 'mediation.refer' },
  ],
  report: {
    title: '申请调解',
    permission: 'matter.report',
    at: 'township',
    form: [
      line('oneSide', '一方'),
      optional(phone('contact', '一方电话')),
      line('otherSide', '另一方'),
      optional(phone('otherContact', '另一方电话')),
      consent('agrees', '自愿申请', `一方自愿申请人民调解。${freeAndVoluntary}`),
      optional(otherAgrees),
    ],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    applied: {
      title: '已申请',
      sentence: '收到了，正在问另一方愿不愿意',
      deadline: { limit: 'kind.accept', warns: 'matter.accept' },
      stage: 'accept',
      actions: { accept, acceptReferral, mayNot, withdraw },
    },
    assigned: {
      title: '待调解员接手',
      sentence: '双方都愿意，正在请调解员',
      deadline: {
        limit: days(30),
        warns: 'matter.accept',
        marks: [
          { share: 1 / 15, tells: ['taskOwner', 'inCharge'] },
          { share: 0.5, tells: ['assignee', 'inCharge'] },
          { share: 0.8, tells: ['assignee', 'inCharge'] },
          { share: 1, tells: ['assignee', 'inCharge'] },
          { share: 1.5, tells: ['inCharge', 'county'] },
        ],
      },
      stage: 'dispatch',
      actions: {
        claim: {
          ...claim,
          title: '我来调解',
          to: 'mediating',
          permission: 'mediation.conduct',
        },
        appoint,
        mayNot,
        noMore,
      },
    },
    mediating: {
      title: '调解中',
      sentence: '{handler}在调解，{due}前谈完；不收费，随时可以不调了',
      deadline: 'continues',
      stage: 'handle',
      actions: { agree, session, fail, recuse, appoint, mayNot, noMore },
    },
    agreed: {
      title: '达成协议',
      sentence: '谈成了。双方可以在 30 天内一起到法院申请司法确认，确认了就能强制执行',
      deadline: {
        limit: days(30),
        warns: 'matter.accept',
        marks: [
          { share: 0.5, tells: ['reporter', 'assignee'] },
          { share: 0.8, tells: ['reporter', 'assignee'] },
          { share: 1, tells: ['assignee', 'inCharge'] },
        ],
      },
      stage: 'inspect',
      actions: {
        performed,
        confirmed,
        broken,
        performedByHub: byHub(performed),
        confirmedByHub: byHub(confirmed),
        brokenByHub: byHub(broken),
        // The agreement holds without the court; only its confirmation can no longer be asked for.
        windowClosed: {
          title: '司法确认期已过',
          event: 'confirmation-lapsed',
          to: 'performing',
          permission: 'matter.accept',
          automatic: { share: 1 },
          form: [],
          forwarded: false,
          tells: ['assignee'],
        },
      },
    },
    performing: {
      title: '履行中',
      sentence: '照协议，{due}前做完',
      deadline: { limit: { until: 'performBy' }, warns: 'matter.accept' },
      stage: 'inspect',
      actions: {
        performed,
        broken,
        performedByHub: byHub(performed),
        brokenByHub: byHub(broken),
      },
    },
    performed: {
      title: '已履行',
      sentence: '协议都做到了',
      ended: true,
      actions: { rate: { ...rate, to: 'performed' } },
    },
    broken: {
      title: '未履行',
      sentence: '协议没有做到，下一步可以怎么走见下',
      ended: true,
      actions: {},
    },
    failed: {
      title: '调解不成',
      sentence: '没有谈成，下一步可以怎么走见下',
      ended: true,
      actions: { rate: { ...rate, to: 'failed' } },
    },
    notMediated: {
      title: '不调解',
      sentence: '有一方不愿意，就不调解了；您还可以到法院起诉或申请仲裁',
      ended: true,
      actions: {},
    },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
