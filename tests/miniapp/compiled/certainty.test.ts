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
import { gridWorkerWu, matterOf } from '../support/township'

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
  const actions = incidentFlow.statuses[status].actions as Record<
    string,
    { title: string; form: [] }
  >
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
    expect(host.callsOf('chooseMedia')[0]?.options).toMatchObject({
      count: 1,
      sourceType: ['camera'],
    })
    await host.page.tap('#act-submit')
    await host.until(() => [...api.township.files.values()].some((file) => file.contents.length))
    const sent = [...api.township.commands.values()].find((text) => text.includes('retakePhoto'))
    const [fileId, file] = [...api.township.files][0]!
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

describe('a grid worker without signal', () => {
  const openTask = {
    taskId: '01890000-0000-7000-8000-0000000000aa',
    ownerName: '宝珠村',
    state: 'open',
    openedAt: '2026-11-23T01:00:00.000Z',
  }
  const pooled = matterOf({ status: 'dispatched', task: openTask as never })

  const workersPhone = () => ({ ...createPhoneMemory(), storage: workersSession() })

  /** At work in the village: the pool and what it says are on the phone, then the radio is gone. */
  async function inTheValley() {
    const api = createApi()
    api.queries.listTasks = ({ box }: { box: string }) => ({
      items: box === 'pool' ? [pooled] : [],
      next: null,
    })
    api.township.callNamed('reportMatter', { commandId: 'c-0', matterId: pooled.matterId })
    const memory = workersPhone()
    const started = await start({ api, memory })
    await started.host.until(() => started.host.page.find('#home-pool'))
    await started.host.quiet()
    api.world.reachable = false
    return started
  }

  async function claimAndClose({ host }: Started) {
    await host.open(`/pages/matter/index?matterId=${pooled.matterId}`)
    await host.until(() => host.page.find('#action-claim'))
    await host.page.tap('#action-claim')
    await host.until(() => host.page.text().includes('“我来办”还没得到确认'))
    // The work does not wait for the answer: it waits behind the claim.
    await host.until(() => host.page.find('#action-handle'))
    await host.page.tap('#action-handle')
    await host.until(() => host.page.route.includes('act') && host.page.find('#photo-camera'))
    await host.page.input('#act-result', '路牌扶起来了')
    await host.page.tap('#photo-camera')
    await host.until(() => host.page.find('#photo-remove-1'))
    await host.page.tap('#act-submit')
    await host.until(() => host.page.route.includes('matter'))
  }

  test('claims and finishes a task; both are marked as not confirmed, outlive a kill, and arrive in their order', async () => {
    const started = await inTheValley()
    const { host, api, memory } = started
    await claimAndClose(started)
    await host.until(() => host.page.text().includes('“办好了”还没得到确认'))
    host.kill()
    api.world.reachable = true
    const again = await start({ api, memory })
    await again.host.until(() => api.township.commands.size === 3)
    await again.host.until(() => [...api.township.files.values()][0]?.contents.length === BYTES)
    const actions = [...api.township.commands.values()].map(
      (text) => /"action":"(\w+)"/.exec(text)?.[1],
    )
    expect(actions).toEqual([undefined, 'claim', 'handle'])
    expect(api.township.broken).toEqual([])
    await end(again)
  })

  test('who comes second is told by whom and when, and what was written and photographed goes as an addition', async () => {
    const started = await inTheValley()
    const { host, api, memory } = started
    await claimAndClose(started)
    host.kill()
    const firstAt = new Date().toISOString()
    api.refusals.actOnMatter = problem('task.already-claimed', {
      claimedByName: '李师傅',
      firstAt,
    })
    api.world.reachable = true
    const again = await start({ api, memory })
    await again.host.until(() => again.host.page.text().includes('2 条要您看一下'))
    await again.host.open('/pages/queue/index')
    await again.host.until(() => again.host.page.find('#queue-add-1'))
    const [card = ''] = [again.host.page.text('#queue-item-1')]
    expect(card).toMatch(/李师傅 今天 \d\d:\d\d 已经接手了/)
    expect(card).toContain('路牌扶起来了')
    await again.host.page.tap('#queue-copy-1')
    expect(again.host.callsOf('setClipboardData')[0]?.options.data).toBe('路牌扶起来了')
    await again.host.page.tap('#queue-add-1')
    await again.host.until(() => again.host.page.route.includes('report'))
    await again.host.until(() => again.host.page.find('#photo-remove-1'))
    expect(again.host.page.attributes('#report-text').value).toBe(
      `补充 ${pooled.number}：路牌扶起来了`,
    )
    await again.host.page.tap('#report-send')
    await again.host.until(() => [...api.township.files.values()][0]?.contents.length === BYTES)
    const sent = [...api.township.commands.values()].filter((text) => text.includes('补充'))
    expect(sent).toHaveLength(1)
    expect(api.township.broken).toEqual([])
    await end(again)
  })
})

