import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { kinds, matterOf, officerZeng, ownGrid } from '../support/township'

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const drafts = await import('@miniapp/stores/drafts')
  const queue = await import('@miniapp/stores/sendQueue')
  const { default: ReportPage } = await import('@miniapp/pages/report/index')
  const taro = await import('@tarojs/taro')
  const { fakeTaro: phone } = taro as unknown as { fakeTaro: typeof fakeTaro }
  return { drafts, queue, ReportPage, phone }
}

function signedInPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: officerZeng })
  fake.answer('listKinds', { items: kinds })
  fake.answer('findGrid', { grid: ownGrid })
  return fake
}

async function openReport(fake: FakePlatform, start: object = {}) {
  const app = await startApp(fake)
  const key = app.drafts.newReport(start)
  app.phone.router.params = { draft: key }
  await act(async () => void render(<app.ReportPage />))
  return { ...app, key }
}

const tap = async (id: string) =>
  act(async () => void fireEvent.click(document.getElementById(id) as HTMLElement))

test('an officer who has taken a photo needs two more taps: the kind, and send', async () => {
  const fake = signedInPhone()
  fake.answer('reportMatter', { matter: matterOf() })
  fake.answer('uploadChunk', { fileId: 'f', receivedBytes: 1, state: 'received' })
  const { key, drafts } = await openReport(fake)
  const { addPhotos } = await import('@miniapp/stores/draftPhotos')
  await act(async () => void (await addPhotos(key, 'camera')))
  await screen.findAllByText('宝珠村 第3网格')

  await tap('kind-0603')
  await tap('report-send')

  await waitFor(() => expect(fake.requests.some(({ name }) => name === 'uploadChunk')).toBe(true))
  const sent = fake.requests.find(({ name }) => name === 'reportMatter')?.body as Record<
    string,
    unknown
  >
  expect(sent).toMatchObject({ kind: '0603', text: '', place: { datum: 'gcj02' } })
  expect(sent.fileIds).toHaveLength(1)
  expect(fake.opened).toEqual([`/pages/sent/index?itemId=${String(sent.commandId)}`])
  expect(drafts.openDraft(key)).toBeUndefined()
})

test('two quick taps on send are one report', async () => {
  const fake = signedInPhone()
  fake.answer('reportMatter', { matter: matterOf() })
  await openReport(fake)
  await screen.findAllByText('宝珠村 第3网格')
  await tap('kind-0603')
  await act(async () => {
    const send = document.getElementById('report-send') as HTMLElement
    fireEvent.click(send)
    fireEvent.click(send)
  })
  expect(fake.requests.filter(({ name }) => name === 'reportMatter')).toHaveLength(1)
})

test('a report without a kind is not sent, and the person is told which', async () => {
  const fake = signedInPhone()
  await openReport(fake)
  await tap('report-send')
  expect(fake.toasts).toEqual(['请先选一类'])
  expect(fake.requests.some(({ name }) => name === 'reportMatter')).toBe(false)
})

test('a half-filled report is back after the app was killed, with its photo, its kind and its words', async () => {
  const fake = signedInPhone()
  const first = await openReport(fake)
  const { addPhotos } = await import('@miniapp/stores/draftPhotos')
  await act(async () => void (await addPhotos(first.key, 'camera')))
  await tap('kind-0601')
  await act(
    async () =>
      void fireEvent.change(document.getElementById('report-text') as HTMLElement, {
        target: { value: '桥头塌了一块' },
      }),
  )
  document.body.innerHTML = ''

  const again = await startApp(fake)
  expect(again.drafts.unfinishedReports()).toMatchObject([
    {
      key: first.key,
      draft: {
        kind: '0601',
        text: '桥头塌了一块',
        photos: [{ ready: { bytes: expect.any(Number) } }],
      },
    },
  ])
})

test('without permission for the place the grid can be chosen by hand', async () => {
  const fake = signedInPhone()
  fake.world.denied = true
  await openReport(fake)
  await screen.findByText('没有定位权限：可以在图上点，也可以打开权限或选网格')
  await tap('kind-0603')
  await tap('report-send')
  await waitFor(() => expect(fake.toasts).toEqual(['请先选网格，好知道派给谁']))
  await tap('report-change-place')
  expect(fake.opened[0]).toMatch(/^\/pages\/place\/index\?draft=/)
})

