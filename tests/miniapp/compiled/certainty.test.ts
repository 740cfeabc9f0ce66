import { incidentFlow } from '@domain/flows/incident'
import { drawForm } from '@cloud/queries/drawForm'
import { problem, type Problem } from '@contract/problems'
import type { MatterView } from '@contract/views'
import {
  createPhoneMemory,
  createWeappHost,
  weappDist,
  type Network,
  type PhoneMemory,
} from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'
import { matterOf } from '../support/township'

const BYTES = 1000
const bytes = Uint8Array.from({ length: BYTES }, (_, at) => (at * 7) % 256)

/** The township may say no to a step; everything else is as on any day. */
async function start(given: { memory?: PhoneMemory; api?: ReturnType<typeof createApi> } = {}) {
  const api = given.api ?? createApi()
  const memory = given.memory ?? { ...createPhoneMemory(), storage: signedInStorage() }
  const host = createWeappHost(weappDist, {
    memory,
    network: api.network,
    phone: { photos: [{ bytes, width: 40, height: 30 }] },
  })
  await host.openFirstPage()
  return { api, memory, host }
}

function createApi() {
  const api = createCompiledApi()
  const refusals: { actOnMatter?: Problem } = {}
  const network: Network = async (request) => {
    const refused = request.url.endsWith('/actOnMatter') && refusals.actOnMatter
    if (!refused || !api.world.reachable) return api.network(request)
    return {
      status: refused.status,
      headers: { 'content-type': 'application/json' },
      body: Uint8Array.from(Buffer.from(JSON.stringify(refused))),
    }
  }
  return { ...api, network, refusals }
}

type Started = Awaited<ReturnType<typeof start>>

async function end({ host }: Started) {
  expect([...host.missingTemplates]).toEqual([])
  expect(host.errors).toEqual([])
  await host.close()
}

const actionOf = (status: keyof typeof incidentFlow.statuses, action: string) => {
  const actions = incidentFlow.statuses[status].actions as Record<string, { title: string; form: [] }>
  const { title, form } = actions[action]!
  return { action, title, primary: true, form: drawForm(form) }
}

describe('a photo that is too dark', () => {
  const wanted = { action: 'retakePhoto', why: '太暗了，看不清。请到亮处再拍' }
  const asked = matterOf({
    status: 'awaitingPhoto',
    sentence: '有一张照片看不清，请重拍后再送',
    photos: [
      { fileId: 'f-1', takenFor: 'report', state: 'processing' },
      { fileId: 'f-2', takenFor: 'report', state: 'processing', wanted },
    ] as unknown as MatterView['photos'],
  })

  test('is asked for on the first screen; the camera opens for exactly that one, and the better one arrives whole', async () => {
    const api = createApi()
    api.queries.listMatters = { items: [asked], next: null }
    api.queries.getMatter = {
      matter: asked,
      history: [],
      children: [],
      actions: [actionOf('awaitingPhoto', 'retakePhoto')],
    }
    api.township.callNamed('reportMatter', { commandId: 'c-0', matterId: asked.matterId })
    const started = await start({ api })
    const { host } = started
    await host.until(() => host.page.find('#needs-you-retake-0'))
    expect(host.page.text('#needs-you-retake-0-card')).toContain(
      '请重拍第 2 张照片：太暗了，看不清。请到亮处再拍',
    )
    await host.page.tap('#needs-you-retake-0')
    await host.until(() => host.page.route.includes('act') && host.page.find('#act-submit'))
    expect(host.callsOf('chooseMedia')).toHaveLength(1)
    expect(host.callsOf('chooseMedia')[0]?.options).toMatchObject({ count: 1, sourceType: ['camera'] })
    await host.page.tap('#act-submit')
    await host.until(() => [...api.township.files.values()].some((file) => file.contents.length))
    const sent = [...api.township.commands.values()].find((text) => text.includes('retakePhoto'))
    const [[fileId, file]] = [...api.township.files] as [[string, { contents: Buffer }]]
    expect(sent).toContain(`"photos":["${fileId}"]`)
    expect([...file.contents]).toEqual([...bytes])
    expect(api.township.broken).toEqual([])
    await end(started)
  })

  test('is named on the page of the matter as well, and whoever turns back from the camera has begun nothing', async () => {
    const api = createApi()
    api.queries.getMatter = { matter: asked, history: [], children: [], actions: [] }
    const started = await start({ api })
    const { host } = started
    await host.open(`/pages/matter/index?matterId=${asked.matterId}`)
    await host.until(() => host.page.find('#matter-retake'))
    expect(host.page.text()).toContain('要重拍')
    host.phone.photos = []
    await host.page.tap('#matter-retake')
    await host.quiet()
    expect(host.page.route).toContain('matter')
    expect([...host.memory.storage.keys()].filter((key) => key.startsWith('draft/'))).toEqual([])
    await end(started)
  })
})

export { problem }
