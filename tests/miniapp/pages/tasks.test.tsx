import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { problem } from '@contract/problems'
import type { MatterView } from '@contract/views'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { gridWorkerWu, kinds, matterOf } from '../support/township'

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const { default: MattersPage } = await import('@miniapp/pages/matters/index')
  const { default: MatterPage } = await import('@miniapp/pages/matter/index')
  const { default: ActPage } = await import('@miniapp/pages/act/index')
  const { default: HomePage } = await import('@miniapp/pages/home/index')
  const box = await import('@miniapp/stores/openBox')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  return { MattersPage, MatterPage, ActPage, HomePage, box, phone }
}

const openTask = {
  taskId: '01890000-0000-7000-8000-0000000000aa',
  ownerName: '宝珠村',
  state: 'open',
  openedAt: '2026-11-23T01:00:00.000Z',
}
const pooled = matterOf({
  status: 'dispatched',
  sentence: '已派给{owner}，等人接手',
  task: openTask as MatterView['task'],
})
const handling = matterOf({
  status: 'handling',
  sentence: '{handler}在办，{due}前办完',
  version: 2,
  task: {
    ...openTask,
    state: 'claimed',
    claimedBy: { personId: gridWorkerWu.personId, name: '吴海根' },
  } as MatterView['task'],
})

function workersPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: gridWorkerWu })
  fake.answer('listKinds', { items: kinds })
  boxes(fake, { mine: [], pool: [], done: [] })
  return fake
}

function boxes(fake: FakePlatform, lists: Record<string, MatterView[]>) {
  fake.answers.set('listTasks', (body) => ({
    status: 200,
    body: { items: lists[(body as { box: string }).box] ?? [], next: null },
  }))
}

const tap = async (id: string) =>
  act(async () => void fireEvent.click(document.getElementById(id) as HTMLElement))

test('a grid worker takes a task from the pool and finds it under what is in hand', async () => {
  const fake = workersPhone()
  boxes(fake, { pool: [pooled], mine: [] })
  const { MattersPage, box } = await startApp(fake)
  box.useBox.setState({ box: 'pool' })
  await act(async () => void render(<MattersPage />))
  await screen.findByText('已派给宝珠村，等人接手')
  boxes(fake, { pool: [], mine: [handling] })
  fake.answer('claimTask', { matter: handling })
  await tap('claim-0')
  await screen.findByText(/^吴海根在办/)
  expect(fake.toasts).toEqual(['接到了，在“在办”里'])
})

test('who comes second is told the name of who was first', async () => {
  const fake = workersPhone()
  boxes(fake, { pool: [pooled] })
  const { MattersPage, box } = await startApp(fake)
  box.useBox.setState({ box: 'pool' })
  await act(async () => void render(<MattersPage />))
  fake.answer('claimTask', problem('task.already-claimed', { claimedByName: '李师傅' }), 409)
  await tap('claim-0')
  await waitFor(() => expect(fake.toasts).toEqual(['李师傅已经接手了']))
})

test('a claim whose answer was lost is marked as not confirmed, and the same command is repeated', async () => {
  const fake = workersPhone()
  boxes(fake, { pool: [pooled] })
  const { MattersPage, box } = await startApp(fake)
  box.useBox.setState({ box: 'pool' })
  await act(async () => void render(<MattersPage />))
  await tap('claim-0')
  await screen.findByText('还没得到确认，有信号就去接')
  expect(fake.toasts).toEqual(['已记下，还没得到确认。有信号就去接'])
  expect(document.getElementById('claim-0')).toBeNull()
  fake.answer('actOnMatter', { matter: handling })
  const { sendQueue } = await import('@miniapp/stores/sendQueue')
  await act(async () => sendQueue.drain({ hurry: true }))
  const claims = fake.requests.filter(({ name }) => /claimTask|actOnMatter/.test(name))
  expect(claims.map(({ name }) => name)).toEqual(['claimTask', 'actOnMatter', 'actOnMatter'])
  const ids = claims.map(({ body }) => (body as { commandId: string }).commandId)
  expect(new Set(ids).size).toBe(1)
  expect(claims[2]?.body).toEqual({
    commandId: ids[0],
    matterId: pooled.matterId,
    action: 'claim',
    input: {},
  })
})

