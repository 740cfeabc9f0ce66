import type { ReportCondition } from '../flow/condition'
import type { ActionRow, FlowTable, NeedRow } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import {
  choice,
  consent,
  count,
  day,
  line,
  note,
  optional,
  person,
  result,
  text,
  toReporter,
  unkept,
} from './fields'
import { workingDays } from './limits'
import { spawn } from './rows'

/** The hours in which somebody may knock. Residents of 马田 told of visits at eleven at night. */
export const VISIT_HOURS = [9, 20] as const

/** Three visits in a week by three offices is what people complained of: one in a week, whoever comes. */
export const VISIT_DAYS_APART = 7

/** Half a day: whoever forgot to end a visit notices. */
const STAY_MINUTES_MAX = 12 * 60

const hasNeed: readonly ReportCondition[] = [
  { field: 'needs', given: true },
  { field: 'needs', isNot: 'none' },
]

/** Everything of it but the choice of the person may be read by whoever was visited. */
const form: readonly FormField[] = [
  // Begun at the door, ended when leaving: two moments of one record, and no track between them.
  {
    ...optional(toReporter(count('stayed', '在这户待了多久', '分钟', STAY_MINUTES_MAX))),
    min: 1,
    timed: true,
  },
  toReporter(line('household', '哪一户（组号、门牌号）')),
  optional({ ...person('visited', '走访了谁（用连心的，找得到全名）'), concerns: true }),
  toReporter(
    choice('met', '见到了谁', {
      family: '户主或家人',
      relative: '亲戚、邻居',
      nobody: '没有人在家',
      declined: '不方便，没有进门',
    }),
  ),
  toReporter(
    choice('needs', '有什么要办的', {
      none: '没有',
      help: '要人帮忙',
      question: '有事要问',
      hazard: '有隐患',
    }),
  ),
  optional(toReporter(text('found', '要办的是什么', 200))),
  optional(toReporter(day('nextOn', '约好下次哪天来'))),
  optional({
    ...toReporter(text('again', '这几天有人去过，为什么再去', 200)),
    templates: ['上次没有见到人', '上次的事要接着办', '这家人请我再来'],
  }),
  optional({
    ...toReporter(text('wish', '这家人为什么约这个时间', 200)),
    templates: ['白天都上班，约在晚上', '老人约的这个时间'],
  }),
  optional(
    toReporter(
      consent('photoAllowed', '这家人同意拍照', '只拍房屋和隐患，不拍人，不拍屋里；这家人说可以拍'),
    ),
  ),
]

const needs: readonly NeedRow[] = [
  {
    field: 'again',
    when: [{ seenBefore: 'household', days: VISIT_DAYS_APART }],
    words: `这一户 ${VISIT_DAYS_APART} 天里有人去过，请写为什么再去`,
  },
  {
    field: 'wish',
    when: [{ outsideHours: VISIT_HOURS }],
    words: '早上 9 点前、晚上 8 点后不上门，除非这家人自己约的。有危险请走紧急情况',
  },
  { field: 'photoAllowed', when: ['photographed'], words: '拍照要这家人同意' },
  { field: 'found', when: hasNeed, words: '请写要办的是什么' },
]

/** 需求转办: in words of its own, and no less guarded than the visit they come from. */
function handOn(
  words: { readonly title: string; readonly event: string },
  to: { readonly flow: string; readonly kind: string },
  at: { readonly status: string; readonly relation: 'assignee' | 'reporter' },
): ActionRow {
  const asked = unkept(text('asked', '要办的是什么', 200))
  return {
    ...spawn(at.status, words, { ...to, text: 'asked', speaksOfIt: true }, [asked]),
    permission: 'visit.record',
    relation: at.relation,
    withinDays: 30,
  }
}

/** Whoever has it now, since workers leave; once it is done, whoever was there. */
function handsOn(status: string): Record<string, ActionRow> {
  const at = { status, relation: status === 'done' ? 'reporter' : 'assignee' } as const
  const help = { title: '报一件求助', event: 'help-asked' }
  const ask = { title: '替这家人问一问', event: 'question-asked' }
  const house = { title: '报危房险情', event: 'house-reported' }
  const wiring = { title: '报电线隐患', event: 'wiring-reported' }
  return {
    askHelp: handOn(help, { flow: 'incident', kind: '0702' }, at),
    askQuestion: handOn(ask, { flow: 'question', kind: '0705' }, at),
    reportHouse: handOn(house, { flow: 'incident', kind: '0402' }, at),
    reportWiring: handOn(wiring, { flow: 'incident', kind: '0304' }, at),
  }
}

