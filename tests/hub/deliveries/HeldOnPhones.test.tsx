import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeFakeBackend, refused, type FakeBackend } from '../support/fakeBackend'
import { minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const holding = (n: number, change: object = {}) => ({
  holdingId: `h${n}`,
  person: {
    personId: `p${n}`,
    name: `网格员${n}`,
    role: 'gridWorker',
    roleTitle: '网格员',
    area: { code: '441882118215', name: '宝珠村' },
    phone: '0763-0000001',
  },
  reports: 2,
  actions: 0,
  photos: 3,
  voices: 0,
  films: 0,
  bytes: 1_600_000,
  needsYou: [],
  since: minutesFromNow(-200),
  heardAt: minutesFromNow(-3),
  silent: false,
  ...change,
})

async function openHeld(backend: FakeBackend): Promise<HTMLElement> {
  backend.answers.listEndpoints = () => ({ items: [] })
  await openConsole(backend)
  window.location.hash = '#/deliveries'
  return screen.findByTestId('held-on-phones')
}

test('the hub reads whose phone holds what, why it needs them, and whom to call', async () => {
  const backend = makeFakeBackend()
  const needsYou = [
    { code: 'matter.place-outside-county', count: 1 },
    { code: 'queue.photos-lost', count: 2 },
    { code: 'from.a-later-version', count: 1 },
  ]
  const silent = { silent: true, heardAt: minutesFromNow(-3000), needsYou }
  const pages = [
    { items: [holding(1, silent)], next: 'more' },
    { items: [holding(2)], next: null },
  ]
  backend.answers.readHoldings = ({ after }) => pages[after === 'more' ? 1 : 0]
  const section = await openHeld(backend)
  const [row] = await within(section).findAllByTestId('held-row')
  expect(row?.textContent).toContain('网格员1宝珠村 网格员')
  expect(row?.textContent).toContain('2 件上报，3 张照片，共 1.5 MB')
  expect(row?.textContent).toContain('2 条：有照片没能送到；1 条：没有送成')
  expect(row?.textContent).toContain('之后再没有消息')
  expect(within(section).getByText('0763-0000001').getAttribute('href')).toBe('tel:0763-0000001')
  fireEvent.click(within(section).getByText('再看一页'))
  await waitFor(() => expect(within(section).getAllByTestId('held-row')).toHaveLength(2))
  expect(within(section).getAllByTestId('held-row')[1]?.textContent).not.toContain('再没有消息')
})

test('nothing held is said with what it does not mean, and a line that is down with a way to try again', async () => {
  const backend = makeFakeBackend()
  backend.answers.readHoldings = () => refused('server.busy')
  const section = await openHeld(backend)
  await within(section).findByRole('alert')
  backend.answers.readHoldings = () => ({ items: [], next: null })
  fireEvent.click(within(section).getByText('再试一次'))
  expect(await within(section).findByText(/没有手机说还有没送到的/)).toBeTruthy()
  expect(within(section).queryByRole('alert')).toBeNull()
})
