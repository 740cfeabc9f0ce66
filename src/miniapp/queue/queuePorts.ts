import type { Answer } from '../api/answer'
import type { Heading, PhotoFiles, RecordStore } from '../platform/ports'

/** What the queue is handed: it asks no clock, rolls no dice and knows no network of its own. */
export type QueuePorts = {
  readonly store: RecordStore
  /** Whether the phone takes in anything more. */
  readonly hasRoom?: () => boolean
  readonly photos: Pick<PhotoFiles, 'read' | 'remove'>
  readonly callNamed: (operation: string, body: unknown) => Promise<Answer>
  readonly sendChunk: (heading: Heading, chunk: ArrayBuffer) => Promise<Answer>
  /** As much of a photo as is sent at once. */
  readonly chunkBytes: number
  /** The signed-in person; nothing is sent without one. */
  readonly personId: () => string | undefined
  readonly now: () => number
  readonly dice: () => number
  /** Something is broken, as a full disk is; what was written stays, and the next drain goes on from it. */
  readonly fault: (cause: unknown) => void
  /** Calls back after the delay; a later call replaces it. */
  readonly wakeIn: (delayMs: number, wake: () => void) => void
}
