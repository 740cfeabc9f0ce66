import type { WeappPackage } from '../weappHost/types'
import { runOnce, type Outcome } from './runOnce'

export type Campaign = {
  readonly runs: number
  readonly counts: Readonly<Record<string, number>>
  /** Every run in which something was lost, came twice or stood still, with the seed that repeats it. */
  readonly failed: readonly Outcome[]
}

export async function runMany(
  weapp: WeappPackage,
  { firstSeed, runs }: { firstSeed: number; runs: number },
): Promise<Campaign> {
  const counts: Record<string, number> = {}
  const failed: Outcome[] = []
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const outcome = await runOnce(weapp, seed)
    for (const [name, count] of Object.entries(outcome.counts))
      counts[name] = (counts[name] ?? 0) + count
    if (outcome.faults.length > 0) failed.push(outcome)
  }
  return { runs, counts, failed }
}
