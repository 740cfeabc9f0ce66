import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { choice, day, line, note, owner, owners, photos, reason, result } from './fields'
import { hours, workingDays } from './limits'
import { sign } from './rows'

/** Each department's own answer: it stays in the history, and the next one does not write over it. */
function own({ keeps: _keeps, ...field }: FormField): FormField {
  return field
}

function contact(status: string): ActionRow {
  return {
    title: '联系上了',
    event: 'contacted',
    to: status,
    permission: 'task.claim',
    relation: 'answering',
    step: 'contacted',
    form: [own(line('spokenTo', '联系了谁'))],
    forwarded: false,
    tells: ['reporter'],
  }
}

/** 报到: on site; no picture, no track. */
function reportIn(status: string): ActionRow {
  return {
    title: '到场报到',
    event: 'reported-in',
    to: status,
    permission: 'task.claim',
    relation: 'answering',
    step: 'arrived',
    form: [note('说明')],
    forwarded: true,
    tells: ['reporter', 'hub'],
  }
}

/** The four elements that an answer is checked on in Yixing. */
function answer(status: string): ActionRow {
  return {
    title: '答复',
    event: 'call-answered',
    to: status,
    permission: 'task.claim',
    relation: 'answering',
    form: [
      own(day('acceptedOn', '哪天受理的')),
      own(line('spokenTo', '联系了谁')),
      result('采取了什么措施', ['已到场处理，', '已办好我单位负责的部分，']),
      own(day('solveBy', '哪天前办完')),
      photos('照片', false),
    ],
    task: 'finish',
    forwarded: true,
    tells: ['reporter', 'hub'],
    measure: 'handled',
  }
}

const callMore: ActionRow = {
  title: '再吹给别的单位',
  event: 'blown-again',
  to: 'blown',
  permission: 'whistle.blow',
  form: [owners('吹给哪些单位'), note('要他们做什么')],
  calls: true,
  deadline: { restart: 1 },
  forwarded: true,
  tells: ['called'],
}

const cancel: ActionRow = {
  title: '撤哨',
  event: 'cancelled',
  to: 'cancelled',
  permission: 'whistle.blow',
  form: [reason(['吹错了单位', '已经解决，不用来了'])],
  forwarded: true,
  tells: ['called', 'reporter'],
}

/** A department that never answered: the blower says so, and the county hears it. */
const endUnanswered: ActionRow = {
  title: '一直没有答复，销哨',
  event: 'ended-unanswered',
  to: 'unanswered',
  permission: 'matter.report',
  relation: 'reporter',
  when: ['overdue'],
  form: [reason(['超期没有答复'])],
  forwarded: true,
  tells: ['called', 'inCharge', 'county'],
}

/** 评价: each answer by itself, by whoever blew. */
function rateAnswer(status: string): ActionRow {
  return {
    title: '评价答复',
    event: 'answer-rated',
    to: status,
    permission: 'matter.report',
    relation: 'reporter',
    rates: { by: 'satisfaction' },
    form: [
      { ...owner, title: '评哪个单位' },
      own(
        choice('satisfaction', '办得怎么样', {
          satisfied: '满意',
          fair: '基本满意',
          unsatisfied: '不满意',
        }),
      ),
      note('还想说的'),
    ],
    forwarded: true,
    tells: ['called'],
    measure: 'rated',
    primary: true,
  }
}

/** 不满意: back to that department's work, once. */
const again: ActionRow = {
  title: '没办好，再办一次',
  event: 'work-asked-again',
  to: 'handling',
  permission: 'matter.report',
  relation: 'reporter',
  rates: 'again',
  form: [{ ...owner, title: '哪个单位' }, reason(['没有解决', '没有到场', '答复不清楚'])],
  deadline: { restart: 0.5 },
  forwarded: true,
  tells: ['called'],
  measure: 'returned',
}

/** Whoever blew has left or fallen ill: after its time another who may blow rates for them. */
function instead({ primary: _first, ...action }: ActionRow): ActionRow {
  return {
    ...action,
    title: `代为${action.title}`,
    permission: 'whistle.blowHard',
    relation: 'uninvolved',
    when: ['overdue'],
  }
}

function first(row: ActionRow): ActionRow {
  return { ...row, primary: true }
}

function byItself(title: string, event: string, to: string, when: ActionRow['when']): ActionRow {
  return {
    title,
    event,
    to,
    permission: 'whistle.blow',
    automatic: 'onceTrue',
    ...(when ? { when } : {}),
    form: [],
    forwarded: false,
    tells: ['reporter'],
  }
}

const pressing = [
  { share: 0.5, tells: ['called'] },
  { share: 1, tells: ['called', 'reporter', 'inCharge'] },
  { share: 1.5, tells: ['called', 'inCharge', 'county'] },
] as const