test('the first screen counts what is overdue, due today and new', async () => {
  const fake = workersPhone()
  const soon = new Date(new Date().setHours(23, 59, 59)).toISOString()
  const overdue = { ...handling, dueAt: '2020-01-01T00:00:00.000Z' }
  const today = { ...handling, matterId: 'b' as MatterView['matterId'], dueAt: soon }
  boxes(fake, { mine: [overdue, today], pool: [pooled] })
  const { HomePage } = await startApp(fake)
  await act(async () => void render(<HomePage />))
  await waitFor(() => expect(document.getElementById('home-overdue')?.textContent).toBe('1超时'))
  expect(document.getElementById('home-due-today')?.textContent).toBe('1今天到期')
  expect(document.getElementById('home-new')?.textContent).toBe('1新来的')
  expect(document.getElementById('home-finish')?.textContent).toBe('办好了')
})

test('a matter shows the actions of the flow, the one thing to do first', async () => {
  const fake = workersPhone()
  const owner = { name: 'owner', title: '派给', type: 'owner', required: true, max: 1 }
  fake.answer('getMatter', {
    matter: handling,
    history: [],
    children: [],
    actions: [
      { action: 'dispatch', title: '派遣', primary: false, form: [owner] },
      { action: 'handle', title: '办好了', primary: true, form: [] },
    ],
  })
  const { MatterPage, phone } = await startApp(fake)
  phone.router.params = { matterId: handling.matterId }
  await act(async () => void render(<MatterPage />))
  await screen.findByText('办好了')
  const buttons = [...document.querySelectorAll('[id^=action-]')].map(({ id }) => id)
  expect(buttons).toEqual(['action-handle', 'action-dispatch'])
})

test('finishing demands a photo and a line, and then goes through the queue: text first, photo after', async () => {
  const fake = workersPhone()
  boxes(fake, { mine: [handling] })
  const photos = { name: 'photos', title: '办好后的照片', type: 'photos', required: true, max: 9 }
  const result = {
    name: 'result',
    title: '怎么办的',
    type: 'text',
    required: true,
    max: 500,
    templates: ['已处理好'],
  }
  fake.answer('getMatter', {
    matter: handling,
    history: [],
    children: [],
    actions: [{ action: 'handle', title: '办好了', primary: true, form: [result, photos] }],
  })
  fake.answer('actOnMatter', { matter: { ...handling, status: 'handled' } })
  fake.answer('uploadChunk', { fileId: 'f', receivedBytes: 9, state: 'received' })
  const { ActPage, phone } = await startApp(fake)
  phone.router.params = { matterId: handling.matterId, action: 'handle' }
  await act(async () => void render(<ActPage />))
  await tap('act-submit')
  expect(fake.toasts.pop()).toBe('请填写怎么办的')
  await tap('act-result-template-0')
  await tap('act-submit')
  expect(fake.toasts.pop()).toBe('请拍照：办好后的照片')
  await tap('photo-camera')
  await tap('act-submit')
  await waitFor(() => expect(fake.requests.some(({ name }) => name === 'uploadChunk')).toBe(true))
  expect(fake.opened).toEqual(['back'])
  const order = fake.requests
    .map(({ name }) => name)
    .filter((name) => name === 'actOnMatter' || name === 'uploadChunk')
  expect(order).toEqual(['actOnMatter', 'uploadChunk'])
  expect(fake.requests.find(({ name }) => name === 'actOnMatter')?.body).toMatchObject({
    action: 'handle',
    input: { result: '已处理好', photos: [expect.any(String)] },
  })
})
