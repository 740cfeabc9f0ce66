import { chinaDateDigits, type Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/**
 * The serial of the day in a matter's number. A process leases serials a hundred at a time, outside any report's
 * transaction: a counter row locked by each report would make the whole county wait for one disk write after another.
 * Serials may therefore be skipped, never repeated.
 */
const LEASE_SIZE = 100

export type NumberLease = { nextSerial(at: Instant): Promise<number> }

type Lease = { readonly day: string; next: number; readonly end: number }

export function makeNumberLease(database: Queryable, countyId: number): NumberLease {
  let current: Lease | undefined
  let pending: Promise<void> | undefined
  async function renew(day: string): Promise<void> {
    const end = await leaseSerials(database, countyId, day)
    current = { day, next: end - LEASE_SIZE, end }
  }
  async function nextSerial(at: Instant): Promise<number> {
    const day = chinaDateDigits(at)
    if (current && current.day === day && current.next < current.end) return current.next++
    pending ??= renew(day).finally(() => (pending = undefined))
    await pending
    return nextSerial(at)
  }
  return { nextSerial }
}

async function leaseSerials(database: Queryable, countyId: number, day: string): Promise<number> {
  const [row] = await database.query<{ next_serial: number }>(
    `insert into number_leases (county_id, day, next_serial) values ($1, $2, 1 + $3)
     on conflict (county_id, day) do update set next_serial = number_leases.next_serial + $3
     returning next_serial`,
    [countyId, day, LEASE_SIZE],
  )
  if (!row) throw new Error('A lease of serials returned no row')
  return row.next_serial
}
