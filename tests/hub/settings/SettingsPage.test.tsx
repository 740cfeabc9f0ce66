import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeFakeBackend, noAnswer, refused } from '../support/fakeBackend'
import { hubOperatorChen, NOW } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const hours = (count: number) => ({ hours: count, clock: 'elapsed' })

const product = {
  flows: [
    {
      flow: 'incident',
      title: '事件',
      purpose: '看到的问题报上来',
      limitsByLaw: false,
      statuses: [{ status: 'sentBack', title: '待补充', limit: hours(24) }],
      forms: [{ action: 'report', title: '上报', fields: [] }],
      points: [],
    },
    {
      flow: 'petition',
      title: '信访事项',
      purpose: '依法登记',
      limitsByLaw: true,
      statuses: [{ status: 'filed', title: '已提出', limit: hours(360) }],
      forms: [{ action: 'report', title: '提出', fields: [] }],
      points: [],
    },
  ],
  kinds: [
    {
      code: '0501',
      name: '暴露垃圾',
      category: '05',
      categoryName: '环境卫生',
      flow: 'incident',
      urgency: 'U4',
      accept: hours(4),
      handle: hours(8),
      basePoints: 2,
      selfClose: true,
      sensitivity: 'S0',
      owner: '环卫',
    },
  ],
}

const firstVersion = {
  version: 1,
  effectiveFrom: new Date(NOW).toISOString(),
  madeAt: new Date(NOW).toISOString(),
  madeBy: '冯玉根',
  note: '先试',
  state: 'inForce',
}

const nothing = { flows: {}, kinds: {}, ownKinds: [] }
const emptyPreview = {
  problems: [],
  effectiveFrom: new Date(NOW).toISOString(),
  flows: [],
  kinds: [],
  openMatters: 3,
  skips: [],
}

function countyBackend() {
  const backend = makeFakeBackend()
  const post = {
    role: 'countyAdmin',
    roleTitle: '县级管理员',
    area: { code: '441882', name: '连州市' },
  }
  backend.answers.whoAmI = () => ({
    person: { ...hubOperatorChen, name: '冯玉根', posts: [post] },
    county: { code: '441882', name: '连州市' },
    serverTime: new Date(NOW).toISOString(),
  })
  backend.answers.readCountySettings = () => ({
    versions: [firstVersion],
    version: 1,
    content: nothing,
    ...product,
  })
  backend.answers.previewCountySettings = () => emptyPreview
  backend.answers.changeCountySettings = () => ({ version: { ...firstVersion, version: 2 } })
  return backend
}

/** The page is loaded when it is first opened, which takes its time here. */
async function openSettings(backend: ReturnType<typeof makeFakeBackend>) {
  await openConsole(backend)
  fireEvent.click(await screen.findByTestId('nav-settings'))
  window.location.hash = '#/settings'
  return screen.findByTestId('flow-editor', {}, { timeout: 15_000 })
}

const field = (path: string) => document.querySelector<HTMLElement>(`[data-path="${path}"]`)!
const input = (path: string) => within(field(path)).getAllByRole('spinbutton')[0]!
const sent = (backend: ReturnType<typeof makeFakeBackend>, name: string) =>
  backend.callsOf(name).map(({ body }) => body)

test('who may not change settings does not see the page', async () => {
  await openConsole(makeFakeBackend(), '#/settings')
  expect(screen.queryByTestId('nav-settings')).toBeNull()
  expect(screen.queryByTestId('settings')).toBeNull()
})

test('the list of versions says who changed what when, from when and why', async () => {
  await openSettings(countyBackend())
  const [row] = screen.getAllByTestId('version-row')
  expect(row!.textContent).toContain('第 1 版')
  expect(row!.textContent).toContain('正在用')
  expect(row!.textContent).toContain('冯玉根')
  expect(row!.textContent).toContain('先试')
})

