import path from 'node:path'
import { openPglite } from '@cloud/store/openPglite'
import { testCounty } from '../testCounty'

/** What signing up once does: WeChat's name for each person stands beside their account. The server must be down. */
export async function linkWechat(
  dataDir: string,
  openids: Readonly<Record<string, string>>,
): Promise<void> {
  const database = await openPglite({ dataDir: path.join(dataDir, 'pglite') })
  for (const [account, openid] of Object.entries(openids)) {
    await database.query(
      'update people set wechat_openid = $3 where county_id = $1 and account = $2',
      [testCounty.id, account, openid],
    )
  }
  await database.close()
}
