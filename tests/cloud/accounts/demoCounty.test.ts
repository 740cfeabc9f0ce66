import { findDemoWarning } from '@cloud/demo/findDemoWarning'
import { refuseDemoCounty } from '@cloud/demo/refuseDemoCounty'
import { readSettings, type Settings } from '@cloud/settings'
import { accounts } from '@cloud/store/migrations/0005Accounts'
import { openTestApp, type TestApp } from '../../support/openTestApp'

let county: TestApp | undefined
const open = async (change: Partial<Settings> = {}) => (county = await openTestApp(change))
// Also after a test that failed: a database left open would keep the run from ending.
afterEach(() => county?.close())

test('a county that was filled with the demo never becomes a real one with its published password', async () => {
  const { app } = await open({ demo: false })
  await expect(refuseDemoCounty(app)).rejects.toThrow('不能用作正式系统')
})

test('the demo itself goes on, and so does a county with people of its own', async () => {
  const { app } = await open()
  await refuseDemoCounty(app)
  const { database, countyId } = app.context
  await database.query('update counties set demo = false where county_id = $1', [countyId])
  const settings = { ...app.context.settings, demo: false }
  await refuseDemoCounty({ ...app, context: { ...app.context, settings } })
  expect(await database.query('select 1 as open')).toEqual([{ open: 1 }])
})

test('a demo county from before the mark is known by the one password of all its consoles', async () => {
  const { database } = (await open()).app.context
  await database.query('update counties set demo = false')
  const [marking] = accounts.split(';').filter((statement) => statement.includes('update counties'))
  await database.query(marking ?? '')
  expect(await database.query('select demo from counties')).toEqual([{ demo: true }])
})

test('a demo that more than this machine can reach says so at its start', () => {
  const warning = (env: Record<string, string>) => findDemoWarning(readSettings(env))
  expect(warning({ HOST: '0.0.0.0' })).toContain('HOST=0.0.0.0')
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.0.1.1'])
    expect(warning({ HOST: host })).toBeUndefined()
  expect(warning({ HOST: '0.0.0.0', LIANXIN_DEMO: '0' })).toBeUndefined()
})
