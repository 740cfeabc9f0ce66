import type { ActionRow, FlowTable } from '../flow/flowTable'
import type { FormField } from '../form/formField'
import { companionIn } from './companion'
import {
  area,
  choice,
  consent,
  line,
  note,
  optional,
  person,
  phone,
  reason,
  result,
  text,
  toAll,
  toReporter,
} from './fields'
import { hours } from './limits'
import { accept, withdraw } from './rows'

const decline: ActionRow = {
  title: '不用查找',
  event: 'declined',
  to: 'declined',
  permission: 'matter.accept',
  form: [toReporter(reason(['人已回家', '是认识的人，不用找', '请直接拨 110 或 120']))],
  forwarded: true,
  tells: ['reporter'],
}

/** What the ring reads beside the photo: no name, no illness (精神卫生法 Art. 4). */
const looks = toAll(text('looks', '长什么样、穿什么、什么口音（不写病情）', 200))

const openSearch: ActionRow = {
  title: '问全镇网格员',
  event: 'search-opened',
  to: 'searching',
  permission: 'matter.dispatch',
  form: [area('ring', '问哪里的网格员'), looks],
  forwarded: true,
  tells: ['ring', 'reporter'],
  measure: 'dispatched',
  primary: true,
}

const answer: FormField = {
  name: 'known',
  title: '认识吗',
  type: 'choice',
  required: true,
  max: 1,
  choices: [
    { value: 'yes', title: '认识' },
    { value: 'maybe', title: '可能认识' },
    { value: 'no', title: '不认识' },
  ],
}

/** To the hub and nobody else: what one person knows of another does not go round. */
function answerSearch(status: string): ActionRow {
  return {
    title: '告诉镇里认不认识',
    event: 'search-answered',
    to: status,
    permission: 'search.answer',
    relation: 'ring',
    form: [answer, note('是谁家的人、怎么联系（只有镇里看得到）')],
    enters: { roll: 'answers', counts: 'known' },
    forwarded: false,
    tells: ['hub'],
    primary: true,
  }
}

function widen(status: string): ActionRow {
  return {
    title: '扩大范围',
    event: 'search-widened',
    to: status,
    permission: 'matter.dispatch',
    form: [area('ring', '扩大到哪里'), optional(looks)],
    forwarded: false,
    tells: ['ring'],
  }
}

/** 认出来了: the finder and whoever knew the person both helped; the hub says so, not they. */
const confirmKnown: ActionRow = {
  title: '有人认识，正在来',
  event: 'recognised',
  to: 'known',
  permission: 'matter.confirm',
  relation: 'uninvolved',
  form: [
    optional(person('recogniser', '谁认出来的')),
    text('coming', '谁来接、什么关系、几点到', 200),
  ],
  confirms: true,
  pays: { rule: 'recognised', to: { named: 'recogniser' }, points: 'kind.base' },
  forwarded: true,
  tells: ['reporter', 'assignee'],
}

const notKnown: ActionRow = {
  title: '认错了，接着找',
  event: 'not-recognised',
  to: 'searching',
  permission: 'matter.dispatch',
  form: [reason(['来的人说不是', '电话打不通，没有人来'])],
  sets: { recogniser: null, coming: null },
  forwarded: false,
  tells: ['ring', 'reporter', 'assignee'],
}

/** 转派出所: found by nobody for two hours, it is for the police (救助管理办法 Art. 5 for the way to the relief station). */
const referToPolice: ActionRow = {
  title: '已转派出所',
  event: 'referred-to-police',
  to: 'withPolice',
  permission: 'matter.dispatch',
  form: [line('police', '哪个派出所，谁接的'), note('说明')],
  deadline: { restart: 1 },
  forwarded: true,
  tells: ['reporter', 'assignee'],
}

