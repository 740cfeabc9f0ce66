import { choice, yesNo } from '@domain/flows/fields'
import { createPhoneMemory, createWeappHost, weappDist } from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'
import { matterOf } from '../support/township'

function start() {
  const api = createCompiledApi()
  const memory = { ...createPhoneMemory(), storage: signedInStorage() }
  const host = createWeappHost(weappDist, { memory, network: api.network })
  return { api, host }
}

type Sent = { operation: string; body: Record<string, unknown> }

const sentBy = ({ township }: ReturnType<typeof createCompiledApi>) =>
  [...township.commands.values()].map((text) => JSON.parse(text) as Sent)

test('somebody begins a flow that is newer than the app, fills in its form, and later decides by a tap', async () => {
  const { api, host } = start()
  await host.openFirstPage()
  await host.page.tap('#home-more')
  await host.until(() => host.page.route.includes('begin') && host.page.find('#begin-teaRound'))
  expect(host.page.text()).toContain('坐下来，喝一杯')

  await host.page.tap('#begin-teaRound')
  await host.until(() => host.page.route.includes('report') && host.page.find('#form-wish-green'))
  expect(host.page.text('#report-place')).toBe('宝珠村')
  expect(host.callsOf('getLocation')).toHaveLength(0)
  await host.page.tap('#form-wish-green')
  await host.page.input('#form-cup', '王婶')
  await host.page.input('#form-cost', '12.5')
  await host.page.fire('#form-on', 'change', { value: '2026-11-30' })
  await host.page.input('#form-guests-0', '李师傅')
  await host.until(() => host.page.find('#form-where-441882118215'))
  await host.page.tap('#form-where-441882118215')
  await host.page.tap('#form-agreed')
  await host.page.tap('#report-send')
  await host.until(() => host.page.route.includes('sent'))
  await host.until(() => sentBy(api).length === 1)
  const [report] = sentBy(api)
  expect(report?.body).toMatchObject({
    kind: '9901',
    areaCode: '441882118215',
    fields: {
      wish: 'green',
      cup: '王婶',
      cost: 1250,
      on: '2026-11-30',
      guests: [{ title: '李师傅' }],
      where: '441882118215',
      agreed: true,
    },
  })

  api.queries.getMatter = {
    matter: matterOf({
      flow: 'teaRound',
      flowTitle: '茶话会',
      matterId: report?.body.matterId as never,
    }),
    history: [],
    children: [],
    actions: [
      {
        action: 'rate',
        title: '评价',
        primary: true,
        form: [yesNo('solved', '喝好了吗'), choice('taste', '味道', { good: '好', fair: '一般' })],
      },
    ],
  }
  await host.page.tap('#sent-look')
  await host.until(() => host.page.route.includes('matter') && host.page.find('#action-rate'))
  await host.page.tap('#action-rate')
  await host.until(() => host.page.route.includes('act') && host.page.find('#act-solved-yes'))
  await host.page.tap('#act-solved-yes')
  await host.page.tap('#act-taste-good')
  await host.page.tap('#act-submit')
  await host.until(() => sentBy(api).length === 2)
  expect(sentBy(api)[1]?.body).toMatchObject({
    action: 'rate',
    input: { solved: true, taste: 'good' },
  })
  expect(api.township.broken).toEqual([])
  expect([...host.missingTemplates]).toEqual([])
  expect(host.errors).toEqual([])
  await host.close()
})
