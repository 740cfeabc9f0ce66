import { readSettings } from '@cloud/settings'
import { describeServer } from '@cloud/queries/describeServer'

const told = (env: Record<string, string>) =>
  describeServer(
    {
      countyId: 441882,
      now: () => 0,
      reference: { areaName: () => '连州市' },
      settings: readSettings(env),
    } as never,
    {},
    {},
  )

test('a phone is told which messages people may be asked about, and nothing where there are none', async () => {
  expect(await told({ WECHAT_MESSAGE_TEMPLATES: 'progress, closed' })).toMatchObject({
    messageTemplates: ['progress', 'closed'],
  })
  expect(await told({})).not.toHaveProperty('messageTemplates')
})

test('settings that cannot be meant are refused at the start', () => {
  const bad = [
    { WECHAT_MESSAGE_TEMPLATES: 'a,b,c,d,e,f' },
    { WECHAT_MESSAGE_TEMPLATES: 'a:thing=title' },
    { LIANXIN_WECOM_ROBOTS: 'key' },
  ]
  for (const env of bad) expect(() => readSettings(env)).toThrow()
})
