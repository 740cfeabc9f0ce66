import type { FormFieldView } from '@contract/views'
import type { PersonId } from '@domain/shared/ids'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { makeFakeBackend, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'
import { press, typeInto } from '../support/typeInto'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
beforeAll(() => Object.assign(URL, { createObjectURL: () => 'blob:photo' }))
afterEach(closeConsole)

const aunt = '01900000-0000-7000-8000-0000000000b1' as PersonId
const papers = [
  { key: 'r1', title: '身份证复印件', overdue: false, doneAt: minutesFromNow(-5) },
  { key: 'r2', title: '土地承包合同', overdue: true },
]
const matter = givenMatter(1, { lists: [{ list: 'papers', title: '材料', rows: papers }] })

const field = (name: string, type: FormFieldView['type'], rest: Partial<FormFieldView> = {}) => ({
  name,
  title: name,
  type,
  required: false,
  max: 60,
  ...rest,
})

async function openForm(form: FormFieldView[]) {
  const backend = makeFakeBackend()
  const action = { action: 'step', title: '办一步', primary: true, form }
  Object.assign(backend.answers, {
    listMatters: () => ({ items: [matter], next: null }),
    getMatter: () => ({ ...givenDetail(matter), actions: [action] }),
    actOnMatter: () => ({ matter: givenMatter(1, { version: 2 }) }),
    listAssignees: () => ({
      people: [],
      areas: [{ code: '441882118', name: '西江镇' }],
      departments: [
        { code: 'police', name: '派出所' },
        { code: 'water', name: '水利所' },
      ],
    }),
    searchPeople: () => ({
      items: [
        {
          personId: aunt,
          name: '陈婶',
          roleTitle: '人民调解员',
          area: { code: '441882118', name: '西江镇' },
        },
      ],
    }),
    listAreas: () => ({ items: [{ code: '441882118215', name: '宝珠村' }] }),
  })
  await openConsole(backend, `#/matters/${idOf(1)}`)
  fireEvent.click(await screen.findByTestId('action-step'))
  await screen.findByTestId('action-form')
  const inputSent = async () => {
    fireEvent.click(screen.getByTestId('action-submit'))
    await waitFor(() => expect(backend.callsOf('actOnMatter')).toHaveLength(1))
    return backend.callsOf('actOnMatter')[0]?.body.input
  }
  return { backend, inputSent }
}

test('words, numbers, money and times are typed, and arrive as what they mean', async () => {
  const { inputSent, backend } = await openForm([
    field('line', 'text'),
    field('story', 'text', { max: 500 }),
    field('tel', 'phone'),
    field('people', 'number', { unit: '人' }),
    field('loss', 'money', { max: 10_000_000 }),
    field('meetOn', 'day', { max: 90 }),
    field('meetAt', 'moment', { max: 90 }),
  ])
  typeInto('line', '老王')
  typeInto('story', '两家为地界争了三年')
  typeInto('tel', '13800000000')
  typeInto('people', '3')
  typeInto('loss', '1280.50')
  typeInto('meetOn', '2026-12-01')
  typeInto('meetAt', '2026-12-01T09:00')
  expect(await inputSent()).toEqual({
    line: '老王',
    story: '两家为地界争了三年',
    tel: '13800000000',
    people: 3,
    loss: 128_050,
    meetOn: '2026-12-01',
    meetAt: '2026-12-01T09:00:00+08:00',
  })
  expect(backend.callsOf('actOnMatter')[0]?.body.seenVersion).toBe(1)
})

test('a choice, a yes, a consent and a line of the checklist are pressed', async () => {
  const choices = [
    { value: 'phone', title: '电话' },
    { value: 'visit', title: '上门' },
  ]
  const { inputSent } = await openForm([
    field('way', 'choice', { choices }),
    field('solved', 'yesNo'),
    field('agreed', 'consent', { words: '只用来核对身份，办完就删' }),
    field('row', 'row', { list: 'papers' }),
  ])
  expect(screen.getByText('只用来核对身份，办完就删')).toBeTruthy()
  const rows = screen.getAllByTestId('option').map((one) => one.textContent)
  expect(rows.slice(-2)).toEqual(['土地承包合同已到期', '身份证复印件已办'])
  press('option', '上门')
  press('option', '否')
  fireEvent.click(screen.getByTestId('field-agreed'))
  press('option', '土地承包合同')
  expect(await inputSent()).toEqual({ way: 'visit', solved: false, agreed: true, row: 'r2' })
})

test('several departments, a post and a person are chosen by search and stay in sight', async () => {
  const { inputSent } = await openForm([
    field('owners', 'owners', { required: true, max: 20 }),
    field('chair', 'person'),
    field('team', 'people', { max: 20 }),
  ])
  await screen.findAllByTestId('owners-option')
  typeOwner('水利')
  fireEvent.keyDown(screen.getByTestId('owners-search'), { key: 'Enter' })
  typeOwner('')
  press('owners-option', '西江镇镇领导')
  expect(screen.getAllByTestId('picked').map((one) => one.querySelector('b')?.textContent)).toEqual(
    ['水利所', '西江镇镇领导'],
  )
  typeInto('chair', '陈')
  await screen.findByTestId('person-option')
  press('person-option', '陈婶')
  typeInto('team', '陈')
  await waitFor(() => expect(screen.getAllByTestId('person-option')).toHaveLength(2))
  fireEvent.click(screen.getAllByTestId('person-option')[1]!.querySelector('input')!)
  expect(await inputSent()).toEqual({
    owners: [
      { kind: 'department', departmentCode: 'water' },
      { kind: 'post', role: 'townLeader', areaCode: '441882118' },
    ],
    chair: aunt,
    team: [aunt],
  })
})

const typeOwner = (words: string) =>
  fireEvent.change(screen.getByTestId('owners-search'), { target: { value: words } })

test('what only one person may see is not offered to a pool', async () => {
  await openForm([field('owner', 'owner', { required: true, max: 1, ownerKinds: ['department'] })])
  const options = await screen.findAllByTestId('owner-option')
  expect(options.map((one) => one.querySelector('b')?.textContent)).toEqual(['派出所', '水利所'])
})

test('an area is the township, one of its villages, or the county', async () => {
  const { inputSent } = await openForm([field('ring', 'area', { required: true, max: 15 })])
  await screen.findByText('宝珠村')
  const names = [...document.querySelectorAll('option')].map((one) => one.textContent)
  expect(names).toEqual(expect.arrayContaining(['全镇（西江镇）', '宝珠村', '全县（连州市）']))
  typeInto('ring', '441882118215')
  expect(await inputSent()).toEqual({ ring: '441882118215' })
})

test('a checklist is written line by line: Enter begins the next, a pasted list becomes lines', async () => {
  const { inputSent } = await openForm([field('items', 'rows', { max: 50 })])
  const titles = () => screen.getAllByTestId('row-title')
  fireEvent.change(titles()[0]!, { target: { value: '巡一段' } })
  fireEvent.change(screen.getAllByTestId('row-due')[0]!, { target: { value: '2026-12-01' } })
  fireEvent.keyDown(titles()[0]!, { key: 'Enter' })
  fireEvent.paste(titles()[1]!, { clipboardData: { getData: () => '巡二段\n\n巡三段\n' } })
  fireEvent.change(screen.getAllByTestId('row-due')[1]!, { target: { value: '2026-12-01' } })
  fireEvent.change(screen.getAllByTestId('row-hour')[1]!, { target: { value: '18:00' } })
  fireEvent.click(screen.getByTestId('row-add'))
  expect(titles()).toHaveLength(4)
  expect(await inputSent()).toEqual({
    items: [
      { title: '巡一段', due: '2026-12-01' },
      { title: '巡二段', due: '2026-12-01T18:00:00+08:00' },
      { title: '巡三段' },
    ],
  })
})

test('a signed paper is one picture, and arrives as its id', async () => {
  const { backend, inputSent } = await openForm([field('signature', 'signature')])
  const file = new File([new Uint8Array(8)], 'paper.jpg', { type: 'image/jpeg' })
  Object.assign(file, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(8)) })
  backend.fallback = (name) =>
    /^files\/.+\/chunks/.test(name)
      ? { fileId: 'f', receivedBytes: 8, state: 'received' }
      : undefined
  fireEvent.change(screen.getByTestId('signature-input'), { target: { files: [file] } })
  await waitFor(() => expect(screen.getByTestId('draft-photo').dataset.state).toBe('sent'))
  expect(await inputSent()).toEqual({ signature: expect.stringMatching(/^[0-9a-f-]{36}$/) })
})

