import type { Answer } from '../api/answer'
import type { RecordStore } from '../platform/ports'
import type { QueueSnapshot } from './createSendQueue'
import { countHeld, isNothing, type Held } from './countHeld'
import { singleFlight } from './singleFlight'

export const tellingRules = {
  /** However much happens on a phone, the township hears of it no oftener. */
  tellEveryMsMin: 60_000,
  /** Nothing new is said again after this, so that a phone that waits is not taken for one that is lost. */
  sameAgainMs: 30 * 60_000,
  /** People who share one phone. */
  peopleMax: 5,
} as const

const KEY = 'holdings'

/** What this phone has said for one person. The id is theirs alone: two people on one phone are not told together. */
type Told = {
  readonly deviceId: string
  readonly turn: number
  readonly saidAt: number
  /** The last word that is known to have arrived. */
  readonly arrived?: string
  /** Something was said that may have arrived, so the end of it has to be told. */
  readonly open: boolean
}

export type TellerPorts = {
  readonly store: RecordStore
  readonly read: () => Pick<QueueSnapshot, 'items' | 'unreadable'>
  readonly personId: () => string | undefined
  readonly send: (body: Held & { deviceId: string; turn: number }) => Promise<Answer>
  readonly newId: () => string
  readonly now: () => number
  /** Calls back after the delay; a later call replaces it. */
  readonly wakeIn: (delayMs: number, wake: () => void) => void
  readonly fault: (cause: unknown) => void
}

/**
 * Tells the township what still waits here: after a drain that leaves something, when the app is shown, and once when
 * nothing is left. A phone that never left anything says nothing at all.
 */
export function createHoldingsTeller(ports: TellerPorts): () => Promise<void> {
  // What changes while a word is on its way is looked at after it: that may be the last drain for long.
  const tell = singleFlight(async () => {
    try {
      await tellOnce(ports, () => void tell())
    } catch (cause) {
      ports.fault(cause)
    }
  })
  return tell
}

async function tellOnce(ports: TellerPorts, again: () => void): Promise<void> {
  const { personId, now } = ports
  const person = personId()
  if (person === undefined) return
  const before = readTold(ports.store)[person]
  const held = countHeld(ports.read(), person, now())
  if (isNothing(held) && !before?.open) return
  const waitMs = before ? msUntilDue(before, wordOf(held), now()) : 0
  if (waitMs > 0) return ports.wakeIn(waitMs, again)
  const told: Told = {
    deviceId: before?.deviceId ?? ports.newId(),
    turn: (before?.turn ?? 0) + 1,
    saidAt: now(),
    open: true,
  }
  if (!(await say(ports, person, held, told))) ports.wakeIn(tellingRules.tellEveryMsMin, again)
}

/**
 * Written before it is said: a kill in between must not make two words of one turn. Answers whether that is the end of it;
 * who is refused for good does not insist.
 */
async function say(ports: TellerPorts, person: string, held: Held, told: Told): Promise<boolean> {
  keepTold(ports.store, person, told)
  const answer = await ports.send({ ...held, deviceId: told.deviceId, turn: told.turn })
  const settled = isSettled(answer)
  if (settled)
    keepTold(ports.store, person, { ...told, arrived: wordOf(held), open: !isNothing(held) })
  return settled || answer.kind === 'signed-out'
}

/** Neither a page of somebody's Wi-Fi nor a busy server has taken in anything. */
function isSettled(answer: Answer): boolean {
  if (answer.kind === 'refused') return answer.problem.retry !== 'later'
  if (answer.kind !== 'done') return false
  return typeof (answer.value as { heardAt?: unknown } | null)?.heardAt === 'string'
}

/** A clock that was set back must not silence the phone until it has caught up. */
function msUntilDue({ saidAt, arrived }: Told, word: string, now: number): number {
  const passed = now - saidAt
  if (passed < 0) return 0
  const { tellEveryMsMin, sameAgainMs } = tellingRules
  return (arrived === word ? sameAgainMs : tellEveryMsMin) - passed
}

/** What is new about it; that time goes on is not. */
function wordOf({ oldestWaitsMs: _age, ...held }: Held): string {
  return JSON.stringify(held)
}

function readTold(store: RecordStore): Readonly<Record<string, Told>> {
  return (store.read(KEY) as Record<string, Told> | undefined) ?? {}
}

function keepTold(store: RecordStore, person: string, told: Told): void {
  const others = Object.entries(readTold(store)).filter(([name]) => name !== person)
  const kept = others.slice(-(tellingRules.peopleMax - 1))
  store.write(KEY, Object.fromEntries([...kept, [person, told]]))
}
