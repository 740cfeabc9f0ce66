import type { ActionRow, FlowTable } from '../flow/flowTable'
import {
  day,
  line,
  note,
  optional,
  owner,
  people,
  photos,
  reason,
  result,
  text,
  toReporter,
} from './fields'
import { days, workingDays } from './limits'
import { whyUnsolved } from './rows'

/** 督办函: with a number; the unit answers in writing within three working days. */
const sendLetter: ActionRow = {
  title: '发督办函',
  event: 'letter-sent',
  to: 'lettered',
  permission: 'matter.supervise',
  form: [
    line('letterNumber', '函号'),
    owner,
    text('demand', '要求做什么'),
    photos('督办函', false),
  ],
  task: 'open',
  forwarded: true,
  tells: ['taskOwner', 'reporter'],
  measure: 'dispatched',
}

const reply: ActionRow = {
  title: '书面答复',
  event: 'replied',
  to: 'replied',
  permission: 'task.claim',
  relation: 'taskOwner',
  form: [
    result('为什么没办、打算怎么办、哪天前', ['已安排专人，计划']),
    photos('盖章的答复', false),
  ],
  task: 'claim',
  forwarded: true,
  tells: ['inCharge', 'hub'],
  measure: 'accepted',
  primary: true,
}

/** 联合督查: deputies come along as guests, and read until that day. */
const inspectJointly: ActionRow = {
  title: '约联合督查',
  event: 'joint-inspection-called',
  to: 'inspecting',
  permission: 'matter.supervise',
  form: [
    day('inspectOn', '哪天去'),
    people('deputies', '请哪些代表、委员'),
    day('guestsUntil', '他们能看到哪天'),
    note('给他们的话'),
  ],
  invites: { people: 'deputies', until: 'guestsUntil' },
  forwarded: true,
  tells: ['taskOwner', 'hub', 'reporter', { named: 'deputies' }],
  primary: true,
}

const recordInspection: ActionRow = {
  title: '记督查',
  event: 'inspected-jointly',
  to: 'inspecting',
  permission: 'matter.supervise',
  form: [
    text('attendance', '到场的人'),
    toReporter(text('findings', '看到什么、定了什么', 1000)),
    photos('现场照片', false),
  ],
  forwarded: true,
  tells: ['taskOwner', 'hub', { named: 'deputies' }],
}

const deputyWord: ActionRow = {
  title: '代表、委员意见',
  event: 'guest-spoke',
  to: 'inspecting',
  permission: 'matter.participate',
  relation: 'guest',
  form: [text('deputySays', '意见')],
  forwarded: false,
  tells: ['inCharge', 'taskOwner'],
  primary: true,
}

/** 定期限 */
const setDate: ActionRow = {
  title: '定期限',
  event: 'date-set',
  to: 'dated',
  permission: 'matter.supervise',
  form: [day('solveBy', '哪天前解决'), toReporter(note('告诉当事人的话'))],
  deadline: { restart: 1 },
  forwarded: true,
  tells: ['taskOwner', 'hub', 'reporter'],
  primary: true,
}

/** 催办 */
function remind(status: string): ActionRow {
  return {
    title: '催办',
    event: 'reminded',
    to: status,
    permission: 'matter.supervise',
    form: [note('催什么')],
    forwarded: false,
    tells: ['taskOwner', 'assignee', 'hub'],
  }
}

const reportDone: ActionRow = {
  title: '解决了',
  event: 'reported-solved',
  to: 'toConfirm',
  permission: 'task.claim',
  relation: 'taskOwner',
  form: [result('怎么解决的', ['已解决，']), photos('现在的样子', false)],
  task: 'finish',
  forwarded: true,
  tells: ['reporter', 'inCharge'],
  measure: 'handled',
  primary: true,
}

/** 销号: whoever brought the matter says that it is solved. */
const confirmSolved: ActionRow = {
  title: '确实解决了',
  event: 'struck-off',
  to: 'struckOff',
  permission: 'matter.report',
  relation: 'parentReporter',
  form: [note('还想说的')],
  forwarded: true,
  tells: ['reporter', 'taskOwner', 'hub'],
  measure: 'closed',
  primary: true,
}

const notSolved: ActionRow = {
  title: '没有解决',
  event: 'found-unsolved',
  to: 'replied',
  permission: 'matter.report',
  relation: 'parentReporter',
  form: [reason(['还是老样子', '只办了一半'])],
  task: 'resume',
  forwarded: true,
  tells: ['reporter', 'taskOwner'],
  measure: 'reopened',
}

