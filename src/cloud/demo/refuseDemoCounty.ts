import type { App } from '../app'
import { isDemoCounty } from '../store/countyStore'

export class DemoCountyInUse extends Error {
  constructor() {
    super(
      '这个数据库里装的是演示县，人员是虚构的，密码是公开的，不能用作正式系统。请换一个空的数据库（DATABASE_URL 或 LIANXIN_DATA）再启动。',
    )
  }
}

/** Outside the demo, invented people with a published password must open nothing; the database is let go of first. */
export async function refuseDemoCounty(app: Pick<App, 'context' | 'close'>): Promise<void> {
  const { settings, database, countyId } = app.context
  if (settings.demo || !(await isDemoCounty(database, countyId))) return
  await app.close()
  throw new DemoCountyInUse()
}
