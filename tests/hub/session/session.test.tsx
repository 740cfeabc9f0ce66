import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { App } from '@hub/App'
import { makeFakeBackend, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

test('when the session ends the officer signs in again and finds the typed words where they were', async () => {
  const backend = makeFakeBackend()
  backend.answers.getMatter = () => givenDetail(givenMatter(1))
  await openConsole(backend, `#/matters/${idOf(1)}`)
  fireEvent.click(await screen.findByTestId('action-sendBack'))
  fireEvent.change(screen.getByTestId('field-reason'), { target: { value: '写了一半' } })

  backend.answers.actOnMatter = () => refused('access.session-ended')
  fireEvent.click(screen.getByTestId('action-submit'))
  expect((await screen.findByTestId('session-ended')).textContent).toContain('没送出的内容都还在')

  backend.answers.actOnMatter = () => ({ matter: givenMatter(1, { version: 2 }) })
  fireEvent.click(screen.getByTestId('sign-in-demo'))
  await waitFor(() => expect(screen.queryByTestId('session-ended')).toBeNull())
  expect(screen.getByTestId('field-reason')).toHaveProperty('value', '写了一半')
  expect(window.location.hash).toBe(`#/matters/${idOf(1)}`)
  fireEvent.click(screen.getByTestId('action-submit'))
  await waitFor(() => expect(backend.callsOf('actOnMatter').at(-1)?.token).toBe('Bearer token-2'))
})

test('after the fifth wrong password the officer is told how long to wait', async () => {
  const backend = makeFakeBackend()
  backend.answers.signIn = () => refused('access.locked')
  render(<App parts={{ fetch: backend.fetch, sessionStorage, localStorage }} />)
  fireEvent.change(await screen.findByTestId('account'), { target: { value: 'hub' } })
  fireEvent.change(screen.getByTestId('password'), { target: { value: 'wrong' } })
  fireEvent.submit(screen.getByTestId('sign-in'))
  expect((await screen.findByTestId('sign-in-trouble')).textContent).toContain('锁定 15 分钟')
  expect(backend.callsOf('signIn')[0]?.body).toEqual({
    method: 'password',
    account: 'hub',
    password: 'wrong',
  })
})

test('who leaves the desk leaves nothing behind', async () => {
  const backend = makeFakeBackend()
  await openConsole(backend)
  await act(() => Promise.resolve(fireEvent.click(screen.getByTestId('sign-out'))))
  expect(await screen.findByTestId('sign-in')).toBeTruthy()
  expect(sessionStorage).toHaveLength(0)
  expect(backend.callsOf('signOut')).toHaveLength(1)
})
