import path from 'node:path'
import type { App } from '@cloud/app'
import { loadDemoCounty } from '@cloud/demo/loadDemoCounty'
import type { readSettings } from '@cloud/settings'
import type { Database } from '@cloud/store/database'
import { migrate } from '@cloud/store/migrate'
import { openDatabase } from '@cloud/store/openDatabase'
import { findActor } from '@cloud/store/sessions'
import type { Actor } from '@domain/access/actor'
import type { PersonId } from '@domain/shared/ids'

/** A migrated database with the demo county and its people, none of whom can sign in. */
export async function loadCounty(settings: ReturnType<typeof readSettings>): Promise<Database> {
  const database = await openDatabase(settings)
  await migrate(database)
  const folder = path.resolve(__dirname, '../../src/cloud/demo/data')
  await loadDemoCounty(database, settings.countyId, {
    folder,
    hashPassword: () => Promise.resolve('nobody signs in'),
  })
  return database
}

export async function personOf({ context }: Pick<App, 'context'>, account: string): Promise<Actor> {
  const { database, countyId } = context
  const [row] = await database.query<{ person_id: PersonId }>(
    'select person_id from people where county_id = $1 and account = $2',
    [countyId, account],
  )
  const actor = row && (await findActor(database, countyId, row.person_id))
  if (!actor) throw new Error(`There is nobody called ${account}`)
  return actor
}
