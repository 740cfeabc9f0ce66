import { can, type Actor } from '../access/actor'
import type { FlowTable } from '../flow/flowTable'
import { isGuest, isInRing, isNeighbour, ownsTask, reportersOf } from '../flow/relation'
import { isSensitive } from '../kind/kind'
import type { Instant } from '../shared/instant'
import type { Matter } from './matter'

/**
 * How much somebody may read. insider: works on it, reads everything but others' secrets · reporter: what they said
 * and what is said to them · concerned: it is about them; who wrote it, and what is meant for them · ring: asked whether they know something; no names, each opening logged · open: everybody
 * of the area, what is shown to all.
 */
export type Reading = 'insider' | 'reporter' | 'concerned' | 'ring' | 'open'

export function readingOf(
  actor: Actor,
  matter: Matter,
  flow: FlowTable,
  now: Instant,
): Reading | undefined {
  if (worksOn(actor, matter, flow, now)) return 'insider'
  if (reportersOf(matter).includes(actor.personId)) return 'reporter'
  if (matter.concerns === actor.personId) return 'concerned'
  const tellsParent = flow.keptTo?.includes('parentReporter') ?? true
  if (tellsParent && matter.parent?.reporterId === actor.personId) return 'reporter'
  const asked = flow.ringOf ?? 'search.answer'
  if (flow.ringIn?.includes(matter.status) && isInRing(actor, asked, matter)) return 'ring'
  const isOpen = flow.openIn?.includes(matter.status) ?? true
  if (flow.openTo && isOpen && isNeighbour(actor, flow.openTo, matter)) return 'open'
  return undefined
}

/** Who may see a matter at all. */
export function mayRead(actor: Actor, matter: Matter, flow: FlowTable, now: Instant): boolean {
  return readingOf(actor, matter, flow, now) !== undefined
}

/**
 * Whoever handled it, has a task of it or may claim one now, is named in it or invited, and those with the permission
 * where it lies, or whom the flow is kept to. They also read what is not meant for the reporter. A pool that somebody
 * has claimed from looks on no longer. S3 (minors, health, violence) goes only to the hub and the assigned.
 */
export function worksOn(
  actor: Actor,
  matter: Matter,
  { keptTo }: Pick<FlowTable, 'keptTo'>,
  now: Instant,
): boolean {
  const { personId } = actor
  if (matter.handlers.includes(personId) || matter.parties?.includes(personId)) return true
  const tasks = [...(matter.task ? [matter.task] : []), ...(matter.called ?? [])]
  if (tasks.some((task) => task.claimedBy === personId)) return true
  const isOffered = matter.endedAt === undefined
  if (isOffered && tasks.some(({ state, owner }) => state === 'open' && ownsTask(actor, owner)))
    return true
  if (isGuest(actor, matter, now) && !isSensitive(matter.sensitivity)) return true
  if (matter.sensitivity === 'S3') return can(actor, 'matter.readSensitive', matter.areaCode)
  const readers = keptTo ?? ['matter.read']
  return readers.some(
    (reader) => reader !== 'parentReporter' && can(actor, reader, matter.areaCode),
  )
}
