import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { visitFlow } from '@domain/flows/visit'
import type { KindView } from '@contract/views'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { gridWorkerWu, kindOf, kinds, matterOf, ownGrid } from '../support/township'

const { form, needs } = visitFlow.report
const visitKind = kindOf('2401', '日常走访', null, {
  flow: 'visit',
  flowTitle: '入户走访',
  form: form as never,
  needs: needs as unknown as KindView['needs'],
  photosMax: 2,
})

/** 2026-11-23 at an hour in China. */
const seen = (hour: number, day = 23) =>
  new Date(Date.parse(`2026-11-${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString()

function workersPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: gridWorkerWu })
  fake.answer('listKinds', { items: [...kinds, visitKind] })
  fake.answer('findGrid', { grid: ownGrid })
  return fake
}

async function openVisit(fake: FakePlatform, start: object = {}) {
  freshApp(fake)
  const drafts = await import('@miniapp/stores/drafts')
  const { sendQueue } = await import('@miniapp/stores/sendQueue')
  const { default: ReportPage } = await import('@miniapp/pages/report/index')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  const chosenGrid = { code: ownGrid.code, name: ownGrid.name }
  const key = drafts.newReport({ kind: '2401', chosenGrid, discoveredAt: seen(10), ...start })
  phone.router.params = { draft: key }
  const page = await act(async () => render(<ReportPage />))
  await waitFor(() => expect(byId('form-household')).not.toBeNull())
  return { page, sendQueue }
}

const byId = (id: string) => document.getElementById(id)
const tap = async (id: string) => act(async () => void fireEvent.click(byId(id) as HTMLElement))
const type = async (id: string, value: string) =>
  act(async () => void fireEvent.change(byId(id) as HTMLElement, { target: { value } }))
const sentBodies = (fake: FakePlatform) =>
  fake.requests.filter(({ name }) => name === 'reportMatter').map(({ body }) => body)

async function visit(household: string) {
  await type('form-household', household)
  await tap('form-met-family')
  await tap('form-needs-none')
}

test('a visit by day to a household nobody visited asks four things at most, and is sent', async () => {
  const fake = workersPhone()
  fake.answer('reportMatter', { matter: matterOf() })
  await openVisit(fake)
  for (const sometimes of ['form-again', 'form-wish', 'form-photoAllowed', 'form-found'])
    expect(byId(sometimes)).toBeNull()
  await visit('3组12号')
  await tap('report-send')
  await waitFor(() => expect(sentBodies(fake)).toHaveLength(1))
  expect(sentBodies(fake)[0]).toMatchObject({
    kind: '2401',
    gridCode: ownGrid.code,
    discoveredAt: seen(10),
    fields: { household: '3组12号', met: 'family', needs: 'none' },
  })
})

test('whoever knocks where somebody knocked three days ago is told by whom, and gives a reason', async () => {
  const fake = workersPhone()
  fake.answer('findSaidBefore', {
    items: [{ field: 'household', at: seen(10, 20), kindName: '日常走访', by: '陈小明' }],
  })
  await openVisit(fake)
  await visit('3组12号')
  await waitFor(() => expect(byId('form-again')).not.toBeNull(), { timeout: 3000 })
  expect(byId('form-again-why')?.textContent).toMatch(/陈小明来过（日常走访）.*7 天里有人去过/)
  await tap('report-send')
  expect(fake.toasts.pop()).toContain('为什么再去')
  expect(sentBodies(fake)).toEqual([])
  await tap('form-again-template-2')
  fake.answer('reportMatter', { matter: matterOf() })
  await tap('report-send')
  await waitFor(() => expect(sentBodies(fake)).toHaveLength(1))
  expect(sentBodies(fake)[0]).toMatchObject({ fields: { again: '这家人请我再来' } })
})

test('a second visit is told of in a valley as well: the phone remembers its own', async () => {
  const fake = workersPhone()
  const { page, sendQueue } = await openVisit(fake)
  await visit('3组12号')
  await tap('report-send')
  await waitFor(() => expect(sendQueue.read().items).toHaveLength(1))
  page.unmount()
  // The app is closed and opened again two days later, still without a line.
  await openVisit(fake, { discoveredAt: seen(10, 25) })
  await visit('三组 12 号')
  expect(byId('form-again-why')?.textContent).toContain('吴海根来过')
  await tap('report-send')
  expect(fake.toasts.pop()).toContain('为什么再去')
  await type('form-household', '3组13号')
  expect(byId('form-again')).toBeNull()
})

test('a visit at nine in the evening needs the household’s own wish', async () => {
  const fake = workersPhone()
  await openVisit(fake, { discoveredAt: seen(21) })
  expect(byId('form-wish-why')?.textContent).toContain('晚上 8 点后不上门')
  await visit('3组12号')
  await tap('report-send')
  expect(fake.toasts.pop()).toContain('为什么约这个时间')
})

test('a photo of a house is sent only when the household agreed', async () => {
  const fake = workersPhone()
  await openVisit(fake)
  await visit('3组12号')
  await tap('photo-camera')
  await waitFor(() => expect(byId('form-photoAllowed')).not.toBeNull())
  await tap('report-send')
  expect(fake.toasts.pop()).toContain('这家人同意拍照')
})

test('a resident is looked for by their whole name, where the visit is', async () => {
  const fake = workersPhone()
  fake.answer('searchPeople', { items: [] })
  await openVisit(fake)
  await tap('form-more')
  await type('form-visited', '王小明')
  await tap('form-visited-find')
  await waitFor(() => expect(fake.requests.some(({ name }) => name === 'searchPeople')).toBe(true))
  expect(fake.requests.find(({ name }) => name === 'searchPeople')?.body).toEqual({
    search: '王小明',
    residentsOf: ownGrid.code,
  })
})

test('a villager reads who visited them, by name and office, and opens it', async () => {
  const fake = workersPhone()
  const visited = matterOf({
    flow: 'visit',
    kind: { code: '2401', name: '日常走访', categoryName: '入户走访', icon: 'person' },
    reporter: { name: '吴海根', roleTitle: '网格员' },
  })
  fake.answer('listMatters', { items: [visited], next: null })
  await openVisit(fake)
  const { default: VisitsPage } = await import('@miniapp/pages/visits/index')
  await act(async () => void render(<VisitsPage />))
  await screen.findByText('吴海根（网格员）')
  const asked = fake.requests.find(({ name }) => name === 'listMatters')?.body
  expect(asked).toMatchObject({ filter: { aboutMe: true } })
  await tap('visit-0')
  expect(fake.opened.at(-1)).toBe(`/pages/matter/index?matterId=${visited.matterId}`)
})

test('a visit begins at the door and ends when leaving: two taps, one record, no place between them', async () => {
  const fake = workersPhone()
  fake.answer('reportMatter', { matter: matterOf() })
  const began = Date.now() - 27 * 60_000
  await openVisit(fake, { discoveredAt: seen(2) })
  try {
    jest.useFakeTimers({ now: began, doNotFake: ['setTimeout', 'setImmediate', 'queueMicrotask'] })
    await tap('form-stayed-begin')
    jest.setSystemTime(began + 27 * 60_000)
    await tap('form-stayed-end')
  } finally {
    jest.useRealTimers()
  }
  expect((byId('form-stayed') as HTMLInputElement).value).toBe('27')
  await visit('宝珠村 8 组 3 号')
  const hour = new Date(began).getUTCHours() + 8
  if (hour % 24 < 9 || hour % 24 >= 20) await type('form-wish', '这家人约的')
  await tap('report-send')
  await waitFor(() => expect(sentBodies(fake)).toHaveLength(1))
  const [body] = sentBodies(fake) as { discoveredAt: string; fields: object; place?: unknown }[]
  expect(body?.discoveredAt).toBe(new Date(began).toISOString())
  expect(body?.fields).toMatchObject({ stayed: 27 })
})