test('everything that is missing is named at once, each at its field, and the hands go to the first', async () => {
  const { backend } = await openForm([
    field('reason', 'text', { required: true, title: '原因', max: 500 }),
    field('meetOn', 'day', { required: true, title: '哪天' }),
  ])
  fireEvent.click(screen.getByTestId('action-submit'))
  const words = screen.getAllByTestId('field-trouble').map((one) => one.textContent)
  expect(words).toEqual(['请填写「原因」', '请填写「哪天」'])
  expect(document.activeElement).toBe(screen.getByTestId('field-reason'))
  expect(screen.getByTestId('field-reason').getAttribute('aria-invalid')).toBe('true')
  expect(backend.callsOf('actOnMatter')).toHaveLength(0)
})

test('Enter in a line does not send a form that is half filled in, Ctrl and Enter does', async () => {
  const { backend } = await openForm([field('line', 'text')])
  typeInto('line', '老王')
  const line = screen.getByTestId('field-line')
  expect(fireEvent.keyDown(line, { key: 'Enter' })).toBe(false)
  expect(backend.callsOf('actOnMatter')).toHaveLength(0)
  fireEvent.keyDown(line, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(backend.callsOf('actOnMatter')).toHaveLength(1))
})

test('what the server refuses about one field is said at that field', async () => {
  const { backend } = await openForm([field('chair', 'text', { title: '主持人' })])
  backend.answers.actOnMatter = () => refused('matter.unknown-person', { field: 'chair' })
  typeInto('chair', '谁')
  fireEvent.click(screen.getByTestId('action-submit'))
  expect((await screen.findByTestId('field-trouble')).textContent).toContain('「主持人」')
})

test('a photo that came in meanwhile does not stop a step, a colleague who was quicker does', async () => {
  const { backend } = await openForm([field('line', 'text')])
  const row = (action: string) => ({
    version: 2,
    commandId: idOf(77),
    at: minutesFromNow(0),
    action,
    title: '',
    by: { name: '', roleTitle: '' },
    statusTitle: '',
    confirms: false,
  })
  const later = givenMatter(1, { version: 2 })
  backend.answers.actOnMatter = ({ seenVersion }) =>
    seenVersion === 2 ? { matter: later } : refused('matter.changed-meanwhile')
  const before = backend.answers.getMatter!({})
  backend.answers.getMatter = () =>
    Object.assign({}, before, { matter: later, history: [row('photo')] })
  fireEvent.click(screen.getByTestId('action-submit'))
  await waitFor(() => expect(screen.queryByTestId('action-form')).toBeNull())
  expect(backend.callsOf('actOnMatter').map(({ body }) => body.seenVersion)).toEqual([1, 2])
})