const toFamily: ActionRow = {
  title: '家属接走了',
  event: 'handed-over',
  to: 'handedOver',
  permission: 'matter.report',
  relation: 'assignee',
  form: [
    line('receiver', '接人的家属'),
    line('kinship', '与本人什么关系'),
    phone('receiverPhone', '家属电话'),
    note('说明'),
  ],
  sets: { receivedBy: 'family', accompanied: null },
  task: 'finish',
  rounds: { list: 'rounds', title: '陪护报平安' },
  forwarded: true,
  tells: ['hub', 'reporter'],
}

const toOffice: ActionRow = {
  ...toFamily,
  title: '送救助站、医院或派出所',
  form: [
    choice('receivedBy', '交给谁', { relief: '救助站', hospital: '医院', police: '派出所' }),
    line('receiver', '经手人'),
    phone('receiverPhone', '经手人电话'),
    note('说明'),
  ],
  sets: { accompanied: null },
}

/** 交接: written by whoever stays, or by the hub for somebody whose phone is dead. */
const handOvers = {
  handOverToFamily: toFamily,
  handOverToOffice: toOffice,
  recordFamily: familyByHub(),
  recordOffice: officeByHub(),
} as const satisfies Record<string, ActionRow>

function familyByHub(): ActionRow {
  const { relation: _companion, ...row } = toFamily
  return { ...row, permission: 'matter.dispatch', tells: ['reporter', 'assignee'] }
}

function officeByHub(): ActionRow {
  const { relation: _companion, ...row } = toOffice
  return { ...row, permission: 'matter.dispatch', tells: ['reporter', 'assignee'] }
}

const close: ActionRow = {
  title: '结案',
  event: 'closed',
  to: 'closed',
  permission: 'matter.close',
  when: [{ field: 'receivedBy', isNot: 'family' }],
  form: [result('告诉上报人的话', ['人已平安交接，谢谢您'])],
  confirms: true,
  forwarded: true,
  tells: ['reporter', 'assignee'],
  measure: 'closed',
  primary: true,
}

const closeFamily: ActionRow = {
  ...close,
  title: '核对家属后结案',
  when: [{ field: 'receivedBy', is: 'family' }],
  form: [
    consent('verified', '已打电话核对', '已拨打家属电话，核对了姓名、与本人的关系，人已平安'),
    result('告诉上报人的话', ['家里人已接到，谢谢您']),
  ],
}

/** A search is over for the ring after two hours and these. */
const untilADay = hours(22)

const expireSearch: ActionRow = {
  title: '收回查找',
  event: 'search-expired',
  to: 'expired',
  permission: 'matter.dispatch',
  automatic: { share: 1 },
  form: [],
  deadline: { restart: 1 },
  sets: { ring: null },
  forwarded: false,
  tells: ['hub', 'reporter', 'assignee'],
}

/**
 * 身份查找: somebody who cannot say who they are is found; the workers of the township, then of the county, are asked
 * without a picture in any push (S3), answer the hub alone, and lose sight of it after a day; somebody stays until
 * the hand-over. Law: 精神卫生法 Art. 4 and 28, 救助管理办法 Art. 5, PIPL Art. 28 and 19 (photos go after 30 days).
 */
