import type { MatterView } from '@contract/views'
import type { PersonId, TaskId } from '@domain/shared/ids'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeFakeBackend, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

async function openMatter(changes: Partial<MatterView>, more = {}) {
  const backend = makeFakeBackend()
  const matter = givenMatter(1, changes)
  backend.answers.listMatters = () => ({ items: [matter], next: null })
  backend.answers.getMatter = () => ({ ...givenDetail(matter), ...more })
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('matter')
  return backend
}

test('the officer sees which system it is, how much time has gone, and what was filled in', async () => {
  await openMatter({
    flow: 'petition',
    flowTitle: '信访',
    warned: 0.8,
    fields: [{ name: 'leader', title: '包案领导', words: '周镇长', type: 'person' }],
  })
  expect(screen.getByTestId('matter-flow').textContent).toBe('信访')
  expect(screen.getByTestId('warned').textContent).toBe('已用 80% 时间，已提醒')
  expect(screen.getByTestId('filled-fields').textContent).toContain('包案领导周镇长')
})

test('a place that a finger set is not shown as one that a satellite found', async () => {
  await openMatter({
    place: { longitude: 112.41, latitude: 24.71, datum: 'gcj02', byHand: true },
  })
  const facts = screen.getByTestId('facts').textContent
  expect(facts).toContain('112.41000, 24.71000（微信、高德坐标，上报人在图上点的）')
  expect(facts).not.toContain('误差')
})

test('each line of a checklist says how it stands, and only the overdue is red', async () => {
  await openMatter({
    lists: [
      {
        list: 'papers',
        title: '补交材料',
        rows: [
          { key: '1', title: '身份证', overdue: false, doneAt: minutesFromNow(-9), doneBy: '小陈' },
          { key: '2', title: '合同', overdue: true, dueAt: minutesFromNow(-1500) },
          { key: '3', title: '照片', overdue: false },
        ],
      },
    ],
  })
  const rows = screen.getAllByTestId('checklist-row')
  expect(rows.map((row) => row.querySelector('b')?.textContent)).toEqual([
    '已办',
    '到期没办',
    '还没办',
  ])
  expect(rows.map((row) => row.querySelector('.line-overdue') !== null)).toEqual([
    false,
    true,
    false,
  ])
  expect(screen.getByTestId('checklist').textContent).toContain('1/3')
})

test('a tally is there at once, the names only when somebody asks', async () => {
  const values = [
    { title: '同意', count: 7 },
    { title: '不同意', count: 2 },
  ]
  const backend = await openMatter({
    rolls: [{ roll: 'votes', title: '表决', count: 9, wanted: 20, values }],
  })
  backend.answers.listRoll = ({ after }) =>
    after
      ? { items: [{ name: '李四', at: minutesFromNow(-2) }], next: null }
      : { items: [{ name: '张三', value: '同意', at: minutesFromNow(-3) }], next: 'k' }
  const roll = screen.getByTestId('roll')
  expect(roll.textContent).toContain('9/20同意 7不同意 2')
  expect(backend.callsOf('listRoll')).toHaveLength(0)
  fireEvent.click(screen.getByTestId('roll-open'))
  expect((await screen.findByTestId('roll-names')).textContent).toContain('张三')
  fireEvent.click(screen.getByTestId('more'))
  await waitFor(() => expect(screen.getByTestId('roll-names').textContent).toContain('李四'))
})

test('the township sees which of the called has signed and what they answered', async () => {
  const task = (name: string, state: 'open' | 'claimed' | 'done') => ({
    taskId: idOf(name.length) as unknown as TaskId,
    owner: { kind: 'department' as const, departmentCode: name },
    ownerName: name,
    state,
    openedAt: minutesFromNow(-60),
  })
  await openMatter({
    called: [
      task('派出所', 'open'),
      {
        ...task('自然资源所', 'done'),
        claimedBy: { personId: 'p' as PersonId, name: '小周' },
        claimedAt: minutesFromNow(-50),
        answer: '已到场量过地界',
        answeredAt: minutesFromNow(-5),
      },
    ],
  })
  const [police, land] = screen.getAllByTestId('called')
  expect(police?.textContent).toContain('还没签收')
  expect(land?.textContent).toContain('已反馈')
  expect(land?.textContent).toContain('已到场量过地界')
  expect(screen.getByText('1/2 已反馈')).toBeTruthy()
})

test('a secret is opened by a press that says it is put on record, and not before', async () => {
  const backend = await openMatter({
    secrets: [{ name: 'address', title: '住址', until: minutesFromNow(120) }],
  })
  backend.answers.openSecret = () => ({ words: '宝珠村12号' })
  expect(screen.queryByText('宝珠村12号')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '查看（会记录在案）' }))
  expect(await screen.findByText('宝珠村12号')).toBeTruthy()
  expect(backend.callsOf('openSecret')[0]?.body).toEqual({ matterId: idOf(1), field: 'address' })
})

test('a secret whose time is over says so and shows nothing', async () => {
  const backend = await openMatter({ secrets: [{ name: 'address', title: '住址' }] })
  backend.answers.openSecret = () => refused('secret.closed')
  fireEvent.click(screen.getByTestId('secret-open'))
  expect(await within(screen.getByTestId('secret')).findByRole('alert')).toBeTruthy()
})

test('what belongs together is one press away, and joined reports are counted', async () => {
  await openMatter(
    {
      parent: { matterId: idOf(8), number: 'E8', title: '属于这一件' },
      joinedReports: 3,
    },
    { children: [{ matterId: idOf(9), number: 'E9', title: '吹哨 · 已吹哨' }] },
  )
  const links = screen.getAllByTestId('linked-matter')
  expect(links.map((one) => one.getAttribute('href'))).toEqual([
    `#/matters/${idOf(8)}`,
    `#/matters/${idOf(9)}`,
  ])
  expect(screen.getByTestId('joined-reports').textContent).toContain('3 件')
})
