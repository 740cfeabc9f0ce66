import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from '../serverProcess'
import { openScreens, type Screens } from './openScreens'

/** The built server with a county of its own, and as many people before their screens as a journey needs. */
export type County = Screens & { readonly url: string }

/** `env`: what a journey sets otherwise than a demo does. */
export async function openCounty(env: Readonly<Record<string, string>> = {}): Promise<County> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lianxin-browser-'))
  const server = startServer({ dataDir, env })
  const url = await server.ready
  const screens = openScreens(url)
  return {
    ...screens,
    url,
    async close() {
      await screens.close()
      server.signal('SIGTERM')
      await server.exited
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
