import { keepsOwnAccount, type Actor } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import { townshipOf } from '@domain/area/areaCode'
import { CONSENT_VERSION, type MyData } from '@contract/api/myData'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { listConsents, listReaders, readOwnCounts, type ReaderRow } from '../store/myDataStore'
import { listOwnHoldings, type OwnHoldingRow } from '../store/holdingStore'
import { isoTime } from './isoTime'
import { HOLDINGS_KEPT_MS } from './readHoldings'
import { viewPerson } from './whoAmI'

const CONSENTS_MAX = 50
const READERS_MAX = 50

/** 我的信息: only one's own, whoever asks. */
export const readMyData: Handler<'readMyData'> = async (context, actor) => ({
  data: await viewMyData(context, actor),
})

export async function viewMyData(context: Context, actor: Actor): Promise<MyData> {
  const { database, countyId } = context
  const { personId } = actor
  const now = context.now()
  const own = await readOwnCounts(database, countyId, { personId, now })
  const consents = await listConsents(database, countyId, { personId, limit: CONSENTS_MAX })
  const readers = await listReaders(database, countyId, { personId, limit: READERS_MAX })
  const heardSince = now - HOLDINGS_KEPT_MS
  const holdings = await listOwnHoldings(database, countyId, { personId, heardSince })
  return {
    // The name as it is now: a process may know an older one for some seconds.
    person: { ...viewPerson(context, actor), name: own.name },
    phone: own.phone,
    selfManaged: keepsOwnAccount(actor),
    consentVersion: CONSENT_VERSION,
    consents: consents.map(({ version, given, at }) => ({ version, given, at: isoTime(at) })),
    readers: readers.map((row) => drawReader(context, row)),
    openSessions: own.sessions,
    matters: own.matters,
    holdings: holdings.map(drawHolding),
  }
}

function drawHolding({ held, since, heard_at }: OwnHoldingRow) {
  return {
    items: held.reports + held.actions,
    media: held.photos + held.voices + held.films,
    since: isoTime(since),
    heardAt: isoTime(heard_at),
  }
}

function drawReader({ reference }: Context, { at, number, role, area_code: area }: ReaderRow) {
  return {
    at: isoTime(at),
    number,
    roleTitle: role ? roles[role].title : '',
    areaName: area ? reference.areaName(townshipOf(area)) : '',
  }
}
