import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { MatterView } from '@contract/views'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { gridWorkerWu, kinds, matterOf, ownGrid } from '../support/township'

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const { default: MattersPage } = await import('@miniapp/pages/matters/index')
  const { default: GridPage } = await import('@miniapp/pages/grid/index')
  const { default: FiguresPage } = await import('@miniapp/pages/figures/index')
  const { default: HomePage } = await import('@miniapp/pages/home/index')
  const { useNetwork } = await import('@miniapp/stores/network')
  const box = await import('@miniapp/stores/openBox')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  return { MattersPage, GridPage, FiguresPage, HomePage, useNetwork, box, phone }
}

const id = (n: number) => `01890000-0000-7000-8000-0000000000b${n}` as MatterView['matterId']
const pooled = (
  n: number,
  place: { longitude: number; latitude: number } | undefined,
  hours: number,
) =>
  matterOf({
    matterId: id(n),
    text: '',
    kind: { code: '0603', name: `第${n}件`, categoryName: '', icon: 'lamp' },
    dueAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
    ...(place ? { place: { ...place, datum: 'gcj02' } } : {}),
    task: {
      taskId: id(n),
      ownerName: '宝珠村',
      state: 'open',
      openedAt: '2026-11-23T01:00:00.000Z',
    } as unknown as MatterView['task'],
  })

/** The phone stands at 112.4, 24.71. */
const far = pooled(1, { longitude: 112.42, latitude: 24.73 }, 1)
const near = pooled(2, { longitude: 112.401, latitude: 24.71 }, 9)
const nowhere = pooled(3, undefined, 2)

function workersPhone() {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: gridWorkerWu })
  fake.answer('listKinds', { items: kinds })
  fake.answer('listTasks', { items: [far, near, nowhere], next: null })
  return fake
}

const byId = (name: string) => document.getElementById(name)
const tap = async (name: string) => act(async () => void fireEvent.click(byId(name) as HTMLElement))
const titles = () =>
  [...document.querySelectorAll('[id^=matter-] .strong')].flatMap(({ textContent }) =>
    textContent?.startsWith('第') ? [textContent] : [],
  )

describe('the pool', () => {
  async function openPool(fake: FakePlatform) {
    const { MattersPage, box } = await startApp(fake)
    box.useBox.setState({ box: 'pool' })
    await act(async () => void render(<MattersPage />))
    await screen.findByText('第1件')
  }

  test('asks nobody where they stand until they want what is near, then sorts by it and says how far', async () => {
    const fake = workersPhone()
    const locate = jest.spyOn(fake.platform, 'locate')
    await openPool(fake)
    expect(titles()).toEqual(['第1件', '第3件', '第2件'])
    expect(locate).not.toHaveBeenCalled()
    await tap('pool-near')
    await waitFor(() => expect(titles()).toEqual(['第2件', '第1件', '第3件']))
    expect(byId('matter-0')?.textContent).toContain('离我约 100 米')
    expect(byId('matter-1')?.textContent).toContain('离我约 3.0 公里')
    expect(byId('matter-2')?.textContent).not.toContain('离我约')
    await tap('pool-due')
    expect(titles()).toEqual(['第1件', '第3件', '第2件'])
    expect(JSON.stringify(fake.requests)).not.toContain('112.4,')
  })

  test('goes on by due time when the person does not say where they are, with a way to change that', async () => {
    const fake = workersPhone()
    fake.world.denied = true
    await openPool(fake)
    await tap('pool-near')
    await screen.findByText(/没有定位权限，先按到期排着/)
    expect(titles()).toEqual(['第1件', '第3件', '第2件'])
    fake.world.denied = false
    await tap('pool-permissions')
    await waitFor(() => expect(titles()[0]).toBe('第2件'))
  })
})

