import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context'
import {
  abandonUnfinished,
  claimDeliveries,
  listDueEndpoints,
  type ClaimedDelivery,
} from '../store/deliveryStore'
import { fanOut, type FannedOut } from '../store/outboxStore'
import { addressPolicyOf } from './allowedAddresses'
import { ATTEMPT_TIMEOUT_MS, deliver, type DeliveryMeans } from './deliver'
import { makeLanes, type Lanes } from './lanes'
import { makePulse } from './pulse'
import { ATTEMPTS_MAX } from './retryDelayMs'

/** 转发: sends what is in the outbox to the hubs outside. Any number of processes may run one each. */
export type Relay = {
  /** Takes nothing more and finishes what is in hand. */
  stop(): Promise<void>
  /**
   * Works until nothing is due, or takes nothing more once `until` is aborted. For the timer's door and for tests; the
   * relay need not be listening.
   */
  drain(bounds?: { readonly until?: AbortSignal }): Promise<void>
}

export type RelayOptions = Partial<Pick<DeliveryMeans, 'dice'>> & {
  /** Unset: only in a demo. */
  readonly allowPrivate?: boolean
  /** false: works only when drained. */
  readonly listening?: boolean
}

/** Outbox rows given out in one transaction. */
const FAN_OUT_BATCH = 200
/** Matters that one endpoint is sent at the same time. */
const DELIVERIES_AT_ONCE_PER_ENDPOINT = 8
/** Well over an attempt's time limit, so that only a dead process loses its lease. */
const LEASE_MS = 3 * ATTEMPT_TIMEOUT_MS
/** Retries that have come due, leases that ran out, and what other processes wrote. */
const TICK_MS = 1000
/** So much later, at the most, does an event leave under load. */
const GAP_MS = 200
/** A row waits for an older transaction to end; nobody will say when it has. */
const HELD_TICK_MS = 100
/** Draining waits this often for older transactions; a long import is not waited for, the next drain is soon enough. */
const HELD_TURNS_MAX = 20

export function startRelay(context: Context, options: RelayOptions = {}): Relay {
  const policy = addressPolicyOf(context.settings)
  const { dice = Math.random, allowPrivate = policy.allowPrivate, listening = true } = options
  const addresses = { ...policy, allowPrivate }
  const onFault = (error: unknown) => context.log.error({ err: error }, 'relay fault')
  const lanes = makeLanes<ClaimedDelivery>({
    atOnceMax: DELIVERIES_AT_ONCE_PER_ENDPOINT,
    claim: (endpointId, limit) => claim(context, endpointId, limit),
    work: (claimed) => deliver(context, { dice, addresses }, claimed),
    onFault,
  })
  const pulse = makePulse({
    beat: async () => (await pump(context, lanes)).restMs,
    onFault,
    restMs: TICK_MS,
    gapMs: GAP_MS,
  })
  const unlisten = listening ? context.wake.listen('outbox', pulse.hurry) : undefined
  if (listening) pulse.hurry()
  return {
    async stop() {
      unlisten?.()
      lanes.close()
      await pulse.stop()
      await lanes.idle()
    },
    async drain({ until } = {}) {
      const over = until && whenAborted(until, () => lanes.close())
      for (let heldTurns = 0; heldTurns < HELD_TURNS_MAX && !until?.aborted;) {
        const { moved, held } = await pump(context, lanes)
        await Promise.race([lanes.idle(), ...(over ? [over] : [])])
        if (!moved && !held) return
        if (!moved) await pause(HELD_TICK_MS, heldTurns++)
      }
    },
  }
}

/** A lane whose hub is slow fills again and again; closed, it ends with the attempts in hand. */
function whenAborted(signal: AbortSignal, close: () => void): Promise<void> {
  return new Promise((resolve) => {
    const end = () => resolve(close())
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

type Pumped = {
  /** Something was given out, or is due. */
  readonly moved: boolean
  readonly held: boolean
  readonly restMs: number
}

async function pump(context: Context, lanes: Lanes): Promise<Pumped> {
  const { database, countyId } = context
  const due = { countyId, now: context.now(), attemptsMax: ATTEMPTS_MAX }
  const given = await fanOut(database, { countyId, now: due.now, limit: FAN_OUT_BATCH })
  await abandonUnfinished(database, due)
  const endpointIds = await listDueEndpoints(database, due)
  for (const endpointId of endpointIds) lanes.fill(endpointId)
  const moved = given.messages > 0 || endpointIds.length > 0
  return { moved, held: given.held, restMs: restAfter(given) }
}

function restAfter({ messages, held }: FannedOut): number {
  if (messages === FAN_OUT_BATCH) return 0
  return held ? HELD_TICK_MS : TICK_MS
}

/**
 * Strictly the head of each matter's line: a waiting event holds back the later ones of its matter. An abandoned one
 * does not, or a single event a hub cannot digest would silence the matter for good. The hub sees the gap in
 * `sequence`, and a replay brings the missing one.
 */
function claim(context: Context, endpointId: string, limit: number): Promise<ClaimedDelivery[]> {
  const { database, countyId } = context
  const now = context.now()
  const leasedUntil = now + LEASE_MS
  return claimDeliveries(database, {
    countyId,
    now,
    attemptsMax: ATTEMPTS_MAX,
    endpointId,
    leasedUntil,
    limit,
  })
}
