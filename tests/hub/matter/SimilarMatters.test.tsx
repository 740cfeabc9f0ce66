import { fireEvent, screen, waitFor } from '@testing-library/react'
import { makeFakeBackend } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'
import { press, typeInto } from '../support/typeInto'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const photoOf = (name: string) => ({
  fileId: idOf(name.length) as never,
  takenFor: 'report',
  state: 'ready' as const,
  url: `https://files/${name}.jpg`,
})
const here = givenMatter(1, { photos: [photoOf('here')] })
const there = givenMatter(2, { photos: [photoOf('there')] })
const join = {
  action: 'join',
  title: '并到另一件',
  primary: false,
  form: [
    { name: 'into', title: '并到哪一件', type: 'matter' as const, required: true, max: 60 },
    { name: 'note', title: '告诉上报人的话', type: 'text' as const, required: false, max: 500 },
  ],
}
const similar = {
  matterId: idOf(2),
  number: there.number,
  statusTitle: '处置中',
  receivedAt: minutesFromNow(-30),
  metres: 18,
  areaName: '宝珠村 第3网格',
  areaCode: '441882118215003',
}

async function openMatter(actions = [join]) {
  const backend = makeFakeBackend()
  Object.assign(backend.answers, {
    listMatters: ({ filter }: { filter: { search?: string } }) => ({
      items: filter.search === undefined ? [here] : [here, there],
      next: null,
    }),
    getMatter: ({ matterId }: { matterId: string }) => ({
      ...givenDetail(matterId === idOf(2) ? there : here),
      actions,
    }),
    findSimilar: () => ({ items: [similar] }),
    actOnMatter: () => ({ matter: givenMatter(1, { version: 2, status: 'joined', ended: true }) }),
  })
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('similar')
  return backend
}

test('what was reported twice lies side by side with its distance, and one press joins it', async () => {
  const backend = await openMatter()
  const line = screen.getByTestId('similar-matter')
  expect(line.textContent).toContain('相距 18 米')
  const pictures = await waitFor(() => {
    const found = [...line.querySelectorAll('img')]
    expect(found).toHaveLength(2)
    return found
  })
  expect(pictures.map((one) => one.getAttribute('src'))).toEqual([
    'https://files/here.jpg',
    'https://files/there.jpg',
  ])
  fireEvent.click(screen.getByTestId('join-this'))
  const into = await screen.findByTestId('matter-option')
  expect(into.textContent).toContain(there.number)
  expect(into.querySelector('input')?.checked).toBe(true)
  fireEvent.click(screen.getByTestId('action-submit'))
  await waitFor(() => expect(backend.callsOf('actOnMatter')).toHaveLength(1))
  expect(backend.callsOf('actOnMatter')[0]?.body).toMatchObject({
    action: 'join',
    input: { into: idOf(2) },
  })
})

test('another matter is found by its number, never the one that is open', async () => {
  const backend = await openMatter()
  fireEvent.click(screen.getByTestId('action-join'))
  typeInto('into', there.number)
  await waitFor(() => expect(screen.getByTestId('matter-option').textContent).toContain('路灯不亮'))
  press('matter-option', there.number)
  fireEvent.click(screen.getByTestId('action-submit'))
  await waitFor(() => expect(backend.callsOf('actOnMatter')).toHaveLength(1))
  expect(backend.callsOf('actOnMatter')[0]?.body.input).toEqual({ into: idOf(2) })
})

test('whoever may not join sees what is alike and no button for it', async () => {
  await openMatter([])
  expect(screen.queryByTestId('join-this')).toBeNull()
})