/**
 * 吹哨报到: a township calls departments, and each signs, contacts, reports in on site, handles and answers. Signing
 * within the hour and contact within 24 as in Gulou, reporting in within three working days, five for a hard one (攻坚哨),
 * which only leaders blow so that it stays rare; an emergency at once. Closed only by the blower's rating of each answer.
 */
export const whistleFlow = {
  name: 'whistle',
  version: 1,
  title: '吹哨报到',
  purpose: '镇里办不了的，吹哨请部门到场一起办',
  initial: 'blown',
  kinds: [
    {
      code: '1301',
      name: '日常哨',
      urgency: 'U3',
      accept: hours(1),
      handle: workingDays(5),
      sensitivity: 'S1',
      permission: 'whistle.blow',
    },
    {
      code: '1302',
      name: '攻坚哨',
      urgency: 'U2',
      accept: hours(1),
      handle: workingDays(10),
      sensitivity: 'S1',
      permission: 'whistle.blowHard',
    },
    {
      code: '1303',
      name: '应急哨',
      urgency: 'U1',
      accept: hours(1 / 6),
      handle: hours(24),
      sensitivity: 'S1',
      permission: 'whistle.blow',
    },
  ],
  report: {
    title: '吹哨',
    permission: 'whistle.blow',
    at: 'township',
    form: [owners('吹给哪些单位')],
    calls: true,
    forwarded: true,
    tells: ['called', 'hub'],
  },
  statuses: {
    blown: {
      title: '已吹哨',
      sentence: '哨吹出去了，等各单位签收',
      deadline: { limit: 'kind.accept', warns: 'whistle.blow', marks: pressing },
      stage: 'dispatch',
      actions: {
        signCall: sign('blown'),
        contact: first(contact('blown')),
        reportIn: reportIn('blown'),
        answerCall: answer('blown'),
        callMore: { ...callMore, deadline: 'keep' },
        cancel,
        endUnanswered,
        allSigned: byItself('都签收了', 'all-signed', 'contacting', ['calledSigned']),
      },
    },
    contacting: {
      title: '待联系',
      sentence: '各单位都签收了，正在联系',
      deadline: {
        limit: { U1: hours(1 / 6), U2: hours(24), U3: hours(24), U4: hours(24) },
        warns: 'whistle.blow',
        marks: pressing,
      },
      stage: 'dispatch',
      actions: {
        contact: first(contact('contacting')),
        reportIn: reportIn('contacting'),
        answerCall: answer('contacting'),
        callMore,
        cancel,
        endUnanswered,
        allContacted: byItself('都联系上了', 'all-contacted', 'arriving', [
          { calledStep: 'contacted' },
        ]),
      },
    },
    arriving: {
      title: '待报到',
      sentence: '各单位正在赶来，{due}前到场',
      deadline: {
        limit: { U1: hours(0.5), U2: workingDays(5), U3: workingDays(3), U4: workingDays(3) },
        warns: 'whistle.blow',
        marks: pressing,
      },
      stage: 'handle',
      actions: {
        reportIn: first(reportIn('arriving')),
        answerCall: answer('arriving'),
        callMore,
        endUnanswered,
        allArrived: byItself('都报到了', 'all-arrived', 'handling', [{ calledStep: 'arrived' }]),
      },
    },
    handling: {
      title: '办理中',
      sentence: '各单位都到场了，{due}前办完答复',
      deadline: { limit: 'kind.handle', warns: 'whistle.blow', marks: pressing },
      stage: 'handle',
      actions: {
        answerCall: first(answer('handling')),
        callMore,
        rateAnswer: rateAnswer('handling'),
        again,
        endUnanswered,
        allAnswered: byItself('都答复了', 'all-answered', 'answered', ['calledAnswered']),
      },
    },
    answered: {
      title: '待评价',
      sentence: '各单位都答复了，等吹哨的人逐个评价',
      deadline: {
        limit: { U1: hours(24), U2: workingDays(3), U3: workingDays(3), U4: workingDays(3) },
        warns: 'whistle.blowHard',
        marks: [
          { share: 0.5, tells: ['reporter'] },
          { share: 1, tells: ['reporter', 'inCharge'] },
        ],
      },
      stage: 'close',
      actions: {
        rateAnswer: rateAnswer('answered'),
        again,
        rateInstead: instead(rateAnswer('answered')),
        againInstead: instead(again),
        callMore,
        allRated: {
          ...byItself('都评价了，销哨', 'closed', 'closed', ['calledRated']),
          forwarded: true,
          tells: ['reporter', 'called', 'hub'],
          measure: 'closed',
        },
      },
    },
    closed: { title: '已销哨', sentence: '每个单位都评价过，销哨了', ended: true, actions: {} },
    unanswered: {
      title: '未答复销哨',
      sentence: '有单位一直没有答复，已报县里',
      ended: true,
      actions: {},
    },
    cancelled: { title: '已撤哨', sentence: '哨撤了，原因见下', ended: true, actions: {} },
  },
} as const satisfies FlowTable
