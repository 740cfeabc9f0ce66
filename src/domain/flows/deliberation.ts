import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { choice, day, line, note, optional, reason, result, toAll, toReporter } from './fields'
import { days, workingDays } from './limits'
import { withdraw } from './rows'

const COMMENTS_MAX = 500
const DISCUSSION_DAYS_MAX = 60

const topic = toAll(line('topic', '商量什么'))
const voteUntil = { ...toAll(day('voteUntil', '表态到哪天')), max: DISCUSSION_DAYS_MAX }

const comment: FormField = {
  name: 'comment',
  title: '我的看法',
  type: 'text',
  required: true,
  max: 300,
  shownToReporter: true,
  shownToAll: true,
}

/** Nobody else reads who said what; only the counts are shown. */
const opinion: FormField = {
  name: 'opinion',
  title: '您的意见（只供参考，决定由村民会议作出）',
  type: 'choice',
  required: true,
  max: 1,
  choices: [
    { value: 'agree', title: '同意' },
    { value: 'disagree', title: '不同意' },
    { value: 'unsure', title: '说不准' },
  ],
}

const openTopic: ActionRow = {
  title: '公开征求意见',
  event: 'topic-opened',
  to: 'discussing',
  permission: 'topic.run',
  form: [
    topic,
    toAll(choice('voteBy', '怎么表态', { person: '一人一次', household: '一户一次' })),
    voteUntil,
  ],
  forwarded: true,
  tells: ['reporter', 'area'],
  measure: 'accepted',
  primary: true,
}

const decline: ActionRow = {
  title: '不公开讨论',
  event: 'declined',
  to: 'declined',
  permission: 'topic.run',
  form: [
    toReporter(
      reason(['涉及个人的事，不宜公开讨论', '已有同样的议题', '不是村里能商量的事，请拨 12345']),
    ),
  ],
  forwarded: true,
  tells: ['reporter'],
}

const speak: ActionRow = {
  title: '说看法',
  event: 'commented',
  to: 'discussing',
  permission: 'matter.participate',
  relation: 'neighbour',
  when: [{ field: 'talk', isNot: 'closed' }],
  atMost: COMMENTS_MAX,
  form: [comment],
  forwarded: false,
  tells: [],
}

const vote: ActionRow = {
  title: '表态（供参考）',
  event: 'voted',
  to: 'discussing',
  permission: 'matter.participate',
  relation: 'neighbour',
  when: [{ field: 'voteBy', is: 'person' }],
  form: [opinion],
  enters: { roll: 'votes', counts: 'opinion', secret: true },
  forwarded: false,
  tells: [],
  primary: true,
}

/** Whoever helps a household without a phone may speak for it; a household is counted once. */
const voteForHousehold: ActionRow = {
  ...vote,
  title: '代表一户表态（供参考）',
  when: [{ field: 'voteBy', is: 'household' }],
  form: [{ name: 'household', title: '户主姓名', type: 'text', required: true, max: 30 }, opinion],
  enters: { roll: 'votes', by: 'household', counts: 'opinion', secret: true },
}

const closeTalk: ActionRow = {
  title: '停止发言',
  event: 'talk-closed',
  to: 'discussing',
  permission: 'topic.run',
  when: [{ field: 'talk', isNot: 'closed' }],
  form: [toAll(reason(['有人说到个人的事，先停一停', '话说重了，请大家冷静']))],
  sets: { talk: 'closed' },
  forwarded: false,
  tells: ['reporter'],
}

const openTalk: ActionRow = {
  title: '恢复发言',
  event: 'talk-opened',
  to: 'discussing',
  permission: 'topic.run',
  when: [{ field: 'talk', is: 'closed' }],
  form: [],
  sets: { talk: null },
  forwarded: false,
  tells: ['reporter'],
}

const lengthen: ActionRow = {
  title: '改截止日',
  event: 'lengthened',
  to: 'discussing',
  permission: 'topic.run',
  atMost: 2,
  form: [voteUntil],
  deadline: { restart: 1 },
  forwarded: false,
  tells: ['reporter', { roll: 'votes' }],
}

const stop: ActionRow = {
  title: '终止',
  event: 'stopped',
  to: 'stopped',
  permission: 'topic.run',
  form: [toAll(reason(['情况变了，不再需要商量', '改由村民会议直接讨论']))],
  forwarded: true,
  tells: ['reporter', { roll: 'votes' }],
}

