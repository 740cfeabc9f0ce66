import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeReport } from '@hub/report/reportModel'
import { givenFigures } from '../figures/givenFigures'
import { makeFakeBackend, refused, type FakeBackend } from '../support/fakeBackend'
import { closeConsole, openConsole } from '../support/openConsole'
import { givenBoard } from './givenBoard'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
jest.mock('@hub/board/drawChart', () => ({
  drawChart: () => ({ resize: () => undefined, dispose: () => undefined }),
}))
afterEach(closeConsole)
beforeAll(() => {
  global.ResizeObserver ??= class {
    observe = () => undefined
    unobserve = () => undefined
    disconnect = () => undefined
  }
})

async function openBoard(board = givenBoard(), page = 'board'): Promise<FakeBackend> {
  const backend = makeFakeBackend()
  backend.answers.readFigures = () => givenFigures()
  backend.answers.readBoard = () => board
  await openConsole(backend)
  window.location.hash = `#/${page}`
  await screen.findByTestId(page)
  return backend
}

test('a number opens the matters behind it, and what may not be read is counted and unnamed', async () => {
  const backend = await openBoard()
  backend.answers.listCounted = () => ({
    items: [
      {
        times: 1,
        matter: {
          matterId: '0198c0de-0000-7000-8000-000000000001',
          number: 'E4418822026112300001',
          kindName: '暴露垃圾',
          statusTitle: '待受理',
          areaName: '宝珠村 第3网格',
          receivedAt: '2026-11-23T06:00:00.000Z',
          ended: false,
        },
      },
      { times: 2 },
    ],
    next: null,
  })
  fireEvent.click(await screen.findByTestId('number-441882118215-count.reported'))
  const rows = await screen.findAllByTestId('counted-row')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('E4418822026112300001'),
    '按规定不显示的一件（算 2 次）',
  ])
  expect(backend.callsOf('listCounted').at(-1)?.body).toMatchObject({
    number: 'count.reported',
    part: { by: 'area', key: '441882118215' },
    flow: 'incident',
  })
})

test('every chart has its numbers as a table, and every rate both its numbers', async () => {
  await openBoard()
  const charts = await screen.findAllByTestId('chart')
  expect(charts).toHaveLength(3)
  for (const chart of charts) {
    const section = chart.closest('section') as HTMLElement
    expect(within(section).getAllByRole('rowheader', { hidden: true }).length).toBeGreaterThan(0)
  }
  const row = screen.getByTestId('board-rate-ended')
  expect(row.textContent).toContain('99.79 %')
  expect(row.textContent).toContain('25,460')
  expect(row.textContent).toContain('25,514')
  const silent = screen.getByTestId('silent-places').textContent
  expect(silent).toContain('（1/12）')
  expect(silent).toContain('可以打个电话问一问')
})

test('another way to cut the board is asked of the server, and a board that cannot be had says why', async () => {
  const backend = await openBoard()
  fireEvent.click(within(await screen.findByTestId('board-by')).getByText('按部门'))
  await waitFor(() => expect(backend.callsOf('readBoard').at(-1)?.body.by).toBe('department'))
  backend.answers.readBoard = () => refused('server.busy')
  fireEvent.click(screen.getByText('刷新'))
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
})

test('a board of nothing has nothing to take out', async () => {
  const empty = givenBoard()
  await openBoard({
    ...empty,
    parts: [],
    hotSpots: [],
    total: { ...empty.total, counts: [{ name: 'reported', title: '收到', count: 0 }] },
  })
  for (const name of ['report-save', 'export-csv', 'export-xlsx'])
    expect(await screen.findByTestId(name)).toHaveProperty('disabled', true)
})

test('the report on paper says of what, until when and how rounded before it says a number', () => {
  const report = makeReport(givenBoard())
  expect(report.title).toBe('西江镇事件周报')
  expect(report.basis).toContain('截至 2026年11月23日 15:00:00')
  expect(report.basis).toContain('四舍五入，保留两位小数')
  const rates = report.sections.find(({ title }) => title === '比率')?.table?.rows
  expect(rates?.[0]).toEqual(['办结率', '99.79 %（25,460/25,514）', '办结 ÷ 收到'])
  expect(makeReport(givenBoard({ from: '2026-10-25' })).title).toBe('西江镇事件月报')
})

test('the wall shows its five numbers and has nothing on it to press', async () => {
  const backend = makeFakeBackend()
  backend.answers.listGrids = () => ({ datum: 'gcj02', items: [] })
  backend.answers.readWall = () => ({
    area: { code: '441882118', name: '西江镇' },
    cutOff: '2026-11-23T07:00:00.000Z',
    counts: { receivedToday: 12, endedToday: 9, open: 54, dueToday: 3, overdue: 1 },
    datum: 'gcj02',
    marks: [],
    due: [],
    lately: [],
  })
  await openConsole(backend)
  window.location.hash = '#/wall'
  expect((await screen.findByTestId('wall-open')).textContent).toBe('54')
  expect(screen.getByTestId('wall-overdue').textContent).toBe('1')
  expect(screen.queryByRole('button')).toBeNull()
})
