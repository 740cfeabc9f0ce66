import { writeFileSync } from 'node:fs'
import os from 'node:os'
import { benchExport } from './bench/export'
import { benchFlow } from './bench/flow'
import { benchIntake } from './bench/intake'
import { benchLive } from './bench/live'
import { buildMissing } from './build'

/** `npm run bench`, or one of them by name (`-- intake`): prints the figures and writes them to bench.json. Timing never decides a test. */
const benches: Readonly<Record<string, () => Promise<Record<string, unknown>>>> = {
  intake: benchIntake,
  flow: benchFlow,
  live: benchLive,
  export: benchExport,
}

async function main(): Promise<void> {
  const names = process.argv.slice(2)
  await buildMissing(['server'])
  const figures: Record<string, unknown> = {
    at: new Date().toISOString(),
    machine: {
      cores: os.cpus().length,
      cpu: os.cpus()[0]?.model,
      memoryGiB: Math.round(os.totalmem() / 2 ** 30),
      node: process.version,
    },
  }
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const bench = benches[name]
    if (!bench)
      throw new Error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}`)
    figures[name] = await bench()
  }
  writeFileSync('bench.json', `${JSON.stringify(figures, null, 2)}\n`)
  process.stdout.write('bench.json written\n')
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
})
