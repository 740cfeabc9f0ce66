import { createPhoneMemory, createWeappHost, weappDist } from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'
import { matterOf } from '../support/township'

const village = { code: '441882118215', name: '宝珠村' }
const code = 'E44188220261123000016-K7WM3-QXD29'

test('in WeChat a neighbour calls the grid worker, and holds up the square of a matter', async () => {
  const api = createCompiledApi()
  const memory = { ...createPhoneMemory(), storage: signedInStorage() }
  const host = createWeappHost(weappDist, { memory, network: api.network })
  api.queries.listContacts = {
    area: village,
    items: [
      {
        name: '吴海根',
        role: 'gridWorker',
        roleTitle: '网格员',
        area: { code: '441882118215003', name: '宝珠村 第3网格' },
        phone: '0763-0000107',
      },
    ],
  }
  await host.openFirstPage()
  await host.page.tap('#home-contacts')
  await host.until(() => host.page.route.includes('contacts') && host.page.find('#contact-call-0'))
  await host.page.tap('#contact-call-0')
  expect(host.callsOf('makePhoneCall')).toMatchObject([
    { options: { phoneNumber: '0763-0000107' } },
  ])

  const matter = matterOf({ followCode: code })
  api.queries.getMatter = { matter, history: [], actions: [], children: [] }
  await host.open(`/pages/matter/index?matterId=${matter.matterId}`)
  await host.until(() => host.page.find('#follow-show'))
  await host.page.tap('#follow-show')
  await host.until(() => host.page.find('#follow-qr'))
  expect(host.page.attributes('#follow-qr').src).toMatch(/^data:image\/svg\+xml,/)
  expect([...host.missingTemplates, ...host.errors]).toEqual([])
  await host.close()
})
