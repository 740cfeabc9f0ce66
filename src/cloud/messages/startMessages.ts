import { setTimeout as pause } from 'node:timers/promises'
import { DAY_MS, HOUR_MS } from '@domain/shared/instant'
import type { Context } from '../context'
import { makeLanes } from '../relay/lanes'
import { makePulse } from '../relay/pulse'
import { retryDelayMs } from '../relay/retryDelayMs'
import type { Queryable } from '../store/database'
import {
  claimMessages,
  findReachable,
  forgetMessages,
  hasDue,
  insertMessages,
  markMessage,
  readOn,
  type ClaimedMessage,
  type FeedNotice,
  type NewMessage,
} from '../store/messageStore'
import { audienceSearch, groupArea } from './audienceSearch'
import type { Carrier } from './carrier'
import { openCarriers } from './openCarriers'

/** 外发消息: tells people who have not opened the app. Any number of processes may run one each. */
export type Messages = {
  /** Takes nothing more and finishes what is in hand. */
  stop(): Promise<void>
  /** Works until nothing is due. */
  drain(bounds?: { readonly until?: AbortSignal }): Promise<void>
}

const NOTICES_AT_ONCE = 200
const MESSAGE_ATTEMPTS_MAX = 6
/** What was to be told a day ago is in the app; a late ringing at night helps nobody. */
const TOO_OLD_MS = DAY_MS
const KEPT_MS = 30 * DAY_MS
const FORGET_EVERY_MS = HOUR_MS
const LEASE_MS = 30_000
const TICK_MS = 1000
const GAP_MS = 200
const IDLE_LOOK_MS = 10

export function startMessages(
  context: Context,
  { listening = true, carriers = openCarriers(context.settings) }: Options = {},
): Messages {
  const onFault = (error: unknown) => context.log.error({ err: error }, 'messages fault')
  const lanes = makeLanes<{ carrier: Carrier; message: ClaimedMessage }>({
    atOnceMax: Math.max(1, ...carriers.map(({ atOnceMax }) => atOnceMax)),
    claim: (name, limit) => claim(context, carriers, name, limit),
    work: ({ carrier, message }) => carry(context, carrier, message),
    onFault,
  })
  let forgotAt = 0
  async function forget(): Promise<void> {
    const now = context.now()
    if (now - forgotAt < FORGET_EVERY_MS) return
    forgotAt = now
    await forgetMessages(context.database, context.countyId, now - KEPT_MS)
  }
  async function beat(): Promise<boolean> {
    if (carriers.length === 0) return false
    await forget()
    const told = await readOn(context.database, context.countyId, NOTICES_AT_ONCE, (tx, notices) =>
      address(context, tx, carriers, notices),
    )
    const due = await Promise.all(
      carriers.map(async ({ name }) => (await isDue(context, name)) && name),
    )
    for (const name of due) if (name) lanes.fill(name)
    return told > 0 || due.some(Boolean)
  }
  const pulse = makePulse({
    beat: async () => ((await beat()) ? 0 : TICK_MS),
    onFault,
    restMs: TICK_MS,
    gapMs: GAP_MS,
  })
  if (listening && carriers.length > 0) pulse.hurry()
  return {
    async stop() {
      lanes.close()
      await pulse.stop()
      await lanes.idle()
    },
    async drain({ until } = {}) {
      while (!until?.aborted && (await beat())) {
        await lanes.idle()
        await pause(IDLE_LOOK_MS)
      }
    },
  }
}

type Options = { readonly listening?: boolean; readonly carriers?: readonly Carrier[] }

function isDue({ database, countyId, now }: Context, carrier: Carrier['name']): Promise<boolean> {
  return hasDue(database, { countyId, carrier, now: now() })
}

async function claim(context: Context, carriers: readonly Carrier[], name: string, room: number) {
  const carrier = carriers.find((one) => one.name === name)
  if (!carrier) return []
  const now = context.now()
  const messages = await claimMessages(context.database, {
    countyId: context.countyId,
    carrier: carrier.name,
    now,
    leasedUntil: now + LEASE_MS,
    limit: Math.min(room, carrier.atOnceMax),
  })
  return messages.map((message) => ({ carrier, message }))
}

/** Who is behind each notice, and where each is reached. */
async function address(
  { countyId }: Context,
  tx: Queryable,
  carriers: readonly Carrier[],
  notices: readonly FeedNotice[],
): Promise<void> {
  for (const notice of notices) {
    const { audience, level } = notice
    const search = audienceSearch(audience)
    const people = search ? await findReachable(tx, countyId, search) : []
    const group = groupArea(audience)
    const messages = carriers.flatMap((carrier): NewMessage[] => {
      const found = people.map((person) => carrier.addressOf(person, level))
      const ofGroup = group && carrier.groupOf?.(group, level)
      const addresses = [...found, ofGroup].filter((one) => one !== undefined)
      return [...new Set(addresses)].map((one) => messageOf(notice, carrier, one))
    })
    await insertMessages(tx, countyId, messages)
  }
}

/** What is not for everybody's eyes is not for a screen that lies on a table, either. */
function messageOf(notice: FeedNotice, carrier: Carrier, to: string): NewMessage {
  const { noticeId, matterId, at, title, words, sensitivity } = notice
  const open = sensitivity === 'S0' || sensitivity === 'S1'
  const said = open ? { title, words } : { title: '有一件事和你有关', words: '请打开连心查看' }
  return { noticeId, matterId, at, ...said, carrier: carrier.name, address: to }
}

async function carry(context: Context, carrier: Carrier, message: ClaimedMessage): Promise<void> {
  const { database, countyId, now, log } = context
  const { noticeId, address: to, attempt } = message
  const mark = { countyId, carrier: carrier.name, noticeId, address: to }
  const carried = await carrier.send(message)
  const { outcome, answer } = carried
  if (outcome !== 'later')
    return markMessage(database, { ...mark, state: outcome, answer, now: now() })
  const nextAttemptAt = now() + (carried.waitMs ?? retryDelayMs(attempt, Math.random()))
  const over = attempt >= MESSAGE_ATTEMPTS_MAX || nextAttemptAt - message.at > TOO_OLD_MS
  if (over) log.warn({ carrier: carrier.name, noticeId, answer }, 'message abandoned')
  await markMessage(database, {
    ...mark,
    state: over ? 'abandoned' : 'waiting',
    answer,
    now: now(),
    ...(over ? {} : { nextAttemptAt }),
  })
}
