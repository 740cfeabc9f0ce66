import path from 'node:path'
import { openApp } from '@cloud/app'
import { DEMO_PASSWORD } from '@cloud/demo/demoPeople'
import { loadDemoCounty } from '@cloud/demo/loadDemoCounty'
import { readSettings } from '@cloud/settings'
import { hashPassword } from '@cloud/store/passwords'
import { makeScenario, newspaperPage } from './scenario/makeScenario'

/**
 * `npm run scenario`: fills an empty demo county with the matters of the newspaper page, 25,514 reported and 25,460
 * handled, each led through the rules. `npm run scenario -- 2000` makes a smaller one of the same shape. The server
 * that uses the same data must not be running.
 */
async function main(): Promise<void> {
  const total = Number(process.argv[2] ?? newspaperPage.total)
  const ended = Math.round((newspaperPage.ended / newspaperPage.total) * total)
  const app = await openApp(readSettings(process.env))
  const { database, countyId, reference } = app.context
  await loadDemoCounty(database, countyId, {
    folder: path.resolve(__dirname, '../src/cloud/demo/data'),
    hashPassword: () => hashPassword(DEMO_PASSWORD),
  })
  await reference.reload()
  const began = performance.now()
  await makeScenario(app.context, { ...newspaperPage, total, ended })
  const seconds = Math.round((performance.now() - began) / 1000)
  const { from, until } = newspaperPage
  process.stdout.write(`${from} 到 ${until}：上报 ${total}，办结 ${ended}，用时 ${seconds} 秒\n`)
  await app.close()
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
