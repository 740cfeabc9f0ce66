import type { Matter } from '../matter/matter'
import type { Instant } from '../shared/instant'

/** When the clock has something to say of this matter: a mark of its deadline, a row's day, its photos' end. */
export function wakeAtOf(matter: Matter): Instant | undefined {
  const rows = Object.values(matter.lists ?? {}).flat()
  const days = rows.filter((row) => !row.overdue && row.doneAt === undefined)
  const ends = matter.endedAt === undefined
  const moments = [
    ends ? (matter.time ? matter.time.wakeAt : legacyDue(matter)) : undefined,
    ...(ends ? days.map((row) => row.dueAt) : []),
    matter.mediaUntil,
    matter.merging?.until,
  ].filter((moment) => moment !== undefined)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** A matter from before its time was kept knows only when it is due. */
function legacyDue({ dueAt, overdueSince }: Matter): Instant | undefined {
  return overdueSince === undefined ? dueAt : undefined
}
