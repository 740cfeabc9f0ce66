import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeFakeBackend } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole, shownRows } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const street = givenMatter(1, { dueAt: minutesFromNow(300) })
const fire = givenMatter(2, { urgency: 'U1', dueAt: minutesFromNow(-12) })

function backendWith(...items: ReturnType<typeof givenMatter>[]) {
  const backend = makeFakeBackend()
  backend.answers.listMatters = () => ({ items, next: null })
  backend.answers.getMatter = ({ matterId }) =>
    givenDetail(items.find((one) => one.matterId === matterId) ?? street)
  return backend
}

test('the duty officer sees what is due next first, its urgency in a word, and by how much it is late', async () => {
  await openConsole(backendWith(street, fire))
  await waitFor(() => expect(shownRows()).toEqual([idOf(2), idOf(1)]))
  const [first] = screen.getAllByTestId('inbox-row')
  expect(within(first!).getByTestId('urgency').textContent).toBe('特急')
  expect(within(first!).getByTestId('urgency').querySelector('svg path')).not.toBeNull()
  await waitFor(() =>
    expect(within(first!).getByTestId('deadline').textContent).toBe('已超 12 分钟'),
  )
  expect(within(first!).getByTestId('deadline').dataset.state).toBe('overdue')
})

test('a new report appears by itself, is announced, and counts on the tab', async () => {
  const backend = backendWith(street)
  await openConsole(backend)
  await waitFor(() => expect(shownRows()).toEqual([idOf(1)]))
  await act(() => Promise.resolve(backend.tell('c1', 'report', fire)))
  await waitFor(() => expect(shownRows()).toEqual([idOf(2), idOf(1)]))
  expect(screen.getByTestId('news').textContent).toBe('新上报：特急，宝珠村 第3网格，路灯不亮')
  expect(document.title).toBe('(1 件新) 连心 · 西江镇')
  fireEvent.click(screen.getByTestId('news-strip'))
  await waitFor(() => expect(document.title).toBe('连心 · 西江镇'))
})

test('the hands stay on the keyboard: j moves, Enter opens', async () => {
  await openConsole(backendWith(street, fire))
  await waitFor(() => expect(shownRows()).toHaveLength(2))
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
  press('j')
  expect(document.activeElement).toHaveProperty('dataset.matterId', idOf(2))
  press('j')
  expect(document.activeElement).toHaveProperty('dataset.matterId', idOf(1))
  press('k')
  // A browser clicks the button that has the focus when Enter is pressed; jsdom leaves that to the test.
  fireEvent.click(document.activeElement!)
  const matter = await screen.findByTestId('matter')
  expect(matter.dataset.matterId).toBe(idOf(2))
  expect(window.location.hash).toBe(`#/matters/${idOf(2)}`)
})

test('a slash leads to the search, and typing there moves nothing else', async () => {
  await openConsole(backendWith(street, fire))
  await waitFor(() => expect(shownRows()).toHaveLength(2))
  fireEvent.keyDown(document.body, { key: '/' })
  const search = screen.getByRole('searchbox')
  expect(document.activeElement).toBe(search)
  fireEvent.keyDown(search, { key: 'j' })
  expect(document.activeElement).toBe(search)
})

test('a quiet night says that there is nothing to do', async () => {
  await openConsole(backendWith())
  expect((await screen.findByTestId('inbox-empty')).textContent).toContain('现在没有待办的事')
})

test('what is need-to-know is not read from across the desk', async () => {
  const guarded = givenMatter(3, { sensitivity: 'S3', text: '孩子身上有伤' })
  await openConsole(backendWith(guarded))
  const row = await screen.findByTestId('inbox-row')
  expect(row.textContent).not.toContain('孩子身上有伤')
})

test('a row says which system it is of when it is no ordinary incident', async () => {
  await openConsole(
    backendWith(street, givenMatter(4, { flow: 'petition', flowTitle: '信访', text: '地界' })),
  )
  const rows = await screen.findAllByTestId('inbox-row')
  const said = rows.map((row) => row.querySelector('.row-flow')?.textContent)
  expect(said.sort()).toEqual(['信访', undefined])
})

test('a broken line is admitted, and the list is made whole when it is back', async () => {
  const backend = backendWith(street)
  await openConsole(backend)
  await waitFor(() => expect(shownRows()).toHaveLength(1))
  await act(() => Promise.resolve(backend.streams[0]?.end()))
  expect(await screen.findByTestId('connection-banner')).toBeTruthy()
  backend.answers.listMatters = () => ({ items: [street, fire], next: null })
  fireEvent.click(within(screen.getByTestId('connection-banner')).getByRole('button'))
  await waitFor(() => expect(shownRows()).toHaveLength(2))
  expect(screen.queryByTestId('connection-banner')).toBeNull()
})
