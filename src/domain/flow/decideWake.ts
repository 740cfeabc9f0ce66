import { atShare, toldAt } from '../deadline/runningTime'
import type { RunningTime } from '../deadline/runningTime'
import { evolveAll } from '../matter/evolveMatter'
import type { Matter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import { followUps, meetsAll } from './decideMatter'
import type { ActionRow, FlowTable } from './flowTable'
import { getStatus } from './getStatus'
import { moveMatter } from './moveMatter'
import type { Surroundings } from './surroundings'
import { sharesOf } from './timeAfter'

/**
 * What the clock says of a matter: every mark of its deadline that has come, each once, however long nobody looked;
 * rows whose day has gone; photos whose time is over; and what the table lets happen by itself.
 */
export function decideWake(
  flow: FlowTable,
  matter: Matter,
  surroundings: Surroundings,
): MatterEvent[] {
  const all: MatterEvent[] = []
  for (let turn = 0; turn < TURNS_MAX; turn++) {
    const events = wakeOnce(flow, evolveAll(matter, all) ?? matter, surroundings)
    all.push(...events)
    if (!events.some(({ type }) => type === 'MatterMoved')) break
  }
  return all
}

/** After a long sleep the time of where it went may be over as well; more than a few is a table that runs in a ring. */
const TURNS_MAX = 5

function wakeOnce(flow: FlowTable, matter: Matter, surroundings: Surroundings): MatterEvent[] {
  const events = [
    ...(matter.endedAt === undefined ? marksPassed(flow, matter, surroundings) : []),
    ...(matter.endedAt === undefined ? rowsPassed(matter, surroundings) : []),
    ...mediaOver(flow, matter, surroundings),
  ]
  const then = evolveAll(matter, events) ?? matter
  const automatic = dueActions(flow, matter, events)
    .filter(({ row }) => meetsAll(row, then, surroundings))
    .slice(0, 1)
    .flatMap((next) => moveMatter(flow, then, { ...next, input: {} }, surroundings))
  const all = [...events, ...automatic]
  return automatic.length === 0 ? all : [...all, ...followUps(flow, matter, all, surroundings)]
}

function marksPassed(flow: FlowTable, matter: Matter, surroundings: Surroundings): MatterEvent[] {
  const { now, calendar } = surroundings
  const { status, time, dueAt } = matter
  if (dueAt === undefined) return []
  const { stage, actions } = getStatus(flow, status)
  const staged = stage === undefined ? {} : { stage }
  // A matter from before its time was kept knows one mark: that it is due.
  if (!time)
    return now < dueAt || matter.overdueSince !== undefined
      ? []
      : [{ type: 'DeadlinePassed', status, dueAt, at: now, ...staged }]
  const shares = sharesOf(getStatus(flow, status))
  const passed = shares.filter(
    (share) => share > time.told && atShare(time, share, calendar) <= now,
  )
  // A time that is meant to run out (a vote, a shift) makes nobody late.
  const endsByItself = (share: number) =>
    Object.values(actions).some((row) => isTimed(row, share) && meetsAll(row, matter, surroundings))
  return passed.map((share): MatterEvent => {
    const told: RunningTime = toldAt(time, share, shares, calendar)
    const mark = { status, share, dueAt, at: now, time: told }
    return share < 1 || endsByItself(share)
      ? { type: 'DeadlineNeared', ...mark }
      : { type: 'DeadlinePassed', ...mark, ...staged }
  })
}

function rowsPassed({ lists }: Matter, { now }: Surroundings): MatterEvent[] {
  return Object.entries(lists ?? {}).flatMap(([list, rows]) =>
    rows
      .filter(
        ({ dueAt, doneAt, overdue }) => !overdue && doneAt === undefined && isPast(dueAt, now),
      )
      .map(({ key }): MatterEvent => ({ type: 'RowOverdue', list, key, at: now })),
  )
}

function mediaOver(
  { forgets }: FlowTable,
  { mediaUntil, photos }: Matter,
  { now }: Surroundings,
): MatterEvent[] {
  if (!isPast(mediaUntil, now)) return []
  const fileIds = photos.map(({ fileId }) => fileId)
  return [{ type: 'MediaDeleted', fileIds, ...forgets, at: now }]
}

function isPast(moment: number | undefined, now: number): boolean {
  return moment !== undefined && moment <= now
}

/** Actions that the table gives to the clock at one of the shares that have just been reached. */
function dueActions(
  flow: FlowTable,
  { status }: Matter,
  events: readonly MatterEvent[],
): { action: string; row: ActionRow }[] {
  const reached = new Set(events.flatMap((event) => ('share' in event ? [event.share] : [])))
  return Object.entries(getStatus(flow, status).actions)
    .map(([action, row]) => ({ action, row }))
    .filter(({ row }) => [...reached].some((share) => isTimed(row, share)))
}

function isTimed({ automatic }: ActionRow, share: number): boolean {
  return typeof automatic === 'object' && automatic.share === share
}
