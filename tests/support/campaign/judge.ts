import { countHeld, type Held } from '@miniapp/queue/countHeld'
import type { QueueItem } from '@miniapp/queue/queueItem'
import type { PhoneMemory } from '../weappHost/types'
import type { Ledger, Written } from './person'
import type { StrictTownship } from './strictTownship'

type Case = {
  readonly township: StrictTownship
  readonly ledger: Ledger
  readonly memory: PhoneMemory
  readonly personId: string
}

/** Every report reached the township exactly once with all its photos, or stands in the queue with its reason. */
export function judge(given: Case) {
  const { township, ledger, memory } = given
  const items = queueOf(memory)
  const counts = {
    reports: 0,
    arrived: 0,
    photos: 0,
    needsYou: 0,
    neverBegun: 0,
    closed: 0,
    steps: 0,
  }
  const faults = township.broken.map((words) => `against the contract: ${words}`)
  for (const [matterId, written] of ledger.reports) {
    const item = items.find((other) => other.matterId === matterId)
    counts.reports += 1
    if (township.matters.has(matterId)) {
      counts.arrived += 1
      counts.photos += township.arrived(township.photosNamedBy(matterId)).length
      counts.closed += township.closed.has(matterId) ? 1 : 0
      faults.push(...photoFaults(given, matterId, written, item))
      faults.push(...closingFaults(given, matterId, written, items))
    } else if (reasonOf(item)) counts.needsYou += 1
    else if (isStarted(memory, matterId)) faults.push(`${matterId} still lies in the drafts`)
    else if (written.submitted || written.seen > written.deleted)
      faults.push(`${matterId} is lost: ${at(item)}`)
    else counts.neverBegun += 1
  }
  for (const step of ledger.steps) faults.push(...stepFaults(given, step, items))
  counts.steps = township.tasks.filter(({ step }) => step).length
  faults.push(...waitingFaults(items), ...holdingFaults(given, items))
  return { faults, counts }
}

function photoFaults(
  { township, ledger }: Case,
  matterId: string,
  { seen, deleted }: Written,
  item: QueueItem | undefined,
): string[] {
  const named = township.photosNamedBy(matterId)
  const faults = sentFaults(township, ledger, named, item)
  if (named.length < seen - deleted)
    faults.push(`${matterId} has ${named.length} photos, the person saw ${seen}`)
  return faults.map((fault) => `${matterId} ${fault}`)
}

/** Of photos that a command named: all are there, byte for byte, each once, or the item says why not. */
function sentFaults(
  township: StrictTownship,
  ledger: Ledger,
  fileIds: readonly string[],
  item: QueueItem | undefined,
): string[] {
  const photos = township.arrived(fileIds)
  const lacking = township.lacking(fileIds)
  const faults: string[] = []
  if (lacking.length > 0 && !reasonOf(item)) faults.push(`lacks ${lacking.join()}`)
  const strange = photos.filter((photo) => !ledger.taken.some((bytes) => photo.equals(bytes)))
  if (strange.length > 0) faults.push('has photos that nobody took')
  const different = new Set(photos.map((photo) => photo.toString('latin1')))
  if (different.size !== photos.length) faults.push('has a photo twice')
  return faults
}

/** What was sent as closed on the spot is closed, or its closing says why not. */
function closingFaults(
  { township }: Case,
  matterId: string,
  { closes, submitted }: Written,
  items: readonly QueueItem[],
): string[] {
  if (!closes || !submitted || township.closed.has(matterId)) return []
  const own = items.filter((item) => item.matterId === matterId)
  return own.some(reasonOf) ? [] : [`${matterId} was never closed`]
}

/** A step of a worker came to pass once, or came back with the reason and all that was written. */
function stepFaults(
  { township, ledger }: Case,
  submitted: string,
  items: readonly QueueItem[],
): string[] {
  const [matterId = '', action = ''] = submitted.split('/')
  const own = items.filter((item) => item.matterId === matterId && item.body.action === action)
  const step = township.tasks.find((task) => task.matterId === matterId)?.step
  if (step && step.action === action)
    return sentFaults(township, ledger, step.fileIds, own.find(reasonOf)).map(
      (fault) => `${submitted} ${fault}`,
    )
  return own.some((item) => reasonOf(item) && item.written) ? [] : [`${submitted} is lost`]
}

/** Nothing stands still without a reason, be it of an earlier item of the same matter. */
function waitingFaults(items: readonly QueueItem[]): string[] {
  const held = (item: QueueItem) =>
    items.some(
      (other) =>
        other.matterId === item.matterId &&
        other.order < item.order &&
        other.step === 'command' &&
        reasonOf(other),
    )
  return items
    .filter((item) => item.step !== 'done' && !reasonOf(item) && !held(item))
    .map((item) => `${item.itemId} waits: ${at(item)}`)
}

/** The township's last word of the phone is what the phone holds. */
function holdingFaults({ township, personId }: Case, items: readonly QueueItem[]): string[] {
  const held = countHeld({ items, unreadable: [] }, personId, 0)
  const [last] = [...township.holdings].sort((a, b) => Number(b.turn) - Number(a.turn))
  const told = sayHeld((last ?? nothing) as Held)
  const holds = sayHeld(held)
  return told === holds ? [] : [`the township was told ${told}, the phone holds ${holds}`]
}

function sayHeld({ reports, actions, photos, needsYou }: Held): string {
  return JSON.stringify({ reports, actions, photos, needsYou })
}

const nothing = { reports: 0, actions: 0, photos: 0, needsYou: [] }

/** Why the person is needed; nothing while it still goes by itself. */
function reasonOf(item: QueueItem | undefined): string | undefined {
  const { trouble } = item ?? {}
  if (!trouble) return undefined
  return trouble.cause === 'refused' ? trouble.problem.code : `photos ${trouble.lost}`
}

function at(item: QueueItem | undefined): string {
  if (!item) return 'neither in the queue nor there'
  const { step, asked, attempts, notBefore } = item
  return JSON.stringify({ step, asked, attempts, notBefore })
}

/** A draft in which something was written: the first screen shows it, and on a good day it is sent. */
function isStarted({ storage }: PhoneMemory, matterId: string): boolean {
  const text = storage.get(`draft/report-${matterId}`)
  if (text === undefined) return false
  const { kind, text: words, photos } = (JSON.parse(text) as { data: Draft }).data
  return kind !== undefined || words !== '' || photos.length > 0
}

type Draft = { kind?: string; text: string; photos: unknown[] }

function queueOf({ storage }: PhoneMemory): QueueItem[] {
  return [...storage]
    .filter(([key]) => key.startsWith('queue/'))
    .map(([, text]) => (JSON.parse(text) as { data: QueueItem }).data)
    .sort((a, b) => a.order - b.order)
}
