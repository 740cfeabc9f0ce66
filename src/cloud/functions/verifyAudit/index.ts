import { readSettings } from '../../settings'
import { migrate } from '../../store/migrate'
import { openDatabase } from '../../store/openDatabase'
import { readAnchors, sayReport } from './sayReport'
import { verifyChain } from '../../store/verifyChain'

/** `audit:verify [<position>:<hash> …]`: goes through the whole audit log; exit 1 when a row is not what it was. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const anchors = readAnchors(process.argv.slice(2))
  const database = await openDatabase(settings)
  try {
    await migrate(database)
    const report = await verifyChain(database, settings.countyId, anchors)
    process.stdout.write(`${sayReport(report)}\n`)
    if (report.faults.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
