import { findDemoWarning } from '@cloud/demo/findDemoWarning'
import { refuseDemoCounty } from '@cloud/demo/refuseDemoCounty'
import { readSettings } from '@cloud/settings'
import { accounts } from '@cloud/store/migrations/0005Accounts'
import { openTestApp } from '../../support/openTestApp'

test('a county that was filled with the demo never becomes a real one with its published password', async () => {
  const county = await openTestApp({ demo: false })
  await expect(refuseDemoCounty(county.app)).rejects.toThrow('不能用作正式系统')
  await county.close()
})

test('the demo itself goes on, and so does a county with people of its own', async () => {
  const demo = await openTestApp()
  await refuseDemoCounty(demo.app)
  const { database, countyId } = demo.app.context
  await database.query('update counties set demo = false where county_id = $1', [countyId])
  const settings = { ...demo.app.context.settings, demo: false }
  await refuseDemoCounty({ ...demo.app, context: { ...demo.app.context, settings } })
  await demo.close()
})

test('a demo county from before the mark is known by the one password of all its consoles', async () => {
  const { app, close } = await openTestApp()
  const { database } = app.context
  await database.query('update counties set demo = false')
  const [marking] = accounts.split(';').filter((statement) => statement.includes('update counties'))
  await database.query(marking ?? '')
  expect(await database.query('select demo from counties')).toEqual([{ demo: true }])
  await close()
})

test('a demo that more than this machine can reach says so at its start', () => {
  const warning = (env: Record<string, string>) => findDemoWarning(readSettings(env))
  expect(warning({ HOST: '0.0.0.0' })).toContain('HOST=0.0.0.0')
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.0.1.1'])
    expect(warning({ HOST: host })).toBeUndefined()
  expect(warning({ HOST: '0.0.0.0', LIANXIN_DEMO: '0' })).toBeUndefined()
})
