import { fork } from 'node:child_process'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { buildMissing } from './build'
import { packageInMemory } from '../tests/support/campaign/packageInMemory'
import { runMany, type Campaign } from '../tests/support/campaign/runMany'
import { weappDist } from '../tests/support/weappHost'

const RUNS_BY_DEFAULT = 20_000

/**
 * `npm run campaign -- --runs 20000 --seed 1`: the compiled mini-program through that many seeded phones' bad days, on
 * all cores. Prints every seed in which something was lost or came twice; `CAMPAIGN_SEED=<seed> npm test --
 * faultCampaign` runs one again.
 */
async function main(): Promise<void> {
  // What the app leaves unhandled when a disk fails is a line in a phone's log, and no end of the campaign.
  process.on('unhandledRejection', () => undefined)
  if (process.send) return void process.send(await runMany(packageInMemory(weappDist), planOf()))
  await buildMissing(['weapp'])
  const { firstSeed, runs } = planOf()
  const began = Date.now()
  const workers = Math.min(runs, os.availableParallelism())
  const shares = Array.from({ length: workers }, (_, n) => [
    firstSeed + Math.floor((runs * n) / workers),
    Math.floor((runs * (n + 1)) / workers) - Math.floor((runs * n) / workers),
  ])
  const parts = await Promise.all(shares.map(([seed = 1, share = 0]) => inProcess(seed, share)))
  const failed = parts.flatMap((part) => part.failed)
  for (const { seed, faults } of failed) process.stdout.write(`${seed}: ${faults.join('; ')}\n`)
  const seconds = Math.round((Date.now() - began) / 1000)
  const summary = { runs, failed: failed.length, seconds, ...sumOf(parts) }
  process.stdout.write(`${JSON.stringify(summary)}\n`)
  process.exitCode = failed.length > 0 ? 1 : 0
}

function planOf(): { firstSeed: number; runs: number } {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: String(RUNS_BY_DEFAULT) },
      seed: { type: 'string', default: '1' },
    },
  })
  return { firstSeed: Number(values.seed), runs: Number(values.runs) }
}

function inProcess(seed: number, runs: number): Promise<Campaign> {
  return new Promise((resolve, reject) => {
    const child = fork(__filename, ['--runs', String(runs), '--seed', String(seed)])
    child.once('message', (campaign: Campaign) => {
      resolve(campaign)
      child.kill()
    })
    child.once('error', reject)
    child.once('exit', (code) => code && reject(new Error(`A share ended with ${code}`)))
  })
}

function sumOf(parts: readonly Campaign[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { counts } of parts)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
