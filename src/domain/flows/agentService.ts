import type { ActionRow, FlowTable } from '../flow/flowTable'
import { certificateForm } from './certificateCheck'
import {
  choice,
  consent,
  day,
  line,
  note,
  optional,
  owner,
  phone,
  photos,
  rating,
  reason,
  result,
  row,
  rows,
  signature,
  toReporter,
  unkept,
  yesNo,
} from './fields'
import { workingHours } from './limits'
import { extension, rate, reopen, timeoutAppeal, withdraw } from './rows'

/**
 * 代办帮办 一带到底: one named helper does the errand from start to end, at home where somebody cannot walk (余姚). Kind
 * 0704 of the county's list begins it. Two visits at most; only the hub gives it to another helper; the old who walk
 * with difficulty come first, with half of the time for each step until somebody has taken it.
 */

const VISITS_MAX = 2

const walksBadlyFirst = { field: 'walksBadly', is: true, share: 0.5 } as const

const assign: ActionRow = {
  title: '派帮办员',
  event: 'assigned',
  to: 'assigned',
  permission: 'matter.dispatch',
  form: [owner, note('给帮办员的话')],
  task: 'open',
  forwarded: true,
  tells: ['reporter', 'taskOwner'],
  measure: 'dispatched',
}

/** 换人: only the hub, with a reason that whoever asked reads. */
const handOver: ActionRow = {
  title: '换帮办员',
  event: 'handed-over',
  to: 'assigned',
  permission: 'matter.dispatch',
  form: [toReporter(reason(['帮办员请假', '离得太远', '家里人要求'])), owner],
  task: 'open',
  forwarded: true,
  tells: ['reporter', 'assignee', 'taskOwner'],
}

/** 自办: whoever may settle what they find in their own grid may help there at once. */
const take: ActionRow = {
  title: '我来帮办',
  event: 'claimed',
  to: 'helping',
  permission: 'matter.closeOnSpot',
  form: [],
  task: 'take',
  forwarded: true,
  tells: ['reporter', 'hub'],
}

const decline: ActionRow = {
  title: '不能代办',
  event: 'declined',
  to: 'declined',
  permission: 'matter.accept',
  form: [toReporter(reason(['这件事要本人到场', '不在代办清单里，请打 12345 问', '已经在办']))],
  forwarded: true,
  tells: ['reporter'],
}

/** What only the helper does. */
function byHelper(words: Pick<ActionRow, 'title' | 'event' | 'to' | 'form'>): ActionRow {
  return {
    ...words,
    permission: 'matter.handle',
    relation: 'assignee',
    forwarded: false,
    tells: [],
  }
}

function visit(status: string): ActionRow {
  return {
    ...byHelper({
      title: '上门',
      event: 'visited',
      to: status,
      form: [
        choice('visitFor', '上门做什么', {
          papers: '拿材料',
          picture: '拍证件照',
          fillIn: '帮着填表',
          deliver: '送证',
        }),
        photos('办证用的照片（办完就删）', false),
        note('说明'),
      ],
    }),
    atMost: VISITS_MAX,
    tells: ['reporter'],
  }
}

const listPapers: ActionRow = {
  ...byHelper({
    title: '列出材料',
    event: 'papers-listed',
    to: 'helping',
    form: [rows('papers', '要哪些材料（能核验的不用交）')],
  }),
  adds: { list: 'papers', field: 'papers' },
}

const paperReady: ActionRow = {
  ...byHelper({
    title: '材料齐一样',
    event: 'paper-ready',
    to: 'helping',
    form: [row('哪一样', 'papers'), note('说明')],
  }),
  ticks: { list: 'papers' },
  when: [{ list: 'papers', open: true }],
}

/** 免证: asked of whoever issues it, with the person's own consent, and never pictured. */
const checkCertificate: ActionRow = {
  ...byHelper({
    title: '核验身份证（不用拿证）',
    event: 'certificate-asked',
    to: 'helping',
    form: certificateForm.map(unkept),
  }),
  spawns: {
    flow: 'certificateCheck',
    kind: '1601',
    fields: Object.fromEntries(certificateForm.map(({ name }) => [name, name])),
  },
}

const deliver: ActionRow = {
  ...byHelper({
    title: '送到了，请他签收',
    event: 'delivered',
    to: 'closed',
    form: [
      result('办得怎么样', ['已办好，证件送到本人手上', '已办好，家里人代收']),
      signature('签收'),
    ],
  }),
  task: 'finish',
  forwarded: true,
  tells: ['reporter', 'hub'],
  measure: 'handled',
}

/** Who cannot sign: the receipt, pictured without the paper it is for, or whoever saw it. */
const deliverByReceipt: ActionRow = {
  ...deliver,
  title: '送到了，有回执',
  event: 'delivered-by-receipt',
  form: [
    result('办得怎么样', ['已办好，证件送到本人手上', '已办好，家里人代收']),
    line('receipt', '回执单号，或谁在场见证'),
    photos('回执照片（不拍证件）', false),
  ],
}

