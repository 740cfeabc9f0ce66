import type { Context } from '../context'
import { makePulse } from '../relay/pulse'
import { sealAudit, SEALED_AT_ONCE } from '../store/auditChain'

/** How long an entry may lie outside the chain. */
const SEAL_EVERY_MS = 5_000

/** 审计链: the loop of a server that takes entries up into the chain. */
export function startSealing({ database, countyId, log }: Context): { stop(): Promise<void> } {
  const pulse = makePulse({
    beat: async () =>
      (await sealAudit(database, countyId)) === SEALED_AT_ONCE ? 1 : SEAL_EVERY_MS,
    onFault: (error) => log.error({ err: error }, 'the audit log could not be sealed'),
    restMs: SEAL_EVERY_MS,
    gapMs: 0,
  })
  pulse.hurry()
  return { stop: () => pulse.stop() }
}
