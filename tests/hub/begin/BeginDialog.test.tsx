import type { KindView } from '@contract/views'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { makeFakeBackend, noAnswer, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'
import { press, typeInto } from '../support/typeInto'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const kind = (changes: Partial<KindView>): KindView => ({
  code: '0602',
  name: '路灯不亮',
  category: '06',
  categoryName: '公共设施',
  initials: 'ldbl',
  icon: 'lamp',
  rank: null,
  urgency: 'U3',
  sensitivity: 'S0',
  basePoints: 1,
  selfClose: false,
  owner: '',
  acceptHours: 4,
  acceptClock: 'working',
  handleHours: 24,
  handleClock: 'working',
  emergencyNumber: null,
  note: '',
  flow: 'incident',
  flowTitle: '事件',
  purpose: '看见的、遇到的，拍张照报给镇里',
  form: [],
  at: 'grid',
  photosMax: 9,
  mayReport: true,
  ...changes,
})
const lamp = kind({})
const whistle = kind({
  code: '1301',
  name: '日常哨',
  categoryName: '吹哨',
  initials: 'rcs',
  flow: 'whistle',
  at: 'township',
  form: [{ name: 'owners', title: '吹给哪些单位', type: 'owners', required: true, max: 20 }],
})
const topic = kind({ code: '2301', name: '村里议事', initials: 'clys', flow: 'x', at: 'village' })
const closedToMe = kind({ code: '9999', name: '督查', mayReport: false })
const begun = givenMatter(5)

async function openDialog() {
  const backend = makeFakeBackend()
  Object.assign(backend.answers, {
    listKinds: () => ({ items: [lamp, whistle, topic, closedToMe] }),
    listAreas: () => ({ items: [{ code: '441882118215', name: '宝珠村' }] }),
    listGrids: () => ({
      datum: 'gcj02',
      items: [{ code: '441882118215003', name: '宝珠村 第3网格' }],
    }),
    listAssignees: () => ({
      people: [],
      areas: [],
      departments: [{ code: 'water', name: '水利所' }],
    }),
    reportMatter: () => ({ matter: begun }),
    getMatter: () => givenDetail(begun),
  })
  await openConsole(backend)
  fireEvent.keyDown(document.body, { key: 'n' })
  await screen.findByTestId('kinds')
  return backend
}
const send = () => fireEvent.click(screen.getByTestId('begin-submit'))
const choose = (testId: string, value: string) =>
  fireEvent.change(screen.getByTestId(testId), { target: { value } })

test('kinds stand under their systems, only those the officer may begin, and initials find them', async () => {
  await openDialog()
  const groups = screen.getAllByTestId('kind-group')
  expect(groups.map((one) => one.dataset.flow)).toEqual(['incident', 'whistle', 'x'])
  expect(screen.queryByText('督查')).toBeNull()
  fireEvent.change(screen.getByTestId('kind-search'), { target: { value: 'ldbl' } })
  expect(screen.getAllByTestId('kind-option').map((one) => one.dataset.value)).toEqual(['0602'])
})

test('what a caller tells is filed in the grid the officer names, and opens', async () => {
  const backend = await openDialog()
  fireEvent.keyDown(screen.getByTestId('kind-search'), { key: 'Enter' })
  send()
  const troubles = screen.getAllByTestId('field-trouble').map((one) => one.textContent)
  expect(troubles).toEqual(['请选择「网格」，或在下面填坐标', '请填写「什么事」'])

  await screen.findByText('宝珠村')
  choose('begin-village', '441882118215')
  await screen.findByText('宝珠村 第3网格')
  choose('begin-grid', '441882118215003')
  typeInto('_text', '群众来电：第三根电线杆的灯不亮')
  send()
  await waitFor(() => expect(window.location.hash).toBe(`#/matters/${idOf(5)}`))
  const { body } = backend.callsOf('reportMatter')[0]!
  expect(body).toMatchObject({
    kind: '0602',
    text: '群众来电：第三根电线杆的灯不亮',
    gridCode: '441882118215003',
    fields: {},
    fileIds: [],
  })
  expect(body.areaCode).toBeUndefined()
  expect(await screen.findByTestId('matter')).toBeTruthy()
})

test('a point finds the grid by itself', async () => {
  const backend = await openDialog()
  press('kind-option', '路灯不亮')
  typeInto('_text', '灯不亮')
  typeInto('_place', '112.41887，24.72723')
  send()
  await waitFor(() => expect(backend.callsOf('reportMatter')).toHaveLength(1))
  const { body } = backend.callsOf('reportMatter')[0]!
  expect(body.place).toEqual({ longitude: 112.41887, latitude: 24.72723, datum: 'gcj02' })
  expect(body.gridCode).toBeUndefined()
})

test('what concerns the township is filed there, with what its own form asks', async () => {
  const backend = await openDialog()
  press('kind-option', '日常哨')
  await screen.findByTestId('owners-option')
  expect(backend.callsOf('listAssignees')[0]?.body).toEqual({ areaCode: '441882118' })
  press('owners-option', '水利所')
  send()
  await waitFor(() => expect(backend.callsOf('reportMatter')).toHaveLength(1))
  expect(backend.callsOf('reportMatter')[0]?.body).toMatchObject({
    kind: '1301',
    areaCode: '441882118',
    fields: { owners: [{ kind: 'department', departmentCode: 'water' }] },
  })
})

test('when no answer comes, only the same report can be sent again', async () => {
  const backend = await openDialog()
  backend.answers.reportMatter = () => noAnswer
  press('kind-option', '村里议事')
  await screen.findByText('宝珠村')
  choose('begin-village', '441882118215')
  typeInto('_text', '修不修路')
  send()
  expect((await screen.findByTestId('begin-problem')).textContent).toContain('不知道送到没有')
  expect(screen.getByTestId('field-_text').closest('fieldset')).toHaveProperty('disabled', true)
  backend.answers.reportMatter = () => ({ matter: begun })
  send()
  await waitFor(() => expect(window.location.hash).toBe(`#/matters/${idOf(5)}`))
  const [first, second] = backend.callsOf('reportMatter')
  expect(second?.body).toEqual(first?.body)
})

test('a refusal is said in words, and what was typed is still there', async () => {
  const backend = await openDialog()
  backend.answers.reportMatter = () => refused('matter.flow-off')
  press('kind-option', '路灯不亮')
  typeInto('_text', '灯不亮')
  typeInto('_place', '112.41887,24.72723')
  send()
  expect(await screen.findByTestId('begin-problem')).toBeTruthy()
  expect(screen.getByTestId('field-_text')).toHaveProperty('value', '灯不亮')
})
