import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Settings } from '../settings'
import type { Database } from './database'
import { lockFolder } from './lockFolder'
import { openPostgres } from './openPostgres'

/** PostgreSQL where an address is given, else the embedded database in the data folder, which one process owns. */
export async function openDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl) return openPostgres(settings.databaseUrl, settings.databasePoolMax)
  const folder = path.join(settings.dataDir, 'pglite')
  await mkdir(folder, { recursive: true })
  const unlock = await lockFolder(settings.dataDir)
  // Loaded only here: a cloud function has PostgreSQL outside and must not carry a database inside.
  const { openPglite } = await import('./openPglite')
  const database = await openPglite({ dataDir: folder })
  return {
    ...database,
    close: async () => {
      await database.close()
      await unlock()
    },
  }
}