describe('without signal, after the app was killed', () => {
  const contact = {
    name: '何福安',
    role: 'gridWorker',
    roleTitle: '网格员',
    area: { code: '441882118215003', name: '宝珠村 第3网格' },
    phone: '0763-0000003',
  }
  const card = {
    matterId: 'c-1',
    flow: 'truthCheck',
    title: '防骗提醒',
    words: '冒充领导要钱的都是骗局',
    area: { code: '441882118', name: '西江镇' },
    at: '2026-11-23T01:00:00.000Z',
  }

  /** A phone that was in signal once: its first screen, and nothing else, was opened. */
  async function wasInSignalOnce(session = signedInStorage()) {
    const api = createApi()
    const listed = matterOf({ text: '我报的那一件' })
    const task = {
      taskId: 't-1',
      ownerName: '宝珠村',
      state: 'claimed',
      openedAt: listed.receivedAt,
    }
    const mine = matterOf({
      matterId: 'm-mine' as never,
      status: 'handling',
      text: '我在办的那一件',
      task: { ...task, claimedBy: { personId: gridWorkerWu.personId, name: '吴海根' } } as never,
    })
    api.queries.listMatters = { items: [listed], next: null }
    api.queries.listTasks = { items: [mine], next: null }
    api.queries.listContacts = { area: contact.area, items: [contact] }
    api.queries.listCards = { items: [card], next: null }
    const memory = { ...createPhoneMemory(), storage: session }
    const first = await start({ api, memory })
    await first.host.quiet()
    first.host.kill()
    api.world.reachable = false
    return { ...(await start({ api, memory })), listed }
  }

  test('my matters, my tasks, the numbers of my grid, the kinds and what is public are still there', async () => {
    const started = await wasInSignalOnce(workersSession())
    const { host, memory } = started
    await host.until(() => host.page.find('#home-finish'))
    await host.open('/pages/matter/index?matterId=m-mine')
    await host.until(() => host.page.text().includes('我在办的那一件'))
    expect(host.page.find('#action-handle')).toBeDefined()
    await host.open('/pages/contacts/index')
    await host.until(() => host.page.text().includes('0763-0000003'))
    await host.open('/pages/news/index?box=cards')
    await host.until(() => host.page.text().includes('冒充领导要钱的都是骗局'))
    await host.open(`/pages/matter/index?matterId=${started.listed.matterId}`)
    await host.until(() => host.page.text().includes('我报的那一件'))
    await host.open('/pages/home/index')
    await host.page.tap('#home-report')
    await host.until(() => host.page.route.includes('report') && host.page.find('#kind-0603'))
    // Bounded: a page of each list and one list of numbers, whatever the township has.
    const kept = [...memory.storage].filter(([key]) => key.startsWith('cache/'))
    expect(kept.reduce((sum, [, value]) => sum + value.length, 0)).toBeLessThan(512 * 1024)
    await end(started)
  })

  test('a task is given back from its own page in three taps', async () => {
    const started = await wasInSignalOnce(workersSession())
    const { host, memory } = started
    await host.until(() => host.page.find('#home-finish'))
    await host.open('/pages/matter/index?matterId=m-mine')
    const taps = ['#action-handBack', '#act-reason-template-0', '#act-submit']
    for (const where of taps) {
      await host.until(() => host.page.find(where))
      await host.page.tap(where)
    }
    await host.until(() => host.page.text().includes('“交回”还没得到确认'))
    const queued = [...memory.storage].filter(([key]) => key.startsWith('queue/'))
    expect(queued).toHaveLength(1)
    expect(queued[0]?.[1]).toContain('"action":"handBack"')
    expect(taps.length).toBeLessThanOrEqual(3)
    await end(started)
  })
})

function workersSession() {
  const session = {
    status: 'signed-in',
    token: 'token',
    person: gridWorkerWu,
    county: { code: '441882', name: '连州市' },
  }
  return new Map([['session', JSON.stringify({ data: session })]])
}

describe('what was begun and not sent', () => {
  const report = (n: number, text: string) => ({
    schemaVersion: 2,
    matterId: `01890000-0000-7000-8000-00000000000${n}`,
    commandId: `0189000${n}-0000-7000-8000-000000000001`,
    kind: '0601',
    text,
    texts: {},
    values: {},
    names: {},
    photos: [],
    discoveredAt: '2026-11-23T01:00:00.000Z',
  })
  const put = (memory: PhoneMemory, key: string, data: unknown) =>
    void memory.storage.set(key, JSON.stringify({ data }))

  test('is listed after a kill: each goes on where it was left, one that is taken away comes back, and one of a newer app is shown and copied', async () => {
    const memory = { ...createPhoneMemory(), storage: signedInStorage() }
    for (const n of [1, 2, 3, 4]) put(memory, `draft/report-${n}`, report(n, `第 ${n} 处塌了`))
    put(memory, 'draft/report-9', { schemaVersion: 99, story: { text: '新版写的一句话' } })
    put(memory, 'draft/report-8', '坏了的一条')
    const started = await start({ memory })
    const { host } = started
    await host.until(() => host.page.find('#home-drafts'))
    expect(host.page.text('#home-drafts')).toContain('没写完的 6 条')
    await host.page.tap('#home-drafts')
    await host.until(() => host.page.find('#draft-5'))
    expect(host.page.text()).toContain('新版写的一句话')
    expect(host.page.text()).toContain('坏了的一条')
    await host.page.tap('#draft-export-0')
    await host.quiet()
    expect(host.callsOf('setClipboardData')[0]?.options.data).toMatch(/新版写的一句话|坏了的一条/)
    await host.page.tap('#draft-away-2')
    await host.until(() => !host.page.text().includes('第 4 处塌了'))
    await host.page.tap('#draft-undo')
    await host.until(() => host.page.text('#draft-2').includes('第 4 处塌了'))
    host.kill()
    const again = await start({ memory })
    await again.host.open('/pages/drafts/index')
    await again.host.until(() => again.host.page.find('#draft-5'))
    await again.host.page.tap('#draft-go-on-5')
    await again.host.until(() => again.host.page.route.includes('report'))
    expect(again.host.page.attributes('#report-text').value).toBe('第 1 处塌了')
    expect(memory.storage.get('draft/report-9')).toContain('新版写的一句话')
    await end(again)
  })
})
