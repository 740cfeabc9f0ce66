import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeFakeBackend, refused, type FakeBackend } from '../support/fakeBackend'
import { closeConsole, openConsole } from '../support/openConsole'
import { givenFigures } from './givenFigures'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

async function openFigures(backend: FakeBackend): Promise<HTMLElement> {
  await openConsole(backend)
  fireEvent.click(screen.getByTestId('nav-figures'))
  window.location.hash = '#/figures'
  return screen.findByTestId('figures')
}

function aTownship(figures = givenFigures()): FakeBackend {
  const backend = makeFakeBackend()
  backend.answers.readFigures = () => figures
  backend.answers.listAreas = () => ({ items: [{ code: '441882118215', name: '宝珠村' }] })
  return backend
}

const asked = (backend: FakeBackend) => backend.callsOf('readFigures').at(-1)?.body

test('a rate is read with what it is a share of, until when, and how it was rounded', async () => {
  await openFigures(aTownship())
  const row = await screen.findByTestId('rate-ended')
  expect(within(row).getByRole('rowheader').textContent).toBe('办结率')
  expect(row.textContent).toContain('99.79 %（25,460/25,514）')
  expect(row.textContent).toContain('办结 ÷ 收到')
  const how = screen.getByTestId('figures-how').textContent
  expect(how).toContain('截至 2026年11月23日 15:00:00')
  expect(how).toContain('四舍五入，保留两位小数')
  expect(how).toContain('2026-10-25 到 2026-11-23 收到的事')
})

test('a rate of nothing says so, and so do hours of nothing', async () => {
  await openFigures(aTownship())
  expect((await screen.findByTestId('rate-satisfied')).textContent).toContain('没有可算的')
  expect(screen.getByTestId('rate-satisfied').textContent).not.toContain('%')
  expect(screen.getByTestId('hours-p90').textContent).toContain('没有可算的')
  expect(screen.getByTestId('hours-median').textContent).toContain('12 小时')
  expect(screen.getByTestId('hours-median').textContent).toContain('误差 1.3 % 以内')
})

test('the last thirty days of one’s own township are asked first, then whatever is chosen', async () => {
  const backend = aTownship()
  await openFigures(backend)
  const first = asked(backend) as { areaCode: string; from: string; until: string }
  expect(first.areaCode).toBe('441882118')
  expect((Date.parse(first.until) - Date.parse(first.from)) / 86_400_000).toBe(29)

  await screen.findByText('宝珠村')
  fireEvent.change(screen.getByTestId('figures-village'), { target: { value: '441882118215' } })
  await waitFor(() => expect(asked(backend)?.areaCode).toBe('441882118215'))
  fireEvent.change(screen.getByTestId('figures-from'), { target: { value: '2026-01-01' } })
  await waitFor(() => expect(asked(backend)?.from).toBe('2026-01-01'))
  const calls = backend.callsOf('readFigures').length
  fireEvent.change(screen.getByTestId('figures-from'), { target: { value: '' } })
  expect(backend.callsOf('readFigures')).toHaveLength(calls)
})

test('days without matters are said to be so, and there is nothing to export', async () => {
  await openFigures(aTownship(givenFigures({ flows: [] })))
  expect((await screen.findByTestId('figures-empty')).textContent).toContain('没有收到事项')
  expect(screen.getByTestId('figures-export')).toHaveProperty('disabled', true)
})

test('when the numbers cannot be had the officer reads why and asks again', async () => {
  const backend = aTownship()
  backend.answers.readFigures = () => refused('server.busy')
  await openFigures(backend)
  const alert = await screen.findByRole('alert')
  backend.answers.readFigures = () => givenFigures()
  fireEvent.click(within(alert).getByRole('button'))
  expect(await screen.findByTestId('rate-ended')).toBeTruthy()
})

test('every column and every row of the table has a heading that is read out', async () => {
  await openFigures(aTownship())
  const table = await screen.findByRole('table', { name: '事件' })
  expect(within(table).getAllByRole('columnheader')).toHaveLength(3)
  for (const row of within(table).getAllByRole('row').slice(1))
    expect(within(row).getAllByRole('rowheader')).toHaveLength(1)
})
