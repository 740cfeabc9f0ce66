import { fireEvent, screen, waitFor } from '@testing-library/react'
import { makeFakeBackend } from '../support/fakeBackend'
import { hubOperatorChen, idOf, NOW } from '../support/givenMatter'
import { closeConsole, openConsole } from '../support/openConsole'
import { press, typeInto } from '../support/typeInto'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

const [post] = hubOperatorChen.posts
const head = {
  ...hubOperatorChen,
  posts: [{ ...post, role: 'hubHead', roleTitle: '镇综治中心主任' }],
}

async function openAs(person: object) {
  const backend = makeFakeBackend()
  Object.assign(backend.answers, {
    whoAmI: () => ({
      person,
      county: { code: '441882', name: '连州市' },
      serverTime: new Date(NOW).toISOString(),
    }),
    listAssignees: () => ({
      people: [],
      areas: [{ code: '441882118215', name: '宝珠村' }],
      departments: [],
    }),
  })
  await openConsole(backend)
  return backend
}

test('whoever manages people hands everything open to another, in rounds, and sees what is left', async () => {
  const backend = await openAs(head)
  let round = 0
  backend.answers.handOverTasks = () => {
    round += 1
    return { moved: [{ matterId: idOf(round), number: `E${round}` }], left: round === 1 ? 40 : 0 }
  }
  window.location.hash = screen.getByTestId('nav-handover').getAttribute('href')!
  await screen.findByTestId('handover')
  fireEvent.click(screen.getByTestId('handover-submit'))
  expect(screen.getAllByTestId('field-trouble').map((one) => one.textContent)).toEqual([
    '请填写「谁的任务（账号）」',
    '请选择「交给谁」',
  ])
  typeInto('account', 'worker-441882118215003')
  await screen.findAllByTestId('owner-option')
  press('owner-option', '宝珠村网格员')
  fireEvent.click(screen.getByTestId('handover-submit'))
  expect((await screen.findByTestId('handover-tally')).textContent).toBe('已交接 1 件，还剩 40 件')
  fireEvent.click(screen.getByTestId('handover-go-on'))
  await waitFor(() =>
    expect(screen.getByTestId('handover-tally').textContent).toBe(
      '已交接 2 件，还剩 0 件，都交清了',
    ),
  )
  expect(screen.getAllByTestId('handed-over').map((one) => one.textContent)).toEqual(['E1', 'E2'])
  const [first, second] = backend.callsOf('handOverTasks')
  expect(first?.body).toMatchObject({
    account: 'worker-441882118215003',
    owner: { kind: 'area', areaCode: '441882118215' },
  })
  expect(second?.body).toEqual(first?.body)
})

test('an operator who does not manage people does not meet the page', async () => {
  await openAs(hubOperatorChen)
  expect(screen.queryByTestId('nav-handover')).toBeNull()
  window.location.hash = '#/handover'
  await waitFor(() => expect(screen.getByTestId('inbox')).toBeTruthy())
  expect(screen.queryByTestId('handover')).toBeNull()
})