/** Nobody answers, or nobody asked: the county strikes it off, and says why. */
const strikeOff: ActionRow = {
  title: '由县里销号',
  event: 'struck-off',
  to: 'struckOff',
  permission: 'matter.supervise',
  relation: 'notHandler',
  when: ['overdue'],
  form: [toReporter(reason(['已到现场查看，确已解决；多次联系不上当事人']))],
  forwarded: true,
  tells: ['reporter', 'taskOwner', 'hub'],
  measure: 'closed',
}

const sendBack: ActionRow = {
  title: '没有到位，继续督查',
  event: 'kept-on-ledger',
  to: 'replied',
  permission: 'matter.supervise',
  relation: 'notHandler',
  form: [reason(['现场没有解决'])],
  task: 'resume',
  forwarded: true,
  tells: ['taskOwner', 'hub'],
}

/**
 * 督查: matters that have stuck stand on a ledger until whoever brought them says they are solved. After the ledger of
 * Lianyungang (督查跟踪台账、联合督查); a letter is answered within three working days. The lamp is its deadline.
 */
export const supervisionFlow = {
  name: 'supervision',
  version: 1,
  title: '督查',
  purpose: '久拖不决的事列上台账，一件一件催，解决一件销一件',
  initial: 'listed',
  kinds: [
    {
      code: '1401',
      name: '督查',
      urgency: 'U3',
      accept: workingDays(3),
      handle: days(30),
      sensitivity: 'S1',
    },
  ],
  report: {
    title: '列入督查',
    permission: 'matter.supervise',
    at: 'township',
    form: [whyUnsolved, optional(line('aboutNumber', '哪一件的编号'))],
    forwarded: true,
    tells: ['hub', 'county'],
  },
  statuses: {
    listed: {
      title: '已列台账',
      sentence: '这件事已列入督查台账，有人专门盯着',
      deadline: { limit: 'kind.accept', warns: 'matter.supervise' },
      stage: 'accept',
      actions: {
        sendLetter: { ...sendLetter, primary: true },
        remind: remind('listed'),
        inspectJointly: withoutFirst(inspectJointly),
        setDate: withoutFirst(setDate),
      },
    },
    lettered: {
      title: '已发函',
      sentence: '已发督办函，{owner}要在{due}前书面答复',
      deadline: {
        limit: workingDays(3),
        warns: 'matter.supervise',
        marks: [
          { share: 0.5, tells: ['taskOwner'] },
          { share: 1, tells: ['taskOwner', 'inCharge'] },
          { share: 1.5, tells: ['taskOwner', 'inCharge', 'county'] },
        ],
      },
      stage: 'dispatch',
      actions: {
        reply,
        remind: remind('lettered'),
        sendLetter,
        inspectJointly: withoutFirst(inspectJointly),
        setDate: withoutFirst(setDate),
      },
    },
    replied: {
      title: '已答复',
      sentence: '办的单位答复了，正在定下一步',
      deadline: { limit: workingDays(5), warns: 'matter.supervise' },
      stage: 'handle',
      actions: {
        inspectJointly,
        setDate: withoutFirst(setDate),
        remind: remind('replied'),
        sendLetter,
      },
    },
    inspecting: {
      title: '联合督查中',
      sentence: '督查的人和代表、委员一起去看，{due}去',
      deadline: { limit: { until: 'inspectOn' }, warns: 'matter.supervise' },
      stage: 'handle',
      actions: {
        setDate,
        recordInspection,
        deputyWord,
        remind: remind('inspecting'),
        inspectAgain: { ...withoutFirst(inspectJointly), title: '改约', deadline: { restart: 1 } },
      },
    },
    dated: {
      title: '已定期限',
      sentence: '说好{due}前解决',
      deadline: { limit: { until: 'solveBy' }, warns: 'matter.supervise' },
      stage: 'handle',
      actions: {
        reportDone,
        remind: remind('dated'),
        changeDate: { ...withoutFirst(setDate), title: '改期限' },
        inspectJointly: withoutFirst(inspectJointly),
        sendLetter,
        toConfirm: {
          title: '请当事人确认',
          event: 'confirmation-asked',
          to: 'toConfirm',
          permission: 'matter.supervise',
          form: [result('怎么解决的', ['已解决，'])],
          forwarded: true,
          tells: ['reporter', 'taskOwner'],
        },
      },
    },
    toConfirm: {
      title: '待确认',
      sentence: '办的单位说解决了，请您看看是不是真的解决了',
      deadline: { limit: days(15), warns: 'matter.supervise' },
      stage: 'close',
      actions: { confirmSolved, notSolved, sendBack, strikeOff },
    },
    struckOff: { title: '已销号', sentence: '解决了，从台账上销号', ended: true, actions: {} },
  },
} as const satisfies FlowTable

function withoutFirst({ primary: _first, ...action }: ActionRow): ActionRow {
  return action
}