/** 我有话说: whoever was visited says what they think of it, once, and the township hears it. */
function answerBack(status: string): ActionRow {
  return {
    title: '我有话说',
    event: 'visit-answered',
    to: status,
    permission: 'matter.report',
    relation: { named: 'visited' },
    atMost: 1,
    withinDays: 30,
    form: [{ ...note('您想说的'), required: true, templates: ['没有人来过', '来的时间不合适'] }],
    forwarded: false,
    tells: ['hub'],
  }
}

/** Whoever is in charge ends it when its worker has left. */
const close: ActionRow = {
  title: '不用再办',
  event: 'visit-closed',
  to: 'done',
  permission: 'matter.accept',
  form: [note('为什么')],
  forwarded: false,
  tells: ['reporter'],
}

/**
 * 入户走访: who was visited, what for, what they need. Between nine and twenty o'clock, and not by one office after
 * the other; somebody who did not open is recorded without a word against them. No photo of a person and no track: the
 * place of a visit is its household. Whoever was visited reads who came and why. An emergency is no visit.
 */
export const visitFlow = {
  name: 'visit',
  version: 1,
  title: '入户走访',
  purpose: '去了哪一户，见到谁，有什么要办的；没有信号也能记',
  initial: 'needing',
  sensitivity: 'S1',
  mediaDays: 180,
  kinds: [
    { ...ofVisits('2401', '日常走访') },
    { ...ofVisits('2402', '关心老人和困难户') },
    { ...ofVisits('2403', '政策和平安宣传') },
    { ...ofVisits('2404', '查看隐患') },
  ],
  report: {
    title: '记一次走访',
    permission: 'visit.record',
    at: 'grid',
    onlyWhereHeld: true,
    placeless: true,
    photosMax: 2,
    form,
    needs,
    begins: [
      {
        status: 'returning',
        when: [
          { field: 'needs', is: 'none' },
          { field: 'nextOn', given: true },
        ],
      },
      { status: 'done', when: [{ field: 'needs', is: 'none' }] },
    ],
    task: 'take',
    forwarded: false,
    tells: [],
  },
  statuses: {
    needing: {
      title: '有事要办',
      sentence: '这家人有事要办，{due}前交给能办的人',
      deadline: { limit: 'kind.handle', warns: 'matter.accept' },
      stage: 'handle',
      actions: {
        finish: {
          title: '办好了',
          event: 'needs-met',
          to: 'returning',
          permission: 'visit.record',
          relation: 'assignee',
          form: [result('怎么办的', ['当场帮着办好了', '已经报上去，有人接着办'])],
          forwarded: false,
          tells: [],
          primary: true,
        },
        ...handsOn('needing'),
        answerBack: answerBack('needing'),
        close,
      },
    },
    returning: {
      title: '约好再去',
      sentence: '约好了再去，{due}前',
      deadline: {
        limit: { until: 'nextOn' },
        warns: 'matter.accept',
        marks: [{ share: 1, tells: ['assignee'], words: '今天约好再去这一户' }],
      },
      actions: {
        endWithoutReturn: {
          title: '没有约下次',
          event: 'visit-ended',
          to: 'done',
          permission: 'visit.record',
          when: [{ field: 'nextOn', given: false }],
          automatic: 'onceTrue',
          form: [],
          forwarded: false,
          tells: [],
        },
        visitedAgain: {
          title: '已经再去过',
          event: 'visited-again',
          to: 'done',
          permission: 'visit.record',
          relation: 'assignee',
          form: [note('还想记的')],
          task: 'finish',
          forwarded: false,
          tells: [],
          primary: true,
        },
        putOff: {
          title: '改个日子',
          event: 'return-put-off',
          to: 'returning',
          permission: 'visit.record',
          relation: 'assignee',
          form: [toReporter(day('nextOn', '改到哪天'))],
          deadline: { restart: 1 },
          forwarded: false,
          tells: [],
        },
        answerBack: answerBack('returning'),
        close,
      },
    },
    done: {
      title: '已走访',
      sentence: '这次走访记下了',
      ended: true,
      actions: { ...handsOn('done'), answerBack: answerBack('done') },
    },
  },
} as const satisfies FlowTable

function ofVisits(code: string, name: string) {
  return {
    code,
    name,
    urgency: 'U4',
    accept: workingDays(1),
    handle: workingDays(3),
    basePoints: 0,
    icon: 'person',
  } as const
}
