import { dueOf, extendTime, resumeTime, startTime, stopTime, toldAt } from '../deadline/runningTime'
import type { RunningTime, Shares } from '../deadline/runningTime'
import { textOf } from '../form/formField'
import type { Fields } from '../form/formField'
import type { Kind, TimeLimit } from '../kind/kind'
import type { Matter } from '../matter/matter'
import { DAY_MS, HOUR_MS, type Instant } from '../shared/instant'
import {
  usualMarks,
  type ActionRow,
  type DeadlineRow,
  type FlowTable,
  type MarkRow,
  type StatusRow,
} from './flowTable'
import type { Surroundings } from './surroundings'

/** The time a matter has after a step, and when it runs out. */
export type TimeLeft = {
  readonly time?: RunningTime
  readonly dueAt?: Instant
  /** 挂账: the time that stands still while the matter waits. */
  readonly held?: RunningTime
}

/** Whoever only adds to a matter where it stands does not push its deadline away; a new owner gets the time anew. */
export function timeAfter(
  flow: FlowTable,
  row: Pick<ActionRow, 'to' | 'task' | 'deadline'>,
  matter: Matter,
  fields: Fields | undefined,
  surroundings: Surroundings,
): TimeLeft {
  const next = flow.statuses[row.to]
  if (!next) return {}
  const change = row.deadline ?? usualChange(row, next, matter)
  if (typeof change === 'object' && 'restart' in change)
    return timeOf(next, fields, surroundings, change.restart)
  const own = timeOf(next, fields, surroundings)
  return changedTime(matter, change, { own, shares: sharesOf(next) }, surroundings)
}

function usualChange(
  { to, task }: Pick<ActionRow, 'to' | 'task'>,
  next: StatusRow,
  matter: Matter,
): NonNullable<ActionRow['deadline']> {
  const stays = to === matter.status && task !== 'open'
  return stays || next.deadline === 'continues' ? 'keep' : { restart: 1 }
}

/** A status's own time, from now; a share of it for what is done over again. */
export function timeOf(
  status: StatusRow,
  fields: Fields | undefined,
  { kind, calendar, now }: Pick<Surroundings, 'kind' | 'calendar' | 'now'>,
  share = 1,
): TimeLeft {
  if (!status.deadline || status.deadline === 'continues') return {}
  const limit = limitOf(status.deadline, kind, fields, now)
  if (!limit) return {}
  const whole = { ...limit, hours: limit.hours * share * shareOf(status.deadline, fields) }
  const time = startTime(whole, now, sharesOf(status), calendar)
  return { time, dueAt: dueOf(time, calendar) }
}

function shareOf({ shorter }: DeadlineRow, fields: Fields | undefined): number {
  return shorter && fields?.[shorter.field] === shorter.is ? shorter.share : 1
}

type Change = Exclude<NonNullable<ActionRow['deadline']>, { readonly restart: number }>

function changedTime(
  matter: Matter,
  change: Change,
  next: { readonly own: TimeLeft; readonly shares: Shares },
  { now, calendar }: Surroundings,
): TimeLeft {
  const { time, dueAt, held } = matter
  if (change === 'stop')
    return { ...next.own, ...(time ? { held: stopTime(time, now, calendar) } : {}) }
  if (change === 'resume')
    return held ? withDue(resumeTime(held, now, next.shares, calendar), calendar) : next.own
  if (change !== 'keep' && time)
    return withDue(extendTime(time, change.extend, now, next.shares, calendar), calendar)
  return {
    // What it says on the way is from here on said by the marks of where it stands now.
    ...(time ? { time: toldAt(time, time.told, next.shares, calendar) } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(held ? { held } : {}),
  }
}

function withDue(time: RunningTime, calendar: Surroundings['calendar']): TimeLeft {
  return { time, dueAt: dueOf(time, calendar) }
}

function limitOf(
  { limit }: DeadlineRow,
  kind: Kind,
  fields: Fields | undefined,
  now: Instant,
): TimeLimit | undefined {
  if (limit === 'kind.accept') return kind.accept
  if (limit === 'kind.handle') return kind.handle
  if ('until' in limit) {
    const end = endOf(textOf(fields, limit.until))
    return end === undefined
      ? undefined
      : {
          hours: Math.max(0, (end - now) / HOUR_MS - (limit.hoursBefore ?? 0)),
          clock: 'elapsed',
        }
  }
  return 'clock' in limit ? limit : limit[kind.urgency]
}

/** A moment as it stands; a day runs until its end in China. */
export function endOf(written: string | undefined): Instant | undefined {
  if (written === undefined) return undefined
  return /^\d{4}-\d{2}-\d{2}$/.test(written)
    ? Date.parse(`${written}T00:00:00+08:00`) + DAY_MS
    : Date.parse(written)
}

/** Marks of the status the clock was started for; one that continues another's takes the flow's usual ones. */
export function marksOf(status: StatusRow): readonly MarkRow[] {
  const { deadline } = status
  return (typeof deadline === 'object' && deadline.marks) || usualMarks
}

/** Every share at which somebody is told or something happens by itself, smallest first. */
export function sharesOf(status: StatusRow): Shares {
  const automatic = Object.values(status.actions).flatMap((row) =>
    typeof row.automatic === 'object' ? [row.automatic.share] : [],
  )
  const shares = [...marksOf(status).map((mark) => mark.share), ...automatic]
  return [...new Set(shares)].sort((one, other) => one - other)
}
