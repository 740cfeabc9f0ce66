/** @jest-environment node */
import { packageInMemory } from '../../support/campaign/packageInMemory'
import { runMany } from '../../support/campaign/runMany'
import { weappDist } from '../../support/weappHost'

const RUNS = 500
const TIMEOUT_MS = 600_000

/** `CAMPAIGN_SEED=1234` runs that one again. */
const given = process.env.CAMPAIGN_SEED
const plan = given ? { firstSeed: Number(given), runs: 1 } : { firstSeed: 1, runs: RUNS }

test(
  'through lost radio, deaths, full disks, ended sessions and restarts each report arrives exactly once with all its photos, or waits with its reason',
  async () => {
    const { failed, counts } = await runMany(packageInMemory(weappDist), plan)
    expect(failed).toEqual([])
    expect(counts.reports).toBe(
      (counts.arrived ?? 0) + (counts.needsYou ?? 0) + (counts.neverBegun ?? 0),
    )
    if (!given) expect(counts.arrived).toBeGreaterThan(RUNS)
  },
  TIMEOUT_MS,
)
