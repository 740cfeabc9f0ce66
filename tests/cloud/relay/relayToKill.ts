import pino from 'pino'
import type { Context } from '@cloud/context'
import { startRelay } from '@cloud/relay/relay'
import { openPostgres } from '@cloud/store/openPostgres'
import { makeWake } from '@cloud/wake'

/** A process of its own that relays one county's outbox until somebody kills it. */
async function main(countyId: number): Promise<void> {
  const database = await openPostgres(process.env.DATABASE_URL ?? '', 4)
  const log = pino({ level: 'silent' })
  const settings = { demo: true, countyId }
  startRelay({
    settings,
    countyId,
    database,
    log,
    now: Date.now,
    wake: makeWake(),
  } as unknown as Context)
}

void main(Number(process.argv[2]))
