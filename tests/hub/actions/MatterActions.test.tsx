import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { makeFakeBackend, noAnswer, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const reported = givenMatter(1)

async function openMatter() {
  const backend = makeFakeBackend()
  backend.answers.listMatters = () => ({ items: [reported], next: null })
  backend.answers.getMatter = () => givenDetail(reported)
  backend.answers.actOnMatter = () => ({ matter: givenMatter(1, { version: 2 }) })
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('matter')
  return backend
}

const typeReason = (words: string) =>
  fireEvent.change(screen.getByTestId('field-reason'), { target: { value: words } })
const submit = () => fireEvent.click(screen.getByTestId('action-submit'))

test('nobody is sent back without being told why', async () => {
  const backend = await openMatter()
  fireEvent.click(screen.getByTestId('action-sendBack'))
  submit()
  expect(screen.getByTestId('field-trouble').textContent).toBe('请填写「原因」')
  expect(backend.callsOf('actOnMatter')).toHaveLength(0)
  fireEvent.click(screen.getByTestId('template'))
  submit()
  await waitFor(() => expect(backend.callsOf('actOnMatter')).toHaveLength(1))
  expect(backend.callsOf('actOnMatter')[0]?.body).toMatchObject({
    matterId: idOf(1),
    action: 'sendBack',
    input: { reason: '照片太暗，请重新拍一张' },
  })
})

test('a key opens the step that the officer may take', async () => {
  await openMatter()
  fireEvent.keyDown(document.body, { key: 'b' })
  expect(screen.getByTestId('action-form').getAttribute('aria-label')).toBe('退回补充')
})

test('the one thing to do stands first', async () => {
  await openMatter()
  const [first] = [...document.querySelectorAll('.action-bar button')]
  expect(first?.textContent).toBe('受理')
})

test('a step whose answer was lost is sent again as the same one, so it is never done twice', async () => {
  const backend = await openMatter()
  backend.answers.actOnMatter = () => noAnswer
  fireEvent.click(screen.getByTestId('action-sendBack'))
  typeReason('看不清')
  submit()
  await screen.findByTestId('pending-notice')
  expect(screen.queryByTestId('action-accept')).toBeNull()

  backend.answers.actOnMatter = () => ({ matter: givenMatter(1, { version: 2 }) })
  const retry = screen.getByTestId('pending-retry')
  await waitFor(() => expect(retry.className).not.toContain('loading'))
  fireEvent.click(retry)
  await waitFor(() => expect(screen.queryByTestId('pending-notice')).toBeNull())
  const [first, second] = backend.callsOf('actOnMatter')
  expect(second?.body).toEqual(first?.body)
})

test('a lost answer is found again in the history', async () => {
  const backend = await openMatter()
  backend.answers.actOnMatter = ({ commandId }) => {
    backend.answers.getMatter = () => ({
      ...givenDetail(givenMatter(1, { version: 2, status: 'sentBack' })),
      history: [
        {
          version: 2,
          commandId,
          at: minutesFromNow(0),
          action: 'sendBack',
          title: '退回补充',
          by: { name: '小陈', roleTitle: '值班员' },
          statusTitle: '待补充',
          confirms: false,
        },
      ],
    })
    return noAnswer
  }
  fireEvent.click(screen.getByTestId('action-sendBack'))
  typeReason('看不清')
  submit()
  await waitFor(() => expect(screen.getByTestId('matter').dataset.status).toBe('sentBack'))
  await waitFor(() => expect(screen.queryByTestId('action-form')).toBeNull())
  expect(screen.queryByTestId('pending-notice')).toBeNull()
})

test('when a colleague was quicker the officer is told, and sees how it stands now', async () => {
  const backend = await openMatter()
  backend.answers.actOnMatter = () => {
    const accepted = givenMatter(1, { version: 2, status: 'accepted', statusTitle: '已受理' })
    backend.answers.getMatter = () => ({ ...givenDetail(accepted), actions: [] })
    return refused('matter.action-not-allowed')
  }
  fireEvent.click(screen.getByTestId('action-accept'))
  submit()
  expect((await screen.findByTestId('action-problem')).textContent).toContain(
    '这件事的状态已经变了',
  )
  expect(await screen.findByTestId('action-gone')).toBeTruthy()
  expect(screen.getByTestId('matter-status').textContent).toBe('已受理')
})

test('a change by somebody else shows in the open matter by itself', async () => {
  const backend = await openMatter()
  const accepted = givenMatter(1, { version: 2, status: 'accepted', statusTitle: '已受理' })
  backend.answers.getMatter = () => givenDetail(accepted)
  await act(() => Promise.resolve(backend.tell('c1', 'accept', accepted)))
  await waitFor(() => expect(screen.getByTestId('matter-status').textContent).toBe('已受理'))
})