describe('where the phone may not find itself, and without a line', () => {
  const square = [
    [112.4, 24.7],
    [112.42, 24.7],
    [112.42, 24.72],
    [112.4, 24.72],
  ]

  async function openPin(fake: FakePlatform) {
    fake.world.denied = true
    fake.answer('listGrids', { datum: 'gcj02', items: [{ ...ownGrid, geometry: [[square]] }] })
    const app = await openReport(fake)
    await screen.findByText('在图上点')
    await tap('report-pin')
    expect(fake.opened.at(-1)).toBe(`/pages/pin/index?draft=${app.key}`)
    // The map was kept while there was a line.
    await (await import('@miniapp/stores/gridOutline')).loadGridOutline()
    fake.answers.delete('listGrids')
    fake.answers.delete('findGrid')
    const { default: PinPage } = await import('@miniapp/pages/pin/index')
    const page = render(<PinPage />)
    await waitFor(() => expect(document.getElementById('pin-map')).not.toBeNull())
    return { ...app, page }
  }

  test('a finger on the drawn map says where it is, and the township is told that it was a finger', async () => {
    const fake = signedInPhone()
    const { page } = await openPin(fake)
    await act(
      async () =>
        void fireEvent.click(document.getElementById('pin-map') as HTMLElement, {
          clientX: 50,
          clientY: 50,
        }),
    )
    expect(document.getElementById('pin-words')?.textContent).toBe('宝珠村 第3网格')
    await tap('pin-take')
    expect(fake.opened.at(-1)).toBe('back')
    page.unmount()
    expect(screen.getByText('自己点的位置')).toBeTruthy()

    fake.answer('reportMatter', { matter: matterOf() })
    await tap('kind-0603')
    await tap('report-send')
    const sent = () => fake.requests.find(({ name }) => name === 'reportMatter')?.body
    await waitFor(() => expect(sent()).toBeDefined())
    const { place, gridCode } = sent() as { place: Record<string, number>; gridCode?: string }
    expect(place).toMatchObject({ datum: 'gcj02', byHand: true })
    expect(place).not.toHaveProperty('accuracyMetres')
    expect(place.longitude).toBeCloseTo(112.41, 5)
    expect(place.latitude).toBeCloseTo(24.71, 5)
    expect(gridCode).toBeUndefined()
  })

  test('whoever sees no map moves the pin by four buttons that say what they do', async () => {
    const fake = signedInPhone()
    const { key, drafts } = await openPin(fake)
    const north = document.getElementById('pin-north') as HTMLElement
    expect(north.getAttribute('aria-label')).toBe('往北挪 20 米')
    await tap('pin-north')
    await tap('pin-east')
    await tap('pin-take')
    const { place } = drafts.openDraft(key) as { place?: { latitude: number; longitude: number } }
    expect(((place?.latitude ?? 0) - 24.71) * 111_195).toBeCloseTo(20, 0)
    expect(place?.longitude).toBeGreaterThan(112.41)
  })

  test('looking for the place again takes the pin away', async () => {
    const fake = signedInPhone()
    const { key, drafts, page } = await openPin(fake)
    await tap('pin-south')
    await tap('pin-take')
    page.unmount()
    fake.world.denied = false
    await tap('report-locate')
    await waitFor(() => expect(drafts.openDraft(key)).toMatchObject({ place: fake.world.place }))
  })
})

test('without signal the report waits in the phone, and goes unchanged when asked again', async () => {
  const fake = signedInPhone()
  const { queue } = await openReport(fake)
  await screen.findAllByText('宝珠村 第3网格')
  await tap('kind-0603')
  await tap('report-send')
  await waitFor(() =>
    expect(queue.countQueue(queue.useQueue.getState())).toMatchObject({ waiting: 1, needsYou: 0 }),
  )
  fake.answer('reportMatter', { matter: matterOf() })
  await act(async () => queue.sendQueue.drain({ hurry: true }))
  const bodies = fake.requests
    .filter(({ name }) => name === 'reportMatter')
    .map(({ body }) => JSON.stringify(body))
  expect(bodies.length).toBeGreaterThan(1)
  expect(new Set(bodies).size).toBe(1)
  expect(queue.countQueue(queue.useQueue.getState()).waiting).toBe(0)
})

test('a fire shows the number to dial before anything is typed', async () => {
  const fake = signedInPhone()
  await openReport(fake, { kind: '0801' })
  await screen.findByText('人要紧，先拨 119')
})

test('an officer finds a kind by its first letters', async () => {
  const fake = signedInPhone()
  await openReport(fake)
  await waitFor(() => expect(document.getElementById('kind-search')).not.toBeNull())
  await act(
    async () =>
      void fireEvent.change(document.getElementById('kind-search') as HTMLElement, {
        target: { value: 'hq' },
      }),
  )
  await tap('kind-0801')
  expect(document.getElementById('kind-chosen')?.textContent).toContain('火情')
})

test('whoever joined through WeChat is asked for a name once, with the first report', async () => {
  const fake = signedInPhone()
  const newcomer = { ...officerZeng, name: '微信用户' }
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: newcomer })
  fake.answer('listKinds', { items: [...kinds, { ...kinds[0], code: '0888', urgency: 'U1' }] })
  fake.answer('reportMatter', { matter: matterOf() })
  await openReport(fake, { kind: '0603' })
  await screen.findAllByText('宝珠村 第3网格')
  await tap('report-send')
  expect(fake.toasts).toEqual(['请先写上您怎么称呼，镇里好回您'])
  await act(
    async () =>
      void fireEvent.change(document.getElementById('own-name') as HTMLElement, {
        target: { value: ' 王阿姨 ' },
      }),
  )
  await tap('report-send')
  await waitFor(() => expect(fake.requests.some(({ name }) => name === 'reportMatter')).toBe(true))
  const said = () => fake.requests.filter(({ name }) => name === 'correctMyData')
  expect(said().map(({ body }) => body)).toEqual([{ name: '王阿姨', phone: '' }])
  // Without an answer it is said again when the app is opened, and never asked again.
  fake.answer('correctMyData', { data: {} })
  const { sendOwnName } = await import('@miniapp/stores/ownName')
  await sendOwnName()
  await sendOwnName()
  expect(said()).toHaveLength(2)
  expect(fake.phone.records.read('session')).toMatchObject({ person: { name: '王阿姨' } })
})

test('danger to life is reported without a name', async () => {
  const fake = signedInPhone()
  fake.phone.records.write('session', {
    status: 'signed-in',
    token: 't',
    person: { ...officerZeng, name: '微信用户' },
  })
  fake.answer('listKinds', { items: [{ ...kinds[0], code: '0888', urgency: 'U1' }] })
  await openReport(fake, { kind: '0888' })
  await screen.findAllByText('宝珠村 第3网格')
  expect(document.getElementById('own-name')).toBeNull()
  await tap('report-send')
  expect(fake.toasts).toEqual([])
})