export const identitySearchFlow = {
  name: 'identitySearch',
  version: 1,
  title: '身份查找',
  purpose: '遇到走失、说不清自己是谁的人，马上报给镇里',
  begunBy: ['0701'],
  initial: 'reported',
  sensitivity: 'S3',
  ringIn: ['searching', 'unknown', 'withPolice'],
  mediaDays: 30,
  forgets: { fields: ['looks', 'coming', 'receiver', 'receiverPhone'] },
  report: {
    title: '有人需要帮助',
    permission: 'matter.report',
    at: 'grid',
    photosMax: 1,
    form: [],
    forwarded: true,
    tells: ['hub'],
  },
  statuses: {
    reported: {
      title: '已上报',
      sentence: '已送到镇里。请先陪着他，别让他走远；有危险马上拨 110 或 120',
      deadline: { limit: hours(10 / 60), warns: 'matter.accept' },
      stage: 'accept',
      actions: {
        openSearch,
        accept,
        ...companionIn('reported'),
        ...handOvers,
        decline,
        withdraw,
      },
    },
    accepted: {
      title: '已受理',
      sentence: '镇里已接到，正在安排人去问、去接',
      deadline: { limit: hours(5 / 60), warns: 'matter.dispatch' },
      stage: 'dispatch',
      actions: { openSearch, confirmKnown, ...companionIn('accepted'), ...handOvers, decline },
    },
    searching: {
      title: '正在找人认',
      sentence: '镇里正在问网格员谁认识他，请先陪着',
      deadline: {
        limit: hours(2),
        warns: 'matter.dispatch',
        marks: [
          { share: 1 / 8, tells: ['inCharge'], words: '15 分钟了还没人认出来，要不要扩大范围' },
          { share: 1 / 4, tells: ['inCharge'], words: '半小时了还没人认出来，建议问全县' },
          { share: 1, tells: ['inCharge', 'county'], words: '两小时没人认出来，请转派出所' },
        ],
      },
      stage: 'handle',
      actions: {
        answerSearch: answerSearch('searching'),
        confirmKnown: { ...confirmKnown, primary: true },
        widen: widen('searching'),
        ...companionIn('searching'),
        ...handOvers,
        referToPolice,
        passTwoHours: {
          title: '两小时没人认出',
          event: 'search-unanswered',
          to: 'unknown',
          permission: 'matter.dispatch',
          automatic: { share: 1 },
          form: [],
          forwarded: true,
          tells: ['hub', 'reporter', 'assignee'],
        },
      },
    },
    unknown: {
      title: '没人认出',
      sentence: '两小时没有人认出来，镇里正在转派出所，请再陪一会儿',
      deadline: {
        limit: untilADay,
        warns: 'matter.dispatch',
        marks: [
          {
            share: 1 / 132,
            tells: ['inCharge', 'county'],
            words: '十分钟前就该转派出所，请马上转',
          },
        ],
      },
      stage: 'handle',
      actions: {
        referToPolice: { ...referToPolice, deadline: 'keep', primary: true },
        answerSearch: answerSearch('unknown'),
        confirmKnown,
        widen: widen('unknown'),
        ...companionIn('unknown'),
        ...handOvers,
        expireSearch,
      },
    },
    withPolice: {
      title: '派出所在查',
      sentence: '派出所在查他是谁，镇里也还在问',
      deadline: {
        limit: untilADay,
        warns: 'matter.dispatch',
        marks: [{ share: 0.5, tells: ['inCharge'], words: '半天了，请问一问派出所' }],
      },
      stage: 'handle',
      actions: {
        answerSearch: answerSearch('withPolice'),
        confirmKnown: { ...confirmKnown, primary: true },
        widen: widen('withPolice'),
        ...companionIn('withPolice'),
        ...handOvers,
        expireSearch,
      },
    },
    expired: {
      title: '查找已收回',
      sentence: '找了一天没有人认出来，由派出所和救助站接着办',
      deadline: { limit: hours(72), warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        ...handOvers,
        recordOffice: { ...handOvers.recordOffice, primary: true },
        confirmKnown,
        referToPolice: { ...referToPolice, to: 'expired', deadline: 'keep' },
        ...companionIn('expired'),
      },
    },
    known: {
      title: '有人认识',
      sentence: '有人认出来了，正在来接，请等人到了再走',
      deadline: { limit: hours(2), warns: 'matter.dispatch' },
      stage: 'handle',
      actions: {
        ...handOvers,
        recordFamily: { ...handOvers.recordFamily, primary: true },
        notKnown,
        ...companionIn('known'),
      },
    },
    handedOver: {
      title: '已交接',
      sentence: '人已接走，镇里核对后结案',
      deadline: { limit: hours(4), warns: 'matter.close' },
      stage: 'close',
      actions: { close, closeFamily },
    },
    closed: { title: '已结案', sentence: '人已平安交接，谢谢您', ended: true, actions: {} },
    declined: { title: '不用查找', sentence: '不用再找，原因在下面', ended: true, actions: {} },
    withdrawn: { title: '已撤回', sentence: '您已撤回', ended: true, actions: {} },
  },
} as const satisfies FlowTable
