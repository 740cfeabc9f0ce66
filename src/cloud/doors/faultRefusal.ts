import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import { isDatabaseBusy } from '../store/databaseTrouble'

/** How a door answers a fault. A database that is slow or away is told apart: nothing is wrong with what was asked. */
export function faultRefusal(error: unknown): Refusal<ProblemCode> {
  return refuse(isDatabaseBusy(error) ? 'server.busy' : 'server.fault')
}
