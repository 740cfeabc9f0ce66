import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { makeFakeBackend, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const notice = (serial: number, level: 'note' | 'yellow' | 'red') => ({
  noticeId: `n${serial}`,
  at: minutesFromNow(-serial),
  matterId: idOf(serial),
  number: `E${serial}`,
  title: '信访 · 受理中',
  words: '时间快到了，请抓紧',
  level,
})

async function openNotices() {
  const backend = makeFakeBackend()
  Object.assign(backend.answers, {
    listNotices: () => ({
      items: [notice(1, 'red'), notice(2, 'yellow'), notice(3, 'note')],
      next: null,
    }),
    listCards: () => ({
      items: [
        {
          cardId: 'c1',
          at: minutesFromNow(-5),
          area: { code: '441882118', name: '西江镇' },
          title: '这是骗局',
          words: '自称领导要转账的，都是骗子',
          flowTitle: '求证',
        },
      ],
      next: null,
    }),
    getMatter: () => givenDetail(givenMatter(2)),
  })
  await openConsole(backend)
  return backend
}

test('what is told to the officer says how pressing it is, in a word, and opens its matter', async () => {
  await openNotices()
  await waitFor(() => expect(screen.getByTestId('notices-open').textContent).toBe('消息（3 条新）'))
  fireEvent.keyDown(document.body, { key: 'e' })
  const rows = await screen.findAllByTestId('notice')
  expect(rows.map((row) => row.querySelector('.notice-level')?.textContent)).toEqual([
    '已超期限',
    '临近期限',
    '告知',
  ])
  fireEvent.click(rows[1]!)
  await waitFor(() => expect(window.location.hash).toBe(`#/matters/${idOf(2)}`))
})

test('what was looked at is no longer new, also after a reload', async () => {
  await openNotices()
  fireEvent.click(screen.getByTestId('notices-open'))
  await screen.findAllByTestId('notice')
  await waitFor(() => expect(screen.getByTestId('notices-open').textContent).toBe('消息'))
  expect(Object.keys(localStorage).some((key) => key.startsWith('lianxin.hub.noticesSeen'))).toBe(
    true,
  )
})

test('public notices of the township are read in the same place', async () => {
  await openNotices()
  fireEvent.click(screen.getByTestId('notices-open'))
  const drawer = await screen.findByTestId('notices-drawer')
  fireEvent.click(within(drawer).getByText('公告'))
  expect((await screen.findByTestId('card')).textContent).toContain('自称领导要转账的，都是骗子')
})

test('a line that is down is admitted, with a way to try again', async () => {
  const backend = await openNotices()
  backend.answers.listNotices = () => refused('server.busy')
  fireEvent.click(screen.getByTestId('notices-open'))
  const drawer = await screen.findByTestId('notices-drawer')
  expect(await within(drawer).findByRole('alert')).toBeTruthy()
  backend.answers.listNotices = () => ({ items: [], next: null })
  fireEvent.click(within(drawer).getByText('再试一次'))
  expect(await within(drawer).findByText('还没有给您的消息')).toBeTruthy()
})
