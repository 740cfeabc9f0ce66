import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { buildMissing } from './build'
import { pictureConsoles } from './screens/consoleScreens'
import { openCountyServer } from './screens/countyServer'
import { openBrowser } from './screens/openBrowser'
import { picturePhones, type Look } from './screens/phoneScreens'
import { pictureForReadme } from './screens/readmePictures'
import { reportOneMore, stageCounty } from './screens/stageCounty'

/**
 * `npm run screens`: every page of both faces as a picture in screens/, and the two of README.md. `phone`, `console` or
 * `readme` as arguments make only those; `375x1.5` as well makes only that look of the phone.
 */
const looks: readonly Look[] = [375, 320].flatMap((width) =>
  [1, 1.5].map((typeScale) => ({ width, height: width === 375 ? 812 : 568, typeScale })),
)
const folder = path.resolve(__dirname, '../screens')

async function main(given: readonly string[]): Promise<void> {
  const wantedLooks = given.filter((one) => /^\d+x/.test(one))
  const asked = given.filter((one) => !wantedLooks.includes(one))
  const wants = (part: string) => asked.length === 0 || asked.includes(part)
  await buildMissing(['server', 'hub', 'h5'])
  if (asked.length === 0) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const server = await openCountyServer()
  try {
    const scene = { url: server.url, matterIds: await stageCounty(server), folder }
    if (wants('console'))
      await withBrowser(1, (browser) =>
        pictureConsoles(browser, { ...scene, happen: () => reportOneMore(server) }),
      )
    if (wants('readme')) await withBrowser(1, (browser) => pictureForReadme(browser, scene))
    if (!wants('phone')) return
    for (const look of looks.filter((one) => isWanted(one, wantedLooks)))
      await withBrowser(look.typeScale, (browser) => picturePhones(browser, scene, look))
  } finally {
    await server.close()
  }
}

function isWanted({ width, typeScale }: Look, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(`${width}x${typeScale}`)
}

async function withBrowser(
  typeScale: number,
  work: (browser: Awaited<ReturnType<typeof openBrowser>>) => Promise<void>,
): Promise<void> {
  const browser = await openBrowser(typeScale)
  await work(browser).finally(() => browser.close())
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`)
  process.exit(1)
})
