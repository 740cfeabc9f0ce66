import type { ActionRow, FlowTable, SpawnRow } from '../flow/flowTable'
import {
  choice,
  count,
  line,
  note,
  optional,
  owners,
  photos,
  place,
  reason,
  result,
  row,
  rows,
  text,
  toAll,
  unkept,
} from './fields'
import { days, hours, minutes } from './limits'
import { answerCall, sign, spawn } from './rows'

/**
 * 防汛抗台应急: an alert to a township, its sections walked one by one, hazards raised as they are found, everybody
 * missing or trapped accounted for, and only then lifted (余姚、钟祥; 突发事件应对法). A section has the moment by which it
 * is walked, and shows red after it. Place and photo are asked here and in no other duty, since the patrol's own safety
 * needs them; photos of people who were helped are destroyed after use (Arts. 84, 85).
 */

const MEDIA_DAYS = 30

const level = toAll(
  choice('level', '预警级别', { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }),
)
const words = toAll(text('words', '告诉群众的话', 300))

/** Whoever serves in the township, the grid's worker as well as the village's officer. */
const onPatrol = { permission: 'duty.serve', relation: 'neighbour' } as const

const command: Pick<ActionRow, 'to' | 'permission' | 'forwarded' | 'tells'> = {
  to: 'alerted',
  permission: 'alert.issue',
  forwarded: false,
  tells: [],
}

/** 发现险情: its own incident, with its own limits; the alert stays. */
function hazardFound(kind: string, duties: readonly string[]): ActionRow {
  return {
    ...raises(
      { title: '发现险情', event: 'hazard-found' },
      { flow: 'incident', kind, text: 'hazard' },
    ),
    ...onPatrol,
    when: [{ kinds: duties }],
    tells: ['hub'],
  }
}

function raises(
  names: { readonly title: string; readonly event: string },
  spawns: SpawnRow,
): ReturnType<typeof spawn> {
  return spawn('alerted', names, spawns, [unkept(text('hazard', '什么险情、在哪里', 300))])
}

const blowWhistle: ActionRow = {
  ...spawn(
    'alerted',
    { title: '吹应急哨', event: 'whistle-blown' },
    { flow: 'whistle', kind: '1303', text: 'hazard', fields: { owners: 'owners' } },
    [unkept(text('hazard', '什么险情、在哪里', 300)), owners('吹给哪些单位')],
  ),
  permission: 'whistle.blow',
}

const walk: ActionRow = {
  title: '这一段走完了',
  event: 'section-walked',
  to: 'alerted',
  ...onPatrol,
  when: [{ list: 'sections', open: true }],
  form: [
    row('哪一段', 'sections'),
    place('where', '站在哪里'),
    photos('现场照片', true),
    {
      ...note('看到什么'),
      templates: ['没有异常', '水位还在涨', '有渗水，已留人看守'],
    },
  ],
  ticks: { list: 'sections', again: true },
  forwarded: false,
  tells: [],
  primary: true,
}

/** Walked once more although it is done: the newest look counts, and every look stays in the history. */
const walkAgain: ActionRow = {
  ...walk,
  title: '再走一遍',
  when: [{ list: 'sections', done: true }],
}

/** 登记 of who is missing: by household and number, never by number of a paper. */
const missing = rows('missing', '失联、被困的人（哪一户、几个人）')

const reportMissing: ActionRow = {
  title: '有人失联或被困',
  event: 'people-missing',
  to: 'alerted',
  ...onPatrol,
  form: [missing],
  adds: { list: 'people', field: 'missing' },
  forwarded: true,
  tells: ['hub', 'called'],
}

const accountFor: ActionRow = {
  ...command,
  title: '找到了',
  event: 'people-found',
  when: [{ list: 'people', open: true }],
  form: [
    row('哪一户', 'people'),
    { ...unkept(result('怎么样', ['平安，在家', '平安，已转移', '已送医院', '不幸遇难'])) },
  ],
  ticks: { list: 'people' },
  forwarded: true,
  tells: ['hub'],
}

const changeLevel: ActionRow = {
  ...command,
  title: '升级或降级',
  event: 'level-changed',
  form: [level, words],
  publishes: { title: '预警级别变了', words: 'words', to: 'township' },
  deadline: { restart: 1 },
  forwarded: true,
  tells: ['area', 'called', 'county'],
}