test('only the difference is sent, after it has been looked at, and the rest stays the product’s', async () => {
  const backend = countyBackend()
  await openSettings(backend)
  expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', true)
  fireEvent.change(input('flows.incident.limits.sentBack'), { target: { value: '12' } })
  expect(field('flows.incident.limits.sentBack').textContent).toContain('原来是24小时')
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  expect((await screen.findByTestId('settings-preview')).textContent).toContain('开着的 3 件')
  fireEvent.change(screen.getByTestId('settings-note'), { target: { value: '夜里没人' } })
  await waitFor(() => expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', false))
  fireEvent.click(screen.getByTestId('settings-save'))
  await waitFor(() => expect(sent(backend, 'changeCountySettings')).toHaveLength(1))
  expect(sent(backend, 'changeCountySettings')[0]).toMatchObject({
    basedOn: 1,
    note: '夜里没人',
    content: { flows: { incident: { limits: { sentBack: hours(12) } } }, kinds: {}, ownKinds: [] },
  })
})

test('put back to the product’s, nothing is different any more', async () => {
  const backend = countyBackend()
  await openSettings(backend)
  fireEvent.change(input('flows.incident.limits.sentBack'), { target: { value: '12' } })
  fireEvent.click(within(field('flows.incident.limits.sentBack')).getByText('恢复'))
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  await screen.findByTestId('settings-preview')
  expect(sent(backend, 'previewCountySettings')).toEqual([{ content: nothing }])
})

test('what is wrong stands at its place and in the list, and cannot be saved', async () => {
  const backend = countyBackend()
  const wrong = {
    path: 'flows.incident.limits.sentBack',
    code: 'limit-not-positive',
    words: '时限要大于零',
  }
  backend.answers.previewCountySettings = () => ({ ...emptyPreview, problems: [wrong] })
  await openSettings(backend)
  fireEvent.change(input(wrong.path), { target: { value: '0' } })
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  const found = await screen.findByTestId('settings-problems')
  expect(found.textContent).toBe('事件：时限要大于零')
  expect(field(wrong.path).textContent).toContain('时限要大于零')
  const [incident] = screen.getAllByTestId('choose')
  expect(incident!.textContent).toContain('有问题')
  expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', true)
})

test('a field of one’s own is added by a form', async () => {
  const backend = countyBackend()
  await openSettings(backend)
  fireEvent.click(screen.getByTestId('add-field'))
  const added = screen.getByTestId('added-field')
  fireEvent.change(within(added).getByLabelText('栏目名'), { target: { value: '水深' } })
  fireEvent.change(within(added).getByLabelText('填什么'), { target: { value: 'number' } })
  fireEvent.click(within(added).getByLabelText('必须填'))
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  await screen.findByTestId('settings-preview')
  expect(sent(backend, 'previewCountySettings')[0]).toMatchObject({
    content: {
      flows: {
        incident: {
          forms: {
            report: { adds: [{ name: 'own1', title: '水深', type: 'number', required: true }] },
          },
        },
      },
    },
  })
})

test('a kind of one’s own begins with a number of the range left for it', async () => {
  const backend = countyBackend()
  await openSettings(backend)
  fireEvent.click(screen.getByText('自己的类别'))
  fireEvent.click(await screen.findByTestId('add-kind'))
  const editor = screen.getByTestId('own-kind-editor')
  fireEvent.change(within(editor).getByLabelText('名称'), { target: { value: '河道漂浮物' } })
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  await screen.findByTestId('settings-preview')
  expect(sent(backend, 'previewCountySettings')[0]).toMatchObject({
    content: { ownKinds: [{ code: '0591', name: '河道漂浮物' }] },
  })
})

test('when somebody saved first, one’s own changes are put upon theirs and looked at again', async () => {
  const backend = countyBackend()
  await openSettings(backend)
  fireEvent.change(input('flows.incident.limits.sentBack'), { target: { value: '12' } })
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  await screen.findByTestId('settings-preview')
  backend.answers.changeCountySettings = () => refused('settings.changed-meanwhile')
  const theirs = { ...nothing, kinds: { '0501': { basePoints: 3 } } }
  backend.answers.readCountySettings = () => ({
    versions: [{ ...firstVersion, version: 2 }, firstVersion],
    version: 2,
    content: theirs,
    ...product,
  })
  await waitFor(() => expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', false))
  fireEvent.click(screen.getByTestId('settings-save'))
  await screen.findByTestId('settings-joined')
  expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', true)
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  await screen.findByTestId('settings-preview')
  expect(sent(backend, 'previewCountySettings').at(-1)).toEqual({
    content: { ...theirs, flows: { incident: { limits: { sentBack: hours(12) } } } },
  })
})

test('when no answer comes only the identical request is sent again', async () => {
  const backend = countyBackend()
  await openSettings(backend)
  fireEvent.change(input('flows.incident.limits.sentBack'), { target: { value: '12' } })
  fireEvent.click(screen.getByTestId('settings-preview-open'))
  await screen.findByTestId('settings-preview')
  backend.answers.changeCountySettings = () => noAnswer
  await waitFor(() => expect(screen.getByTestId('settings-save')).toHaveProperty('disabled', false))
  fireEvent.click(screen.getByTestId('settings-save'))
  await screen.findByText('再送一次同样的')
  backend.answers.changeCountySettings = () => ({ version: { ...firstVersion, version: 2 } })
  await waitFor(() =>
    expect(screen.getByTestId('settings-save').className).not.toContain('loading'),
  )
  fireEvent.click(screen.getByTestId('settings-save'))
  await waitFor(() => expect(sent(backend, 'changeCountySettings')).toHaveLength(2))
  const [first, second] = sent(backend, 'changeCountySettings')
  expect(second).toEqual(first)
})
