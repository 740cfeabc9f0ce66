import { randomBytes } from 'node:crypto'
import pino from 'pino'
import type { Actor } from '@domain/access/actor'
import type { Role } from '@domain/access/permissions'
import type { Matter } from '@domain/matter/matter'
import type { PersonId } from '@domain/shared/ids'
import { uuidV7, UUID_RANDOM_BYTES } from '@domain/shared/ids'
import type { Context } from '@cloud/context'
import { eventSource, outboxRowFor, type OutboxRow } from '@cloud/relay/outboxRow'
import { startRelay, type Relay, type RelayOptions } from '@cloud/relay/relay'
import type { Reference } from '@cloud/reference/reference'
import { registerEndpoint } from '@cloud/commands/registerEndpoint'
import type { Database, Queryable } from '@cloud/store/database'
import { migrate } from '@cloud/store/migrate'
import { openPglite } from '@cloud/store/openPglite'
import { openPostgres } from '@cloud/store/openPostgres'
import { makeWake } from '@cloud/wake'

export const onPostgres = process.env.DATABASE === 'postgres'
const POOL_MAX = 10

export async function openRelayDatabase(): Promise<Database> {
  const database = onPostgres
    ? await openPostgres(process.env.DATABASE_URL ?? '', POOL_MAX)
    : await openPglite({})
  await migrate(database)
  return database
}

export const newId = () => uuidV7(Date.now(), randomBytes(UUID_RANDOM_BYTES))

const reference = {
  findKind: (code: string) => ({ code, name: '路灯不亮' }),
  areaName: (code: string) => `区划${code}`,
} as unknown as Reference

export type RelayCounty = {
  readonly context: Context
  readonly clock: { now: number }
  readonly hubHead: Actor
  /** Writes the outbox row of a matter's next step, as a command does. */
  happens(step: Step, tx?: Queryable): Promise<OutboxRow>
  subscribe(url: string | null, areaCode?: string): Promise<Subscription>
  startRelay(options?: RelayOptions): Relay
  /** Also after a test that failed half-way: a relay left running would keep the test run from ending. */
  stopRelays(): Promise<void>
}

export type Subscription = { readonly endpointId: string; readonly secret: string }

type Step = {
  readonly matterId: string
  readonly version: number
  readonly event?: string
  readonly change?: Partial<Matter>
}

/** A county of its own in a shared database, so that no test sees another's outbox. */
export async function makeRelayCounty(database: Database): Promise<RelayCounty> {
  const countyId = 1_000_000 + randomBytes(3).readUIntBE(0, 3)
  await database.query('insert into counties (county_id, name) values ($1, $2)', [
    countyId,
    '测试县',
  ])
  const clock = { now: Date.now() }
  const context = makeContext(database, countyId, clock)
  const hubHead = actorOf('hubHead', countyId)
  const relays: Relay[] = []
  return {
    context,
    clock,
    hubHead,
    async happens(step, tx = database) {
      const row = rowOf(context, step)
      await insertRow(tx, row)
      return row
    },
    async subscribe(url, areaCode = '441882118') {
      const request = { endpointId: newId(), name: '西江镇综治中心', areaCode, url }
      const answer = await registerEndpoint(context, hubHead, request)
      if ('refused' in answer) throw new Error(answer.refused)
      return { endpointId: request.endpointId, secret: answer.secret }
    },
    startRelay(options) {
      const relay = startRelay(context, options)
      relays.push(relay)
      return relay
    },
    async stopRelays() {
      await Promise.all(relays.map((relay) => relay.stop()))
    },
  }
}

function makeContext(database: Database, countyId: number, clock: { now: number }): Context {
  const settings = { demo: true, countyId, publicUrl: 'https://lianzhou.example' }
  const log = pino({ level: 'silent' })
  const now = () => clock.now
  return {
    settings,
    countyId,
    database,
    reference,
    log,
    now,
    newId,
    wake: makeWake(),
  } as unknown as Context
}

export function actorOf(role: Role, countyId: number, areaCode = '441882118'): Actor {
  return { personId: newId() as PersonId, countyId, name: '小陈', posts: [{ role, areaCode }] }
}

function rowOf(
  context: Context,
  { matterId, version, event = 'accepted', change }: Step,
): OutboxRow {
  const matter = { ...streetLamp(context, matterId), version, ...change } as Matter
  return outboxRowFor(context.reference, {
    matter,
    statusTitle: '已受理',
    event: { name: event, action: 'accept', note: '马上派人去看' },
    messageId: newId(),
    now: context.now(),
    source: eventSource(context.settings),
  })
}

export function streetLamp(context: Context, matterId: string): object {
  return {
    id: matterId,
    countyId: context.countyId,
    number: 'E44188220261123000017',
    flow: 'incident',
    flowVersion: 1,
    kind: 'street-lamp',
    kindVersion: 1,
    urgency: 'U3',
    sensitivity: 'S0',
    status: 'accepted',
    version: 1,
    areaCode: '441882118201003',
    place: { longitude: 112.38, latitude: 24.78, datum: 'gcj02', accuracyMetres: 30 },
    text: '村口路灯坏了',
    discoveredAt: context.now() - 60_000,
    receivedAt: context.now(),
    reporter: { personId: newId(), earnsPoints: true },
    photos: [],
    handlers: [],
  }
}

async function insertRow(tx: Queryable, row: OutboxRow): Promise<void> {
  await tx.query(
    `insert into outbox_messages (county_id, message_id, matter_id, version, area_code, event, created_at, payload)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.countyId,
      row.messageId,
      row.matterId,
      row.version,
      row.areaCode,
      row.event,
      new Date(row.createdAt),
      JSON.stringify(row.payload),
    ],
  )
}
