import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { MINUTE_MS } from '@domain/shared/instant'
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

test('a matter that asks for the second factor opens by itself once the code was right', async () => {
  const backend = makeFakeBackend()
  let proved = false
  backend.answers.readSecondFactor = () => ({
    enrolled: true,
    needsPassword: true,
    recoveryCodesLeft: 9,
  })
  backend.answers.getMatter = () =>
    proved ? givenDetail(givenMatter(1)) : refused('factor.needed')
  await openConsole(backend, `#/matters/${idOf(1)}`)
  const type = (code: string) => {
    fireEvent.change(screen.getByTestId('factor-code'), { target: { value: code } })
    fireEvent.click(screen.getByTestId('factor-submit'))
  }
  await screen.findByTestId('factor-code')
  backend.answers.proveSecondFactor = () => refused('factor.wrong-code')
  type('111111')
  expect((await screen.findByTestId('factor-trouble')).textContent).toContain('动态口令不对')
  backend.answers.proveSecondFactor = () => {
    proved = true
    return { provenUntil: '2026-11-23T09:30:00.000Z', recoveryCodesLeft: 9 }
  }
  type('222222')
  await screen.findByTestId('matter')
  expect(screen.queryByTestId('factor')).toBeNull()
})

test('a desk that nobody touched for half an hour asks for the password, and one in use does not', async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate'] })
  const backend = makeFakeBackend()
  await openConsole(backend)
  await act(() => jest.advanceTimersByTimeAsync(29 * MINUTE_MS))
  fireEvent.keyDown(window, { key: 'x' })
  await act(() => jest.advanceTimersByTimeAsync(29 * MINUTE_MS))
  expect(screen.queryByTestId('session-ended')).toBeNull()
  await act(() => jest.advanceTimersByTimeAsync(2 * MINUTE_MS))
  expect(screen.getByTestId('session-ended').textContent).toContain('没送出的内容都还在')
  expect(backend.callsOf('signOut')).toHaveLength(1)
  jest.useRealTimers()
})
