import { can } from '@domain/access/actor'
import { mayRead } from '@domain/matter/mayRead'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { findMatter } from '../store/matterStore'
import { endPresence, extendPresence, listPresence } from '../store/presenceStore'

/** Three words of a console; one that is silent for longer has gone. */
export const PRESENCE_LEASE_MS = 30_000
/** More than this look at one matter: the line says no more names. */
const PRESENT_MAX = 20

/** 在看: a lease of some seconds, so that nobody has to say that they went. It is kept no longer and counted nowhere. */
export const attendMatter: Handler<'attendMatter'> = async (context, actor, request) => {
  const { database, countyId, now } = context
  const { matterId, leaves } = request
  const matter = await findMatter(database, countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  if (!can(actor, 'matter.accept', matter.areaCode)) return refuse('access.not-permitted')
  if (!mayRead(actor, matter, context.flows.of(matter), now()))
    return refuse('access.outside-jurisdiction')
  const at = now()
  const { personId } = actor
  if (leaves) await endPresence(database, countyId, { matterId, personId })
  else
    await extendPresence(database, countyId, {
      matterId,
      personId,
      at,
      until: at + PRESENCE_LEASE_MS,
    })
  const rows = await listPresence(database, countyId, { matterId, at, limit: PRESENT_MAX })
  const here = rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    since: isoTime(new Date(row.since).getTime()),
  }))
  context.presence.tell({ matterId, here })
  return { here: here.filter((one) => one.personId !== personId) }
}
