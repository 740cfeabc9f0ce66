import type { MatterView } from '@contract/views'
import type { PersonId } from '@domain/shared/ids'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { makeFakeBackend, refused } from '../support/fakeBackend'
import {
  givenDetail,
  givenMatter,
  hubOperatorChen,
  idOf,
  minutesFromNow,
} from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'
import { typeInto } from '../support/typeInto'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const wang = { personId: '01900000-0000-7000-8000-0000000000d1' as PersonId, name: '小王' }
const taken = { ...wang, at: minutesFromNow(-5) }

async function openMatter(changes: Partial<MatterView> = {}, more = {}) {
  const backend = makeFakeBackend()
  const matter = givenMatter(1, changes)
  backend.answers.listMatters = () => ({ items: [matter], next: null })
  backend.answers.getMatter = () => ({ ...givenDetail(matter), ...more })
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('matter')
  return { backend, matter }
}

test('a colleague who looks at the same matter is named, as the stream tells it', async () => {
  const { backend } = await openMatter()
  await waitFor(() => expect(backend.callsOf('attendMatter')).toHaveLength(1))
  expect(screen.queryByTestId('presence')).toBeNull()
  const news = { matterId: idOf(1), here: [{ ...wang, since: minutesFromNow(0) }] }
  act(() => backend.streams.at(-1)?.write(`event: presence\ndata: ${JSON.stringify(news)}\n\n`))
  expect((await screen.findByTestId('presence')).textContent).toBe('小王 也在看')
  window.location.hash = '#/'
  await waitFor(() =>
    expect(backend.callsOf('attendMatter').at(-1)?.body).toMatchObject({ leaves: true }),
  )
})

test('O takes it; what a colleague has is taken only after a question, and by their name', async () => {
  const free = await openMatter()
  fireEvent.keyDown(document.body, { key: 'o' })
  await waitFor(() => expect(free.backend.callsOf('takeMatter')).toHaveLength(1))
  expect(free.backend.callsOf('takeMatter')[0]?.body).toMatchObject({ does: 'take' })
  closeConsole()

  const { backend } = await openMatter({ taken })
  expect(screen.getByTestId('taken').textContent).toContain('小王接手了')
  expect(screen.getByTestId('row-taken').textContent).toBe('小王在办')
  fireEvent.click(screen.getByTestId('take'))
  const ask = await screen.findByText(/小王正在办，先说一声/)
  expect(ask).toBeTruthy()
  expect(backend.callsOf('takeMatter')).toHaveLength(0)
  fireEvent.click(screen.getAllByText('换我来办').at(-1) as HTMLElement)
  await waitFor(() => expect(backend.callsOf('takeMatter')).toHaveLength(1))
  expect(backend.callsOf('takeMatter')[0]?.body).toMatchObject({ from: wang.personId })
})

test('a step that a colleague was faster with says what changed, and what was typed stays', async () => {
  const { backend, matter } = await openMatter()
  fireEvent.click(screen.getByTestId('action-sendBack'))
  typeInto('reason', '照片太暗')
  const row = {
    version: 2,
    commandId: idOf(9) as never,
    at: minutesFromNow(0),
    action: 'tell',
    title: '告诉上报人',
    by: { name: '小王', roleTitle: '值班员' },
    statusTitle: '',
    note: '在路上了',
    confirms: false,
  }
  backend.answers.actOnMatter = () => refused('matter.changed-meanwhile', { version: 2 })
  backend.answers.getMatter = () => ({
    ...givenDetail({ ...matter, version: 2 }),
    history: [row],
  })
  fireEvent.click(screen.getByTestId('action-submit'))
  const changed = await screen.findByTestId('changed-since')
  expect(changed.textContent).toContain('小王：告诉上报人（在路上了）')
  expect(screen.getByTestId<HTMLTextAreaElement>('field-reason').value).toBe('照片太暗')
})

test('several that were chosen go into the open one, and Z brings them back within the minute', async () => {
  const { backend } = await openMatter()
  closeConsole()
  const similar = (serial: number) => ({
    matterId: idOf(serial),
    number: `E${serial}`,
    statusTitle: '已上报',
    receivedAt: minutesFromNow(-30),
    metres: 18,
    areaName: '宝珠村 第3网格',
    areaCode: '441882118215003',
  })
  backend.answers.findSimilar = () => ({ items: [similar(2), similar(3)] })
  backend.answers.mergeMatters = ({ matterIds }) => ({
    held: (matterIds as string[]).slice(0, 1).map((matterId) => ({
      matterId,
      until: minutesFromNow(1),
    })),
    notDone: [{ matterId: idOf(3), code: 'matter.cannot-join', title: '不能并' }],
  })
  backend.answers.undoMerge = () => ({ undone: [idOf(2)], notDone: [] })
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('similar')
  for (const box of screen.getAllByTestId('choose-similar'))
    fireEvent.click(box.querySelector('input') ?? box)
  fireEvent.click(screen.getByTestId('merge'))
  await screen.findByTestId('undo-merge-bar')
  expect(backend.callsOf('mergeMatters')[0]?.body).toMatchObject({
    into: idOf(1),
    matterIds: [idOf(2), idOf(3)],
  })
  expect(screen.getByTestId('merge-not-done').textContent).toContain('有 1 件没有并：不能并')
  fireEvent.keyDown(document.body, { key: 'z' })
  await waitFor(() => expect(screen.queryByTestId('undo-merge-bar')).toBeNull())
  expect(backend.callsOf('undoMerge')[0]?.body).toMatchObject({ matterIds: [idOf(2)] })
})

test('the reporter is told by one press; the same press after a lost answer is the same command', async () => {
  const { backend, matter } = await openMatter()
  fireEvent.keyDown(document.body, { key: 'y' })
  const [line] = await screen.findAllByTestId('tell-ready')
  backend.answers.tellReporter = () => refused('server.fault')
  fireEvent.click(line as HTMLElement)
  await screen.findByText(/系统出了问题/)
  backend.answers.tellReporter = () => ({ matter })
  fireEvent.click(screen.getAllByTestId('tell-ready')[0] as HTMLElement)
  await screen.findByTestId('tell-open')
  const [first, second] = backend.callsOf('tellReporter')
  expect(second?.body).toEqual(first?.body)
  expect(first?.body).toMatchObject({ words: '已经看到，正在派人去看' })
})

test('whoever only reads the township has none of the tools of the desk', async () => {
  const leader = {
    ...hubOperatorChen,
    posts: [{ ...hubOperatorChen.posts[0], role: 'townLeader' as const, roleTitle: '镇领导' }],
  }
  const backend = makeFakeBackend()
  const matter = givenMatter(1)
  backend.answers.whoAmI = () => ({
    person: leader,
    county: { code: '441882', name: '连州市' },
    serverTime: minutesFromNow(0),
  })
  backend.answers.getMatter = () => givenDetail(matter)
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('matter')
  expect(screen.queryByTestId('desk-line')).toBeNull()
  expect(backend.callsOf('attendMatter')).toHaveLength(0)
})