describe('the map of the grid', () => {
  const square = [
    [112.39, 24.7],
    [112.43, 24.7],
    [112.43, 24.74],
    [112.39, 24.74],
    [112.39, 24.7],
  ]
  const grids = {
    datum: 'gcj02',
    items: [{ ...ownGrid, geometry: [[square]] }],
  }

  function phoneWithMap() {
    const fake = workersPhone()
    fake.answer('listGrids', grids)
    fake.answer('listMatters', { items: [far, near, nowhere], next: null })
    return fake
  }

  async function openMap(fake: FakePlatform, { online }: { online: boolean }) {
    const { GridPage, useNetwork } = await startApp(fake)
    useNetwork.setState({ online })
    const page = await act(async () => render(<GridPage />))
    await screen.findByText('第1件')
    return page
  }

  test('is drawn without tiles where there is no line, with every matter numbered as in the list below', async () => {
    const fake = phoneWithMap()
    const first = await openMap(fake, { online: true })
    expect(byId('grid-tiles')).not.toBeNull()
    await tap('grid-plain')
    expect(byId('grid-drawn')).not.toBeNull()
    first.unmount()
    fake.answers.clear()
    await openMap(fake, { online: false })
    expect(byId('grid-tiles')).toBeNull()
    expect(byId('grid-drawn')).not.toBeNull()
    expect(byId('mark-1')?.getAttribute('aria-label')).toBe('1，第1件')
    expect(byId('mark-2')).toBeNull()
    expect(byId('mark-3')).not.toBeNull()
    expect(byId('grid-1')?.textContent).toContain('第3件')
    await screen.findByText('图上 2 件，共 3 件。不在图上的在下面。')
    await tap('mark-1')
    expect(fake.opened.at(-1)).toContain(id(1))
  })

  test('shows where I stand only when I ask, and what to do when I may not', async () => {
    const fake = phoneWithMap()
    await openMap(fake, { online: false })
    expect(byId('grid-here')).toBeNull()
    fake.world.denied = true
    await tap('grid-locate')
    await screen.findByText(/没有定位权限/)
    fake.world.denied = false
    await tap('grid-permissions')
    await waitFor(() => expect(byId('grid-here')).not.toBeNull())
  })

  test('never draws more than a hundred marks', async () => {
    const fake = phoneWithMap()
    const many = Array.from({ length: 20 }, (_, n) => n)
    let page = 0
    fake.answers.set('listMatters', () => {
      page += 1
      const items = many.map((n) => ({ ...near, matterId: `${page}-${n}` }))
      return { status: 200, body: { items, next: String(page) } }
    })
    const { GridPage } = await startApp(fake)
    await act(async () => void render(<GridPage />))
    await tap('grid-plain')
    await waitFor(() => expect(document.querySelectorAll('[id^=mark-]')).toHaveLength(100))
    expect(page).toBe(5)
    expect(document.querySelectorAll('[id^=grid-] .matter-card, .matter-card').length).toBe(10)
  })
})

describe('my own numbers', () => {
  const figures = [
    { name: 'handled', count: 9, of: 12 },
    { name: 'inTime', count: 8, of: 9 },
    { name: 'rated', count: 0, of: 9 },
  ]

  test('say each out of how many, to me alone, and stay without a line', async () => {
    const fake = workersPhone()
    fake.answer('readMyFigures', { month: '2026-11', figures, cut: false })
    const { FiguresPage } = await startApp(fake)
    const page = await act(async () => render(<FiguresPage />))
    await screen.findByText('9 / 12')
    await screen.findByText('只有您自己看得到，不排名，不和别人比。')
    expect(byId('figure-inTime')?.textContent).toBe('办好的，没有超时8 / 9')
    page.unmount()
    fake.answers.clear()
    const again = await startApp(fake)
    await act(async () => void render(<again.FiguresPage />))
    await screen.findByText('9 / 12')
    await screen.findByText('没有连上。手机里有的先给您看。')
  })

  test('of a month without work say so', async () => {
    const fake = workersPhone()
    const none = figures.map(({ name }) => ({ name, count: 0, of: 0 }))
    fake.answer('readMyFigures', { month: '2026-11', figures: none, cut: false })
    const { FiguresPage } = await startApp(fake)
    await act(async () => void render(<FiguresPage />))
    await screen.findByText('这个月还没有接手的事。')
  })
})

describe('the worker’s first screen', () => {
  test('is one tap from a visit, the map, a question to the hub, the pool and closing on the spot', async () => {
    const fake = workersPhone()
    const { HomePage } = await startApp(fake)
    await act(async () => void render(<HomePage />))
    await tap('home-map')
    expect(fake.opened.at(-1)).toBe('/pages/grid/index')
    await tap('home-figures')
    expect(fake.opened.at(-1)).toBe('/pages/figures/index')
    const drafts = () => fake.phone.records.keys().filter((key) => key.startsWith('draft/report-'))
    await tap('home-visit')
    await tap('home-ask')
    expect(drafts().map((key) => (fake.phone.records.read(key) as { kind: string }).kind)).toEqual(
      expect.arrayContaining(['2401', '0705']),
    )
    for (const name of ['home-on-spot', 'home-pool', 'home-report', 'home-emergency'])
      expect(byId(name)).not.toBeNull()
  })
})
