import type { ActionRow } from '../flow/flowTable'
import { note, owner, reason } from './fields'

/**
 * 陪护: somebody stays with a person who cannot help themselves, and says so every quarter of an hour; the hub is told
 * of each quarter that passed in silence. It is for the safety of both, so it asks for no place and keeps no track.
 */
const QUARTER_HOURS = 0.25

const nextRound = { list: 'rounds', title: '陪护报平安', hours: QUARTER_HOURS } as const

const stay: ActionRow = {
  title: '我守着',
  event: 'companion-stayed',
  to: '',
  permission: 'matter.report',
  relation: 'reporter',
  when: [{ field: 'accompanied', isNot: true }],
  form: [],
  task: 'take',
  rounds: nextRound,
  sets: { accompanied: true },
  forwarded: false,
  tells: ['hub'],
  primary: true,
}

/** Until somebody is there the quarter runs as well, so that nobody stands alone because each thought of the other. */
const sendCompanion: ActionRow = {
  title: '派人去守着',
  event: 'companion-sent',
  to: '',
  permission: 'matter.dispatch',
  form: [owner, note('给他的话')],
  task: 'open',
  deadline: 'keep',
  rounds: nextRound,
  sets: { accompanied: null },
  forwarded: false,
  tells: ['taskOwner'],
}

const goStay: ActionRow = {
  ...stay,
  title: '我到了，守着',
  relation: 'taskOwner',
  task: 'claim',
  tells: ['reporter', 'hub'],
}

const checkIn: ActionRow = {
  title: '报平安',
  event: 'companion-checked-in',
  to: '',
  permission: 'matter.report',
  relation: 'assignee',
  when: [{ field: 'accompanied', is: true }],
  form: [note('情况有变就说一句')],
  rounds: nextRound,
  forwarded: false,
  tells: [],
  primary: true,
}

const leave: ActionRow = {
  title: '我守不了了',
  event: 'companion-left',
  to: '',
  permission: 'matter.report',
  relation: 'assignee',
  when: [{ field: 'accompanied', is: true }],
  form: [reason(['我有急事，请换人', '已交给到场的人'])],
  task: 'drop',
  rounds: { list: 'rounds', title: '陪护报平安' },
  sets: { accompanied: null },
  forwarded: false,
  tells: ['hub', 'reporter'],
}

/** The steps of whoever stays, in a status; none of them moves the matter on or touches its time. */
export function companionIn(status: string): Record<string, ActionRow> {
  const rows = { stay, goStay, checkIn, sendCompanion, leave }
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, { ...row, to: status }]),
  )
}