const lift: ActionRow = {
  ...command,
  title: '解除预警',
  event: 'alert-lifted',
  to: 'lifted',
  when: [{ list: 'people', open: false }],
  form: [words],
  publishes: { title: '预警解除了', words: 'words', to: 'township' },
  forwarded: true,
  tells: ['area', 'called', 'county'],
}

export const emergencyDutyFlow = {
  name: 'emergencyDuty',
  version: 1,
  title: '应急值守',
  purpose: '发预警、巡查、救人，一个都不少',
  initial: 'alerted',
  openTo: 'duty.serve',
  openLists: ['sections'],
  mediaDays: MEDIA_DAYS,
  forgets: { lists: ['people'] },
  kinds: [
    { code: '1701', name: '防汛' },
    { code: '1702', name: '台风' },
    { code: '1703', name: '森林防火' },
    { code: '1704', name: '地质灾害' },
  ].map((kind) => ({
    ...kind,
    urgency: 'U1' as const,
    accept: minutes(5),
    handle: days(7),
    sensitivity: 'S1' as const,
  })),
  report: {
    title: '发布预警',
    permission: 'alert.issue',
    at: 'township',
    form: [level, words, optional(rows('sections', '巡查哪几段，几点前走完'))],
    adds: { list: 'sections', field: 'sections' },
    forwarded: true,
    tells: ['area', 'county'],
  },
  statuses: {
    alerted: {
      title: '预警中',
      sentence: '预警有效，巡查和值守在进行',
      deadline: {
        limit: hours(12),
        warns: 'alert.issue',
        marks: [
          { share: 1, tells: ['inCharge'], words: '预警满十二小时，请定：继续、升降还是解除' },
          { share: 1.5, tells: ['inCharge', 'county'] },
        ],
      },
      stage: 'handle',
      actions: {
        walk,
        walkAgain,
        floodHazard: hazardFound('0802', ['1701', '1702']),
        fireHazard: hazardFound('0801', ['1703']),
        slideHazard: hazardFound('0803', ['1704']),
        blowWhistle,
        reportMissing,
        listMissing: { ...reportMissing, ...command, title: '登记失联、被困的人' },
        accountFor,
        /** Whoever went to the rescue says it from there. */
        rescued: {
          ...accountFor,
          title: '救到了',
          permission: 'task.claim',
          relation: 'answering',
        },
        callRescue: {
          ...command,
          title: '派人救援',
          event: 'rescue-called',
          form: [owners('派哪些队伍'), unkept(line('rescue', '去哪里、救什么'))],
          calls: true,
          forwarded: true,
          tells: ['called'],
        },
        signCall: sign('alerted', '我们出发了'),
        answerCall: answerCall('alerted'),
        addSections: {
          ...command,
          title: '再加一轮巡查',
          event: 'sections-added',
          form: [rows('sections', '巡查哪几段，几点前走完')],
          adds: { list: 'sections', field: 'sections' },
          tells: ['area'],
        },
        announce: {
          ...command,
          title: '告诉群众',
          event: 'announced',
          form: [words],
          publishes: { title: '预警', words: 'words', to: 'township' },
          tells: ['area'],
        },
        changeLevel,
        keepOn: {
          ...command,
          title: '继续值守',
          event: 'kept-on',
          form: [note('为什么')],
          deadline: { restart: 1 },
        },
        lift,
      },
    },
    lifted: {
      title: '已解除',
      sentence: '预警解除了，正在写小结',
      deadline: { limit: days(3), warns: 'alert.issue' },
      stage: 'close',
      actions: {
        signCall: sign('lifted', '我们出发了'),
        answerCall: answerCall('lifted'),
        summarise: {
          ...command,
          title: '写小结',
          event: 'closed',
          to: 'closed',
          form: [
            count('moved', '转移了多少人', '人', 1_000_000),
            count('rescued', '救出多少人', '人', 1_000_000),
            result('小结', ['没有人员伤亡，险情都已处理']),
          ],
          forwarded: true,
          tells: ['county', 'called'],
          measure: 'closed',
          primary: true,
        },
        alertAgain: {
          ...command,
          title: '又发预警',
          event: 'alerted-again',
          form: [reason(['雨又大了', '水位又涨了']), level, words],
          publishes: { title: '又发预警', words: 'words', to: 'township' },
          forwarded: true,
          tells: ['area', 'called', 'county'],
        },
      },
    },
    closed: { title: '已结束', sentence: '这次应急结束了', ended: true, actions: {} },
  },
} as const satisfies FlowTable
