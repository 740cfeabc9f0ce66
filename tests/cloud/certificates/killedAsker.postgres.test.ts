import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QUESTION_LEASE_MS } from '@cloud/certificates/startAsking'
import { openAskCounty, type AskCounty } from './askCounty'

let county: AskCounty
let folder: string
beforeAll(async () => {
  county = await openAskCounty()
  folder = await mkdtemp(join(tmpdir(), 'lianxin-asker-'))
}, 60_000)
afterAll(async () => {
  await county.close()
  await rm(folder, { recursive: true, force: true })
})

/** A second server on the same database, as a process of its own. */
async function startServer() {
  const [row] = await county.app.context.database.query<{ name: string }>(
    'select current_database() as name',
  )
  const url = new URL(process.env.DATABASE_URL ?? '')
  url.pathname = row?.name ?? ''
  const { settings } = county.issuer
  return spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'askerToKill.ts')], {
    stdio: 'inherit',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: url.href,
      LIANXIN_DATA: folder,
      LIANXIN_CERTIFICATE_URL: settings.url,
      LIANXIN_CERTIFICATE_KEY: settings.key,
    },
  })
}

test('when a server is killed while the platform thinks, another one asks under the same id', async () => {
  county.issuer.behave = () => 'slow'
  const matterId = await county.begin()
  const child = await startServer()
  await county.issuer.came(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  county.issuer.behave = () => 'verified'
  await county.ask()
  expect(county.issuer.asked).toHaveLength(1)
  county.moveClock(Date.now() - county.app.context.now() + QUESTION_LEASE_MS)
  await county.ask()
  expect((await county.seen(matterId)).matter).toMatchObject({ status: 'verified', version: 2 })
  expect(new Set(county.issuer.asked.map(({ id }) => id)).size).toBe(1)
  expect(county.issuer.looked).toHaveLength(1)
}, 90_000)
