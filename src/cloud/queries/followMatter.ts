import { townshipOf } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import { getStatus } from '@domain/flow/getStatus'
import { isSensitive } from '@domain/kind/kind'
import type { Matter } from '@domain/matter/matter'
import { MINUTE_MS } from '@domain/shared/instant'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { FollowedMatter } from '@contract/api/followMatter'
import { findFollowed } from '../commands/followCode'
import { networkOf } from '../commands/networkOf'
import type { Context } from '../context'
import type { Caller, OpenHandler } from '../handler'
import { countAttempt, takeBackAttempt, type AttemptRule } from '../store/attempts'
import { findMatterByNumber, listHistory, type HistoryRow } from '../store/matterStore'
import { isoTime } from './isoTime'
import { spokenTime } from './viewMatters'

/** Many phones share one address of their provider; against fifty bits of code sixty guesses are nothing. */
const rule: AttemptRule = { failuresMax: 60, withinMs: 15 * MINUTE_MS, lockMs: 15 * MINUTE_MS }
/** Where the door does not know who calls, all callers share one count: few must not shut out all. */
const ofUnknown: AttemptRule = { ...rule, failuresMax: 1000 }

/** 凭码查询: whoever holds the code sees how far it has come. What may not be seen is answered like what never was. */
export const followMatter: OpenHandler<'followMatter'> = async (context, caller, { code }) => {
  const attempt = await takeAttempt(context, caller)
  if (attempt) return attempt
  const number = findFollowed(context, code)
  if (number === undefined) return refuse('follow.unknown')
  await giveBackAttempt(context, caller)
  const { database, countyId, flows } = context
  const matter = await findMatterByNumber(database, countyId, number)
  if (!matter || isSensitive(matter.sensitivity)) return refuse('follow.unknown')
  return { matter: await drawFollowed(context, flows.of(matter), matter) }
}

function keyOf({ address, wechatOpenid }: Caller) {
  return { subject: 'follow', address: networkOf(address ?? wechatOpenid ?? '') }
}

function ruleFor(caller: Caller): AttemptRule {
  return keyOf(caller).address === '' ? ofUnknown : rule
}

/** Counted before the code is looked at: whoever has guessed too often is not told when they guess right. */
async function takeAttempt(
  { database, countyId, now }: Context,
  caller: Caller,
): Promise<Refusal<'follow.too-many-attempts'> | undefined> {
  const counted = { key: keyOf(caller), rule: ruleFor(caller), now: now() }
  const attempt = await countAttempt(database, countyId, counted)
  if (attempt.admitted) return undefined
  return refuse('follow.too-many-attempts', { until: isoTime(attempt.until) })
}

function giveBackAttempt({ database, countyId }: Context, caller: Caller): Promise<void> {
  const { failuresMax } = ruleFor(caller)
  return takeBackAttempt(database, countyId, { key: keyOf(caller), failuresMax })
}

async function drawFollowed(
  context: Context,
  flow: FlowTable,
  matter: Matter,
): Promise<FollowedMatter> {
  const { title } = getStatus(flow, matter.status)
  const ended = matter.endedAt !== undefined
  const state = { number: matter.number, statusTitle: title, ended }
  if (matter.sensitivity !== 'S0') return state
  const rows = await listHistory(context.database, context.countyId, matter.id)
  return { ...state, open: drawOpen(context, flow, matter, rows) }
}

function drawOpen(
  { reference }: Context,
  flow: FlowTable,
  matter: Matter,
  rows: readonly HistoryRow[],
): FollowedMatter['open'] {
  const { dueAt, endedAt, receivedAt } = matter
  return {
    kindName: reference.kindView(matter.kind, matter.settingsVersion)?.name ?? '',
    flowTitle: flow.title,
    townshipName: reference.areaName(townshipOf(matter.areaCode)),
    sentence: nameless(getStatus(flow, matter.status).sentence, dueAt),
    receivedAt: isoTime(receivedAt),
    ...(dueAt === undefined || endedAt !== undefined ? {} : { dueAt: isoTime(dueAt) }),
    ...(endedAt === undefined ? {} : { endedAt: isoTime(endedAt) }),
    steps: stepsOf(flow, rows),
  }
}

/** Nobody's name, and no village, which an owner's name may hold. */
function nameless(sentence: string, dueAt: number | undefined): string {
  return sentence
    .replace('{owner}', '办理的人')
    .replace('{handler}', '有人')
    .replace('{due}', dueAt === undefined ? '尽快' : spokenTime(dueAt))
}

/** Each status it came to, and when; by whom and with what words is for those it concerns. */
function stepsOf(flow: FlowTable, rows: readonly HistoryRow[]) {
  const reached = rows.flatMap(({ at, events }) =>
    events.flatMap((event) => {
      if (event.type === 'MatterReported') return [{ at, status: event.matter.status }]
      return event.type === 'MatterMoved' ? [{ at, status: event.to }] : []
    }),
  )
  return reached
    .filter(({ status }, index) => reached[index - 1]?.status !== status)
    .map(({ at, status }) => ({ at: isoTime(at), title: getStatus(flow, status).title }))
}
