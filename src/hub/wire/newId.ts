import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'

/** An id minted here and final, as those of the phone are. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(UUID_RANDOM_BYTES)))
}
