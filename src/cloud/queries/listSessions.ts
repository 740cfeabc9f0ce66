import { can } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findAccount } from '../store/peopleStore'
import { listOpenSessions } from '../store/sessionList'
import { isoTime } from './isoTime'

/** One's own; another's for whoever may end them. */
export const listSessions: Handler<'listSessions'> = async (context, actor, request, caller) => {
  const { database, countyId, now } = context
  const { account } = request
  const other = account === undefined ? undefined : await findAccount(database, countyId, account)
  if (account !== undefined && other?.person_id !== actor.personId) {
    if (!can(actor, 'account.unlock', String(countyId))) return refuse('access.not-permitted')
    if (!other) return refuse('person.not-found')
  }
  const personId = other?.person_id ?? actor.personId
  const whose = { personId, token: caller?.token, now: now() }
  const rows = await listOpenSessions(database, countyId, whose)
  return {
    items: rows.map((row) => ({
      sessionId: row.session_id,
      how: row.how,
      address: row.address,
      begunAt: isoTime(row.created_at),
      seenAt: isoTime(row.seen_at),
      own: row.own,
    })),
  }
}