/** 一键评价: one tap is enough; whoever did the errand does not rate it for another. */
const rateByTap: ActionRow = {
  ...rate,
  when: [{ field: 'asker', isNot: 'worker' }],
  form: rating.map((field) => (field.name === 'satisfaction' ? field : optional(field))),
  primary: true,
}

/** 电话回访: asks those for whom a worker asked. */
const callBack: ActionRow = {
  title: '电话回访',
  event: 'called-back',
  to: 'closed',
  permission: 'matter.inspect',
  relation: 'uninvolved',
  when: [{ field: 'asker', is: 'worker' }],
  atMost: 1,
  withinDays: 30,
  form: rating,
  forwarded: false,
  tells: ['assignee'],
  measure: 'rated',
}

export const agentServiceFlow = {
  name: 'agentService',
  version: 1,
  title: '代办帮办',
  purpose: '走不动、不会办，让一个人替您跑到底',
  begunBy: ['0704'],
  initial: 'requested',
  sensitivity: 'S2',
  mediaDays: 30,
  report: {
    title: '请人代办',
    permission: 'matter.report',
    at: 'grid',
    form: [
      choice('asker', '谁在提', { self: '本人', family: '家里人', worker: '网格员或村干部替他' }),
      line('personName', '给谁办（姓名）'),
      optional(phone('personPhone', '他的电话')),
      optional(line('relation', '和他什么关系')),
      choice('item', '办什么', {
        idCard: '身份证',
        insurance: '社保医保',
        disability: '残疾人证',
        allowance: '补贴救助',
        bills: '生活缴费',
        other: '其他',
      }),
      yesNo('atHome', '要上门吗'),
      yesNo('walksBadly', '他行动不便吗'),
      consent(
        'agreesToAgent',
        '委托同意',
        '本人同意由一位帮办员代办这件事，材料只用来办这件事，办完归还',
      ),
    ],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    requested: {
      title: '已提出',
      sentence: '已送到镇里，等安排帮办员',
      deadline: { limit: 'kind.accept', warns: 'matter.dispatch', shorter: walksBadlyFirst },
      stage: 'accept',
      actions: { assign: { ...assign, primary: true }, take, decline, withdraw },
    },
    assigned: {
      title: '已派帮办员',
      sentence: '已派{owner}，等他接手',
      deadline: {
        limit: workingHours(8),
        warns: 'matter.dispatch',
        shorter: walksBadlyFirst,
      },
      stage: 'dispatch',
      actions: {
        claim: {
          ...take,
          permission: 'task.claim',
          relation: 'taskOwner',
          task: 'claim',
          primary: true,
        },
        assign: { ...assign, title: '改派' },
        decline,
        withdraw,
      },
    },
    helping: {
      title: '帮办中',
      sentence: '{handler}在替您跑，{due}前办好',
      deadline: { limit: 'kind.handle', warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        listPapers,
        paperReady,
        checkCertificate,
        visit: visit('helping'),
        submit: {
          ...byHelper({
            title: '交到窗口了',
            event: 'submitted',
            to: 'submitted',
            form: [toReporter(day('expectedOn', '说好哪天办好')), line('office', '交给哪个窗口')],
          }),
          forwarded: true,
          tells: ['reporter'],
          primary: true,
        },
        deliver,
        deliverByReceipt,
        handOver,
        withdraw,
        ...extension('helping'),
      },
    },
    submitted: {
      title: '等出证',
      sentence: '材料已经交了，{due}前办好，{handler}给您送来',
      deadline: { limit: { until: 'expectedOn' }, warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        visit: visit('submitted'),
        deliver: { ...deliver, primary: true },
        deliverByReceipt,
        needMore: {
          ...byHelper({
            title: '要补材料',
            event: 'more-needed',
            to: 'helping',
            form: [toReporter(reason(['窗口要补一样材料', '照片不合格要重拍']))],
          }),
          tells: ['reporter'],
        },
        newDay: {
          ...byHelper({
            title: '改日子',
            event: 'day-changed',
            to: 'submitted',
            form: [
              toReporter(reason(['制证要多等几天', '窗口停办'])),
              day('expectedOn', '改到哪天'),
            ],
          }),
          deadline: { restart: 1 },
          tells: ['reporter', 'hub'],
        },
        handOver,
      },
    },
    closed: {
      title: '办好了',
      sentence: '办好了，请点一下满意不满意',
      ended: true,
      actions: { rate: rateByTap, callBack, reopen: reopen('helping'), ...timeoutAppeal('closed') },
    },
    declined: { title: '不能代办', sentence: '这件事不能代办，请看原因', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