/** At the end of the last day, by nobody's hand, so that nobody chooses the moment that suits them. */
const closeVote: ActionRow = {
  title: '截止',
  event: 'vote-closed',
  to: 'counted',
  permission: 'topic.run',
  automatic: { share: 1 },
  form: [],
  publishes: {
    title: '议事表态截止，结果已公布（供参考，不是村民会议决定）',
    words: 'topic',
    to: 'village',
  },
  forwarded: true,
  tells: ['reporter', 'inCharge', { roll: 'votes' }],
}

const callMeeting: ActionRow = {
  title: '定了开会日子',
  event: 'meeting-called',
  to: 'referred',
  permission: 'topic.run',
  form: [
    { ...toAll(day('meetingOn', '哪天开会')), max: 180 },
    toAll(choice('meeting', '哪个会', { villagers: '村民会议', representatives: '村民代表会议' })),
  ],
  forwarded: true,
  tells: ['reporter', { roll: 'votes' }],
}

/** The decision is the meeting's, in its minutes; where no meeting took it up, that is said as plainly. */
const announce: ActionRow = {
  title: '公布结果',
  event: 'result-announced',
  to: 'closed',
  permission: 'topic.run',
  form: [
    toAll(result('结果，和会议怎么定的', ['村民代表会议已表决，决定：', '村里采纳意见，准备：'])),
    toAll(
      choice('decidedBy', '谁定的', {
        villagers: '村民会议',
        representatives: '村民代表会议',
        committee: '村（居）委会，属日常事务',
        nobody: '没有提交会议，只作参考',
      }),
    ),
    optional(toAll(line('minutes', '会议记录编号或链接'))),
    note('内部说明'),
  ],
  publishes: { title: '议事结果', words: 'result', to: 'village' },
  forwarded: true,
  tells: ['reporter', { roll: 'votes' }],
  measure: 'closed',
  primary: true,
}

/** 村民代表会议每季度一次 (村民委员会组织法 Art. 30). */
const quarter = days(90)

/**
 * 议事: a topic that neighbours discuss and give an opinion on. An opinion here is advisory only: a decision of the
 * village needs its meeting, with the quorum of 村民委员会组织法 Art. 26 (more than half of the grown-ups, or two thirds
 * of the households' representatives) and, for its representatives, Art. 30. So the table links to the minutes.
 */
export const deliberationFlow = {
  name: 'deliberation',
  version: 1,
  title: '议事',
  purpose: '村里、小区、屋场的事，大家说说看法',
  initial: 'proposed',
  openTo: 'matter.participate',
  openIn: ['discussing', 'counted', 'referred', 'closed', 'stopped'],
  kinds: [
    {
      code: '1001',
      name: '村务议题',
      urgency: 'U4',
      accept: workingDays(3),
      handle: quarter,
      sensitivity: 'S0',
    },
    {
      code: '1002',
      name: '小区、屋场议题',
      urgency: 'U4',
      accept: workingDays(3),
      handle: quarter,
      sensitivity: 'S0',
    },
  ],
  report: {
    title: '提个议题',
    permission: 'matter.participate',
    at: 'village',
    form: [topic],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    proposed: {
      title: '待审核',
      sentence: '村里在看，看过就公开，请大家说看法',
      deadline: { limit: 'kind.accept', warns: 'topic.run' },
      stage: 'accept',
      actions: {
        openTopic,
        decline,
        withdraw: { ...withdraw, permission: 'matter.participate' },
      },
    },
    discussing: {
      title: '正在商量',
      sentence: '大家正在说看法，{due}截止。表态只供参考，决定由村民会议或代表会议作出',
      deadline: {
        limit: { until: 'voteUntil' },
        warns: 'topic.run',
        marks: [{ share: 0.8, tells: ['inCharge'], words: '快截止了，看看还有谁没说上话' }],
      },
      stage: 'handle',
      actions: {
        vote,
        voteForHousehold,
        speak,
        closeTalk,
        openTalk,
        lengthen,
        closeVote,
        stop,
      },
    },
    counted: {
      title: '表态已截止',
      sentence: '表态截止了，数目在下面，只供参考。村里会告诉大家会上怎么定的',
      deadline: { limit: 'kind.handle', warns: 'topic.run' },
      stage: 'close',
      actions: { announce, callMeeting },
    },
    referred: {
      title: '等开会',
      sentence: '会议定在{due}，会上怎么定的会告诉大家',
      deadline: { limit: { until: 'meetingOn' }, warns: 'topic.run' },
      stage: 'close',
      actions: { announce, callMeeting: { ...callMeeting, title: '改开会日子' } },
    },
    closed: { title: '已有结果', sentence: '结果在下面', ended: true, actions: {} },
    stopped: { title: '已终止', sentence: '不再商量了，原因在下面', ended: true, actions: {} },
    declined: { title: '没有公开', sentence: '没有公开讨论，原因在下面', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
