import { townshipOf } from '@domain/area/areaCode'
import { getStatus } from '@domain/flow/getStatus'
import { isSensitive } from '@domain/kind/kind'
import { mayRead } from '@domain/matter/mayRead'
import { isRefusal } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { metresBetween } from '../reference/metresBetween'
import { listOpenOfTownship } from '../store/nearStore'
import { findForDesk } from './findForDesk'

/** As far as somebody walks who is there already. */
export const NEAR_METRES_MAX = 300
const NEAR_SHOWN_MAX = 10
/** What is due next in the township: more are not looked through for one page. */
const NEAR_LOOKED_AT_MAX = 500

/** 附近没办完的事: whoever goes there may see to both. Of what few may read nothing is said. */
export const listNear: Handler<'listNear'> = async (context, actor, { matterId }) => {
  const matter = await findForDesk(context, actor, matterId, 'matter.read')
  if (isRefusal(matter)) return matter
  const { place, areaCode } = matter
  if (!place) return { items: [] }
  const { database, countyId, flows, now } = context
  const township = townshipOf(areaCode)
  const open = await listOpenOfTownship(database, countyId, township, NEAR_LOOKED_AT_MAX)
  const near = open
    .filter((one) => one.id !== matter.id && !isSensitive(one.sensitivity))
    .filter((one) => mayRead(actor, one, flows.of(one), now()))
    .flatMap((one) => (one.place ? [{ one, metres: metresBetween(place, one.place) }] : []))
    .filter(({ metres }) => metres <= NEAR_METRES_MAX)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, NEAR_SHOWN_MAX)
  return {
    items: near.map(({ one, metres }) => ({
      matterId: one.id,
      number: one.number,
      title: context.reference.kindView(one.kind, one.settingsVersion)?.name ?? one.kind,
      statusTitle: getStatus(flows.of(one), one.status).title,
      metres: Math.round(metres),
    })),
  }
}
