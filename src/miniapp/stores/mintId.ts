import { UUID_RANDOM_BYTES, uuidV7 } from '@domain/shared/ids'
import { platform } from '../platform/platform'

/** A final id, minted on the phone. */
export function mintId<Id extends string>(): Id {
  return uuidV7(Date.now(), platform.device.randomBytes(UUID_RANDOM_BYTES)) as Id
}
