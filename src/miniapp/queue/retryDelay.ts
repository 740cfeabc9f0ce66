import { queueRules } from './queueRules'

/** Doubles with each attempt up to the limit; the dice spread phones that lost the same mast at the same moment. */
export function retryDelay(attempts: number, dice: number): number {
  const { retryBaseMs, retryMaxMs } = queueRules
  const full = Math.min(retryMaxMs, retryBaseMs * 2 ** Math.max(0, attempts - 1))
  return Math.round(full * (0.5 + dice / 2))
}
