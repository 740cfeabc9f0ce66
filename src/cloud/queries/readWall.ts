import { can, holds } from '@domain/access/actor'
import { areaLevels, villageOf } from '@domain/area/areaCode'
import { getStatus } from '@domain/flow/getStatus'
import type { Matter } from '@domain/matter/matter'
import { chinaDay, DAY_MS, startOfChinaDay, type Instant } from '@domain/shared/instant'
import { refuse } from '@domain/shared/refusal'
import { WALL_MARKS_MAX, WALL_ROWS_MAX } from '@contract/api/readWall'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { toDatum } from '../reference/toDatum'
import { countWall, listWallLately, listWallOpen } from '../store/wallStore'
import { isoTime } from './isoTime'

type Wall = ResponseOf<Operations['readWall']>

/** 大屏, for whoever reads the numbers of the area; a post that reads and nothing else is enough. */
export const readWall: Handler<'readWall'> = async (context, actor, { areaCode }) => {
  if (!holds(actor, 'numbers.read')) return refuse('access.not-permitted')
  if (!can(actor, 'numbers.read', areaCode)) return refuse('access.outside-jurisdiction')
  const { database, countyId, reference } = context
  if (areaCode.length >= areaLevels.grid || !reference.findArea(areaCode))
    return refuse('matter.unknown-area', { areaCode })
  const now = context.now()
  const dayStart = startOfChinaDay(chinaDay(now))
  const moments = { now, dayStart, dayEnd: dayStart + DAY_MS }
  const open = await listWallOpen(database, countyId, areaCode, WALL_MARKS_MAX)
  const lately = await listWallLately(database, countyId, areaCode, WALL_ROWS_MAX)
  // A flow that is kept to few hangs on no wall, whatever its matters are marked as.
  const shown = (matter: Matter) => context.flows.of(matter).keptTo === undefined
  return {
    area: { code: areaCode, name: reference.areaName(areaCode) },
    cutOff: isoTime(now),
    counts: await countWall(database, countyId, areaCode, moments),
    datum: reference.gridDatum(),
    marks: open.filter(shown).flatMap((matter) => markOf(context, matter, now)),
    due: open
      .filter(shown)
      .filter(({ dueAt }) => dueAt !== undefined)
      .slice(0, WALL_ROWS_MAX)
      .map((matter) => rowOf(context, matter, matter.dueAt ?? now)),
    lately: lately.filter(shown).map((matter) => rowOf(context, matter, matter.receivedAt)),
  }
}

function markOf({ reference }: Context, matter: Matter, now: Instant): Wall['marks'] {
  if (!matter.place) return []
  const [longitude, latitude] = toDatum(matter.place, reference.gridDatum())
  const overdue = (matter.dueAt ?? Infinity) < now
  return [{ longitude, latitude, urgency: matter.urgency, overdue }]
}

function rowOf({ flows, reference }: Context, matter: Matter, at: Instant): Wall['due'][number] {
  const flow = flows.of(matter)
  return {
    flowTitle: flow.title,
    kindName: reference.kindView(matter.kind, matter.settingsVersion)?.name ?? matter.kind,
    areaName: reference.areaName(villageOf(matter.areaCode)),
    statusTitle: getStatus(flow, matter.status).title,
    urgency: matter.urgency,
    at: isoTime(at),
  }
}
