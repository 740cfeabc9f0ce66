import type { RecordingFormat } from './fileFormat'
import { findFrames } from './mp3'
import { withoutNotes } from './mp4'

/** Sound and pictures as they are, without what the phone wrote beside them. `undefined` when it is none. */
export function cleanRecording(bytes: Uint8Array, format: RecordingFormat): Uint8Array | undefined {
  return format === 'mp3' ? findFrames(bytes) : withoutNotes(bytes)
}
